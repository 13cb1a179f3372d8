// A room in which everybody shows a camera costs a phone no more than its share, and a tab that is hidden costs sound only: counted at the
// server and on the phone's own line. The others are generators that join the real way.
import { expect, test } from './support/fixtures.ts'
import { fillRoom } from './support/fullRoom.ts'
import { Generators } from './support/generators.ts'
import { setHidden } from './support/hiding.ts'
import { HinderedPlace } from './support/hinderedPlace.ts'
import { type MediaStats, withPeople } from './support/person.ts'
import { FRESH_AFTER_SECONDS, sentMedia } from './support/sentMedia.ts'
import { throughout } from './support/throughout.ts'

const CAMERAS = 8
const PHONE_KBITS = 400

const growing = (before: MediaStats, now: MediaStats): number =>
  Object.entries(now).filter(([id, { framesDecoded }]) => framesDecoded > (before[id]?.framesDecoded ?? 0)).length

test('eight cameras on a phone, and a hidden tab', async () => {
  test.setTimeout(240_000)
  const place = await HinderedPlace.open()
  const generators = await Generators.open((await place.arriveElsewhere()).context, place.system)
  try {
    const { meetingId, number } = await fillRoom(place.system, generators, CAMERAS)
    await withPeople([await place.arrive({ phone: true })], async (phone) => {
      await phone.enterAs(number, meetingId, 'device-join-voice-only')
      const decoded = async (): Promise<number> =>
        Object.values(await phone.stats()).filter(({ framesDecoded }) => framesDecoded > 0).length
      await expect.poll(decoded).toBeGreaterThanOrEqual(2)
      const over = async (seconds: number, look: () => Promise<void>) => {
        const before = { sent: await sentMedia(place.system), line: place.relay.counts, at: performance.now() }
        await throughout(seconds, look)
        const [sent, line] = [await sentMedia(place.system), place.relay.counts]
        const elapsed = performance.now() - before.at
        return {
          kbits: ((line.down.bytes - before.line.down.bytes) * 8) / elapsed,
          camera: sent.camera.packets - before.sent.camera.packets,
          microphone: sent.microphone.packets - before.sent.microphone.packets,
        }
      }

      // Of eight cameras the server lets a phone receive two.
      const shown = await over(FRESH_AFTER_SECONDS + 1, async () => {
        const before = await phone.stats()
        await expect.poll(async () => growing(before, await phone.stats())).toBeGreaterThan(0)
        expect(growing(before, await phone.stats())).toBeLessThanOrEqual(2)
      })
      expect(shown.camera).toBeGreaterThan(50)
      expect(shown.kbits).toBeLessThanOrEqual(PHONE_KBITS)

      await setHidden(phone.page, true)
      // What is on its way, and what the server's last look did not see.
      await over(FRESH_AFTER_SECONDS + 1, async () => undefined)
      const hidden = await over(FRESH_AFTER_SECONDS + 1, async () => undefined)
      expect(hidden.camera).toBe(0)
      expect(hidden.microphone).toBeGreaterThan(50)

      await setHidden(phone.page, false)
      const before = await phone.pictures()
      await expect.poll(() => phone.pictures()).toBeGreaterThan(before)
    })
  } finally {
    await generators.close()
    await place.close()
  }
})
