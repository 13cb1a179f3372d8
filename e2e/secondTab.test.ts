// A second tab of the same member: counted once; the newest has sound and picture, the older says so and can take it back.
import { MemberApi } from './support/api.ts'
import { expect, test } from './support/fixtures.ts'
import { Person, withPeople } from './support/person.ts'
import { startSystem } from './support/system.ts'

test('the newest tab takes over, the older is told in words and can take it back', async ({ browser }) => {
  const system = await startSystem()
  try {
    const people: [Person, Person] = [await Person.arrive(browser, system), await Person.arrive(browser, system)]
    await withPeople(people, async (chair, member) => {
      const observer = await MemberApi.signIn(system, 'MAU-00005')
      const { memberId } = await MemberApi.signIn(system, 'MAU-00004')
      const meetingId = await observer.meetingId()
      await chair.join('MAU-00001')
      await member.join('MAU-00004')
      const second = await member.openTab()
      await second.page.goto(system.url)
      await second.enterRoom()
      await second.hearsAndSees(1)

      await expect(member.byId('media-stopped')).toContainText(/đồng chí/i)
      expect(await observer.intervals(meetingId, memberId)).toMatchObject([{ endedAt: null }])
      await chair.byId('people-toggle').click()
      await expect(chair.byId('count-present').first()).toHaveText('2')

      await member.byId('continue-here').click()
      await member.isConnected()
      await member.hearsAndSees(1)
      await expect(second.byId('media-stopped')).toBeVisible()

      // One of two tabs is closed by its button: the member stays.
      await second.byId('leave').click()
      await expect(second.byId('room')).toHaveCount(0)
      await member.hearsAndSees(1)
      expect(await observer.intervals(meetingId, memberId)).toMatchObject([{ endedAt: null }])
      await member.byId('leave').click()
      await expect.poll(async () => (await observer.intervals(meetingId, memberId))[0]?.reason).toBe('left')
    })
  } finally {
    await system.stop()
  }
})
