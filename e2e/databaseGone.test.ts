// PostgreSQL is killed while people are in the room: pressing says that it could not be recorded, sound goes on, and after the restart of
// PostgreSQL alone everything works and nothing is lost.
import { vi } from '@hoi-truong/shared/i18n/words'
import { MemberApi } from './support/api.ts'
import { expect, test } from './support/fixtures.ts'
import { Person, withPeople } from './support/person.ts'
import { startSystem } from './support/system.ts'

test('the database is gone for a while', async ({ browser }) => {
  const system = await startSystem()
  try {
    const people = [await Person.arrive(browser, system), await Person.arrive(browser, system)] as const
    await withPeople(people, async (chair, member) => {
      const chairApi = await MemberApi.signIn(system, 'MAU-00001')
      const meetingId = await chairApi.meetingId()
      const before = await chairApi.eventTypes(meetingId)
      await chair.join('MAU-00001', { voiceOnly: true })
      await member.join('MAU-00004', { voiceOnly: true })
      await chair.hearsAndSees(1, { seen: 0 })

      await system.postgres.kill9()
      await chair.byId('meeting-open').click()
      await expect(chair.byId('command-refused')).toContainText(vi['error.DATABASE_UNAVAILABLE'])
      await expect(chair.byId('command-refused')).toHaveRole('alert')
      await expect(chair.byId('meeting-status')).toHaveAttribute('data-status', 'announced')
      for (const person of people) await person.hearsAndSees(1, { seen: 0 })

      await system.postgres.start()
      await expect.poll(async () => (await fetch(`${system.url}/readyz`)).status, { timeout: 30_000 }).toBe(200)
      await chair.byId('meeting-open').click()
      for (const person of people) await expect(person.byId('meeting-status')).toHaveAttribute('data-status', 'open')
      await expect(chair.byId('command-refused')).toHaveCount(0)
      for (const person of people) await person.isConnected()
      expect(await chairApi.eventTypes(meetingId)).toEqual([
        ...before,
        'attendance.intervalStarted',
        'attendance.intervalStarted',
        'meeting.opened',
      ])
    })
  } finally {
    await system.stop()
  }
})
