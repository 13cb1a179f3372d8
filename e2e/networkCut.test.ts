// One member's network is gone for ten seconds, everything at once: nobody departs, the member reads what is happening and can still
// mute and leave by keyboard, and afterwards room, sound and picture are right.
import { vi } from '@hoi-truong/shared/i18n/words'
import { MemberApi } from './support/api.ts'
import { expect, test } from './support/fixtures.ts'
import { press } from './support/keyboard.ts'
import { Network } from './support/network.ts'
import { Person, withPeople } from './support/person.ts'
import { throughout } from './support/throughout.ts'

test('ten seconds without network', async ({ browser, system }) => {
  const people = [await Person.arrive(browser, system), await Person.arrive(browser, system)] as const
  const network = await Network.of(people[1])
  try {
    await withPeople(people, async (chair, member) => {
      const secretary = await MemberApi.signIn(system, 'MAU-00001')
      const { memberId } = await MemberApi.signIn(system, 'MAU-00004')
      const meetingId = await secretary.schedule()
      await chair.enterAs('MAU-00001', meetingId)
      await member.enterAs('MAU-00004', meetingId, 'device-join-voice-only')
      await chair.hearsAndSees(1, { seen: 0 })
      await member.hearsAndSees(1)
      await chair.byId('people-toggle').click()

      await network.cut()
      await expect(member.byId('connection-state')).toHaveAttribute('data-state', 'offline')
      await expect(member.page.getByRole('status').filter({ hasText: vi['connection.offline'] })).toBeVisible()
      await press(member.page, member.byId('mute-toggle'))
      await expect(member.byId('mute-toggle')).toHaveAttribute('data-muted', 'true')
      await press(member.page, member.byId('mute-toggle'), 'Space')
      await expect(member.byId('mute-toggle')).toHaveAttribute('data-muted', 'false')
      await chair.hearsAndSees(0)
      await throughout(10, async () => {
        await expect(chair.byId('count-present')).toHaveText('2')
        expect(await secretary.intervals(meetingId, memberId)).toMatchObject([{ endedAt: null }])
      })

      await network.mend()
      await member.isConnected()
      await expect(member.byId('connection-state')).toContainText(vi['connection.connected'])
      await chair.hearsAndSees(1, { seen: 0 })
      await member.hearsAndSees(1)
      await expect(member.byId('tile')).toHaveCount(2)
      expect(await secretary.intervals(meetingId, memberId)).toMatchObject([{ endedAt: null }])

      // What happens in the room meanwhile is caught up with.
      await network.cut()
      await expect(member.byId('connection-state')).toHaveAttribute('data-state', 'offline')
      await chair.byId('meeting-open').click()
      await expect(chair.byId('meeting-status')).toHaveAttribute('data-status', 'open')
      await network.mend()
      await expect(member.byId('meeting-status')).toHaveAttribute('data-status', 'open')

      await network.cut()
      await press(member.page, member.byId('leave'))
      await expect(member.byId('room')).toHaveCount(0)
      await expect(member.byId('meeting-card').first()).toBeVisible()
      await network.mend()
    })
  } finally {
    await network.close()
  }
})
