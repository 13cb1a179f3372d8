// The main job: three members sign in, meet with voice and picture through our own media-server, are in the roll call, and the closed
// meeting stays on record.
import { expect, test } from './support/fixtures.ts'
import { Person, withPeople } from './support/person.ts'
import { startSystem } from './support/system.ts'

test('three members hear and see each other, and the closed meeting stays on record', async ({ browser }) => {
  const system = await startSystem()
  try {
    const people: [Person, Person, Person] = [
      await Person.arrive(browser, system),
      await Person.arrive(browser, system),
      await Person.arrive(browser, system, { phone: true }),
    ]
    const typed = { password: system.password }
    await withPeople(people, async (chair, secretary, member) => {
      await chair.join('MAU-00001', typed)
      await secretary.join('MAU-00014', typed)
      await member.join('MAU-00004', typed)
      for (const person of [chair, secretary, member]) await person.hearsAndSees(2)
      for (const person of [chair, secretary, member]) await expect(person.byId('tile')).toHaveCount(3)

      await expect(member.byId('meeting-open')).toHaveCount(0)
      await chair.byId('meeting-open').click()
      for (const person of [chair, secretary, member])
        await expect(person.byId('meeting-status')).toHaveAttribute('data-status', 'open')

      await chair.byId('people-toggle').click()
      await expect(chair.byId('count-present').first()).toHaveText('3')
      await expect(chair.byId('count-expected').first()).toHaveText('22')
      await expect(chair.page.locator('[data-testid=person-row][data-presence=present]')).toHaveCount(3)

      await chair.byId('meeting-close').click()
      await chair.byId('meeting-close-confirm').click()
      await expect(member.byId('meeting-ended')).toBeVisible()

      await secretary.page.goto(system.url)
      await secretary.byId('meeting-record').first().click()
      await expect(secretary.page.locator('[data-testid=record-row]:has([data-testid=record-interval])')).toHaveCount(3)
      await expect(secretary.byId('record-chain')).toHaveAttribute('data-chain', 'intact')
    })
  } finally {
    await system.stop()
  }
})
