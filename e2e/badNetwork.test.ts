// A member behind 64 kbit/s down and 32 up, 400 ms, 5 % loss, made by the relay: hears the speaker, misses no control message, reads that the
// network is poor and that pictures are off, and has them again by itself once it is mended. Where UDP is blocked, sound comes over TCP.
import { conditionsOf, profiles } from '../scripts/testing/relay/profiles.ts'
import { MemberApi } from './support/api.ts'
import { ControlTraffic } from './support/controlTraffic.ts'
import { expect, test } from './support/fixtures.ts'
import { HinderedPlace } from './support/hinderedPlace.ts'
import { withPeople } from './support/person.ts'

/** Pictures have to be dropped, or to come back, by what the device measures: that takes its time. */
const ADAPTS = { timeout: 90_000 }

test('voice gets through a bad network, pictures wait, and UDP may be blocked', async () => {
  test.setTimeout(240_000)
  const place = await HinderedPlace.open()
  try {
    const people = [await place.arriveElsewhere(), await place.arrive({ phone: true })] as const
    await withPeople(people, async (chair, member) => {
      const secretary = await MemberApi.signIn(place.system, 'MAU-00001')
      const { memberId } = await MemberApi.signIn(place.system, 'MAU-00004')
      const meetingId = await secretary.schedule()
      const traffic = new ControlTraffic(member, meetingId)
      await chair.enterAs('MAU-00001', meetingId)
      await chair.byId('meeting-open').click()
      await member.enterAs('MAU-00004', meetingId)
      await member.hearsAndSees(1)

      place.relay.set(conditionsOf(profiles.edge))
      const withoutPictures = member.page.locator(
        '[data-testid=link-notice]:is([data-step=noPictures], [data-step=oneVoice])',
      )
      await expect(withoutPictures).toBeVisible(ADAPTS)
      for (let turn = 0; turn < 6; turn += 1) {
        await traffic.chairActs(secretary, secretary.memberId)
        if (turn % 3 === 0) await traffic.personActs()
      }
      await member.hearsAndSees(1, { seen: 0 })
      await traffic.hasArrived()
      expect(traffic.isWithoutGap).toBe(true)
      // A socket that is opened anew goes on where it was; whoever is dropped has an interval that ended.
      expect(await secretary.intervals(meetingId, memberId)).toMatchObject([{ endedAt: null }])

      place.relay.set()
      await expect(withoutPictures).toHaveCount(0, ADAPTS)
      await member.hearsAndSees(1)

      place.relay.blockUdp()
      await member.byId('leave').click()
      await member.enterMeeting(meetingId, 'device-join-voice-only')
      await member.hearsAndSees(1)
      expect(await member.receivesBy()).toBe('tcp')
    })
  } finally {
    await place.close()
  }
})
