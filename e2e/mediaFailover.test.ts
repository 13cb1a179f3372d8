// A media worker, then the whole media-server, killed with -9 in mid-meeting: everybody is back by themselves.
import { expect, test } from './support/fixtures.ts'
import { Person, withPeople } from './support/person.ts'
import { workersOf } from './support/processes.ts'
import { startSystem } from './support/system.ts'

test('everybody comes back after a worker and after the media-server died', async ({ browser }) => {
  const system = await startSystem({ autoRestart: true })
  try {
    const people: [Person, Person] = [await Person.arrive(browser, system), await Person.arrive(browser, system)]
    await withPeople(people, async (chair, member) => {
      await chair.join('MAU-00001')
      await member.join('MAU-00004')
      for (const person of people) await person.hearsAndSees(1)

      const [worker] = workersOf(system.mediaServer.pid)
      expect(worker).toBeDefined()
      process.kill(worker ?? 0, 'SIGKILL')
      for (const person of people)
        await expect(person.byId('connection-state')).not.toHaveAttribute('data-media', 'connected')
      for (const person of people) await person.isConnected()
      for (const person of people) await person.hearsAndSees(1)

      await system.mediaServer.kill9()
      for (const person of people)
        await expect(person.byId('connection-state')).not.toHaveAttribute('data-media', 'connected')
      for (const person of people) await person.isConnected()
      for (const person of people) await person.hearsAndSees(1)
    })
  } finally {
    await system.stop()
  }
})
