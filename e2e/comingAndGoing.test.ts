// Other ways out of the room than its own button: a reload leads straight back in, the browser's "back" is leaving, and who closes the
// window was there until last seen.
import { vi } from '@hoi-truong/shared/i18n/words'
import { MemberApi } from './support/api.ts'
import { expect, test } from './support/fixtures.ts'
import { Person, withPeople } from './support/person.ts'
import { startSystem } from './support/system.ts'

const GRACE_SECONDS = 6

declare global {
  interface Window {
    /** Everything that was ever opened on this page. */
    openedTracks?: MediaStreamTrack[]
  }
}

function rememberTracks(): void {
  const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
  window.openedTracks = []
  navigator.mediaDevices.getUserMedia = async (wanted) => {
    const stream = await open(wanted)
    window.openedTracks?.push(...stream.getTracks())
    return stream
  }
}

const liveTracks = (person: Person) =>
  person.page.evaluate(() => window.openedTracks?.filter(({ readyState }) => readyState === 'live').length)

test('reload, back, and closing the window', async ({ browser }) => {
  const system = await startSystem({
    env: { ATTENDANCE_GRACE_SECONDS: String(GRACE_SECONDS), PRESENCE_RENEW_SECONDS: '1' },
  })
  try {
    const people = [await Person.arrive(browser, system), await Person.arrive(browser, system)] as const
    await withPeople(people, async (chair, member) => {
      const observer = await MemberApi.signIn(system, 'MAU-00005')
      const { memberId } = await MemberApi.signIn(system, 'MAU-00004')
      const meetingId = await observer.meetingId()
      const intervals = () => observer.intervals(meetingId, memberId)
      const lastReason = async () => (await intervals()).at(-1)?.reason
      await member.context.addInitScript(rememberTracks)
      await chair.join('MAU-00001', { voiceOnly: true })
      await member.join('MAU-00004')
      await chair.hearsAndSees(1)

      await test.step('a reload leads straight back in, with sound and picture as they were', async () => {
        await member.byId('mute-toggle').click()
        await member.page.reload()
        await expect(member.byId('room')).toBeVisible()
        await member.isConnected()
        await expect(member.byId('mute-toggle')).toHaveAttribute('data-muted', 'true')
        await expect(member.byId('camera-toggle')).toHaveAttribute('data-camera', 'true')
        await member.byId('mute-toggle').click()
        await chair.hearsAndSees(1)
        await member.hearsAndSees(1, { seen: 0 })
        expect(await intervals()).toMatchObject([{ endedAt: null }])
      })

      await test.step('"back" is leaving: at once, told to the room, and in the end without a camera', async () => {
        // The sentence is gone again after some seconds.
        await Promise.all([expect(chair.byId('announcement')).toContainText('rời phòng'), member.page.goBack()])
        await expect(member.byId('device-join')).toBeVisible()
        await expect.poll(lastReason).toBe('left')
        await chair.hearsAndSees(0)
        await member.page.goBack()
        await expect(member.byId('meeting-join').first()).toBeVisible()
        await expect.poll(() => liveTracks(member)).toBe(0)
        await member.page.goForward()
        await member.byId('device-join').click()
        await member.isConnected()
        await chair.hearsAndSees(1)
        await expect.poll(intervals).toMatchObject([{ reason: 'left' }, { endedAt: null }])
      })

      await test.step('who closes the window was there until last seen', async () => {
        await chair.byId('people-toggle').click()
        const closing = Date.now()
        await member.page.close()
        const closed = Date.now()
        await expect.poll(lastReason, { timeout: 30_000 }).toBe('lapsed')
        const last = Date.parse((await intervals()).at(-1)?.endedAt ?? '')
        expect(last).toBeGreaterThan(closing - 2_000)
        expect(last).toBeLessThan(closed + 2_000)
        await expect(chair.byId('count-present')).toHaveText('1')
        const row = chair.page.locator(`[data-testid=person-row][data-member-id="${memberId}"]`)
        await expect(row).toContainText(vi['presence.left'])
      })
    })
  } finally {
    await system.stop()
  }
})
