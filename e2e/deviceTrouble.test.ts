// Camera and microphone that do not open: each reason has its own sentence, and everybody can still come in.
import type { MessageKey } from '@hoi-truong/shared/i18n'
import { vi } from '@hoi-truong/shared/i18n/words'
import { MemberApi } from './support/api.ts'
import { expect, test } from './support/fixtures.ts'
import { type Door, Person, withPeople } from './support/person.ts'

type Failures = { video?: string; audio?: string }

const BROKEN = 'test.broken'

/** Runs in the page at each load: devices fail as was last said, or there are none to ask. */
function breakDevices(key: string): void {
  const broken = location.protocol.startsWith('http') && sessionStorage.getItem(key)
  if (!broken) return
  const failures = JSON.parse(broken) as Failures | 'no https'
  if (failures === 'no https') {
    Object.defineProperty(navigator, 'mediaDevices', { value: undefined })
    return
  }
  const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
  navigator.mediaDevices.getUserMedia = (wanted = {}) => {
    const name = (wanted.video && failures.video) || (wanted.audio && failures.audio)
    return name ? Promise.reject(new DOMException('made by the test', name)) : open(wanted)
  }
}

/** A signed-in member with a browser whose devices can be broken from the next page on. */
async function signInWithFragileDevices(member: Person) {
  await member.context.addInitScript(breakDevices, BROKEN)
  await member.signIn('MAU-00015')
  await expect(member.byId('meeting-card').first()).toBeVisible()
  return (failures: Failures | 'no https') =>
    member.page.evaluate(([key, value]) => sessionStorage.setItem(key, value), [
      BROKEN,
      JSON.stringify(failures),
    ] as const)
}

const refused = 'NotAllowedError'
const missing = 'NotFoundError'
const inUse = 'NotReadableError'

const troubles: [string, Failures | 'no https', MessageKey[], Door][] = [
  ['camera refused', { video: refused }, ['device.camera_refused'], 'device-join-voice-only'],
  ['no camera', { video: missing }, ['device.camera_missing'], 'device-join-voice-only'],
  ['camera in use', { video: inUse }, ['device.camera_in_use'], 'device-join-voice-only'],
  ['microphone refused', { audio: refused }, ['device.microphone_refused'], 'device-join-listen'],
  ['no microphone', { audio: missing }, ['device.microphone_missing'], 'device-join-listen'],
  ['microphone in use', { audio: inUse }, ['device.microphone_in_use'], 'device-join-listen'],
  [
    'both refused',
    { video: refused, audio: refused },
    ['device.camera_refused', 'device.microphone_refused'],
    'device-join-listen',
  ],
  ['no https', 'no https', ['device.camera_insecure', 'device.microphone_insecure'], 'device-join-listen'],
]

/** Those who go on into the room; the others see the same door. */
const enters = new Set(['camera refused', 'both refused'])

test('each has its own sentence, and one still comes in', async ({ browser, system }) => {
  const meetingId = await (await MemberApi.signIn(system, 'MAU-00001')).schedule()
  const people = [await Person.arrive(browser, system), await Person.arrive(browser, system)] as const
  await withPeople(people, async (chair, member) => {
    await chair.enterAs('MAU-00001', meetingId, 'device-join-voice-only')
    const breakFromNow = await signInWithFragileDevices(member)
    for (const [name, failures, sentences, door] of troubles) {
      await test.step(name, async () => {
        await breakFromNow(failures)
        await member.page.goto(`${system.url}/meetings/${meetingId}/join`)
        for (const key of sentences)
          await expect(member.byId('device-error').filter({ hasText: vi[key] })).toHaveRole('alert')
        await expect(member.byId('device-error')).toHaveCount(sentences.length)
        if (!enters.has(name)) return expect(member.byId(door)).toBeEnabled()
        await member.byId(door).click()
        await member.isConnected()
        await member.hearsAndSees(1, { seen: 0 })
      })
    }
  })
})

test('a camera that was in use is there after "try again"; in the room a press says what is wrong', async ({
  browser,
  system,
}) => {
  const meetingId = await (await MemberApi.signIn(system, 'MAU-00001')).schedule()
  await withPeople([await Person.arrive(browser, system)], async (member) => {
    const breakFromNow = await signInWithFragileDevices(member)
    await breakFromNow({ video: inUse })
    await member.enterMeeting(meetingId, 'device-join-voice-only')
    await member.byId('camera-toggle').click()
    await expect(member.byId('device-error')).toHaveText(new RegExp(vi['device.camera_in_use'].slice(0, 40)))
    await expect(member.byId('camera-toggle')).toHaveAttribute('data-camera', 'false')
    await member.byId('leave').click()

    await member.page.goto(`${system.url}/meetings/${meetingId}/join`)
    await expect(member.byId('device-error')).toBeVisible()
    await member.page.evaluate(() => {
      navigator.mediaDevices.getUserMedia = MediaDevices.prototype.getUserMedia
    })
    await member.byId('device-retry').click()
    await expect(member.byId('device-error')).toHaveCount(0)
    await expect(member.byId('device-join')).toBeVisible()
  })
})
