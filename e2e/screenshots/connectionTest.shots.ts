// Takes the pictures of the connection test: before, under way, all well, and with failures.
import path from 'node:path'
import { expect, test } from '../support/fixtures.ts'
import { Person, withPeople } from '../support/person.ts'

const images = path.resolve(import.meta.dirname, '../../docs/images')

/** Runs in the page: the microphone is refused, the camera gives no answer until it is told to, and UDP leads nowhere. */
function trouble(): void {
  const open = navigator.mediaDevices?.getUserMedia.bind(navigator.mediaDevices)
  if (!open) return
  navigator.mediaDevices.getUserMedia = (wanted = {}) =>
    wanted.audio ? Promise.reject(new DOMException('made for the picture', 'NotAllowedError')) : open(wanted)
  const set = RTCPeerConnection.prototype.setRemoteDescription as (
    this: RTCPeerConnection,
    description: RTCSessionDescriptionInit,
  ) => Promise<void>
  RTCPeerConnection.prototype.setRemoteDescription = function (description: RTCSessionDescriptionInit) {
    // Of the addresses kept for documentation (RFC 5737): nobody answers there.
    return set.call(this, {
      ...description,
      sdp: description.sdp?.replace(/ udp (\d+) \S+ /g, ' udp $1 192.0.2.1 ') ?? '',
    })
  }
}

for (const phone of [false, true]) {
  const size = phone ? 'phone' : 'desktop'
  test(`the connection test on a ${size}`, async ({ system, browser }) => {
    test.setTimeout(120_000)
    const shoot = (person: Person, name: string, fullPage = true) =>
      person.page.screenshot({
        path: path.join(images, `connection-test-${name}-${size}.png`),
        animations: 'disabled',
        fullPage,
      })
    const people = [
      await Person.arrive(browser, system, { phone }),
      await Person.arrive(browser, system, { phone }),
    ] as const
    await withPeople(people, async (member, troubled) => {
      await troubled.context.addInitScript(trouble)
      for (const person of people) {
        await person.signIn('MAU-00016')
        await person.byId('connection-test-link').click()
        await expect(person.byId('connection-test-start')).toBeVisible()
      }
      await shoot(member, 'before')
      await member.byId('connection-test-start').click()
      await expect(member.page.locator('[data-step="camera"] video')).toBeVisible({ timeout: 60_000 })
      await expect
        .poll(() =>
          member.page.locator('[data-step="camera"] video').evaluate((video: HTMLVideoElement) => video.videoWidth),
        )
        .toBeGreaterThan(0)
      await shoot(member, 'running')
      for (const [person, name] of [
        [member, 'good'],
        [troubled, 'failures'],
      ] as const) {
        if (person === troubled) await person.byId('connection-test-start').click()
        await expect(person.byId('connection-test')).toHaveAttribute('data-phase', 'done', { timeout: 60_000 })
        await shoot(person, name)
      }
    })
  })
}
