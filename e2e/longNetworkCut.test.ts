// A minute without network: with a grace period of 90 s nobody has departed; with one of 30 s the member left when last seen, and begins
// anew when the network is back. Both at once, in two systems.
import { vi } from '@hoi-truong/shared/i18n/words'
import { MemberApi } from './support/api.ts'
import { expect, test } from './support/fixtures.ts'
import { Network } from './support/network.ts'
import { Person, withPeople } from './support/person.ts'
import { type RunningSystem, startSystem } from './support/system.ts'
import { throughout } from './support/throughout.ts'

const voiceOnly = { voiceOnly: true }

/** Chair and member in the room of a system, and what the roll call says of the member. */
async function meet(system: RunningSystem, chair: Person, member: Person) {
  const observer = await MemberApi.signIn(system, 'MAU-00005')
  const { memberId } = await MemberApi.signIn(system, 'MAU-00004')
  const meetingId = await observer.meetingId()
  await chair.join('MAU-00001', voiceOnly)
  await member.join('MAU-00004', voiceOnly)
  await chair.hearsAndSees(1, { seen: 0 })
  await member.hearsAndSees(1, { seen: 0 })
  return () => observer.intervals(meetingId, memberId)
}

test('a minute without network, with a long and with a short grace period', async ({ browser }) => {
  test.setTimeout(180_000)
  const [patient, strict] = await Promise.all(
    ['90', '30'].map((seconds) => startSystem({ env: { ATTENDANCE_GRACE_SECONDS: seconds } })),
  )
  if (!patient || !strict) throw new Error('no systems')
  try {
    const people = [
      await Person.arrive(browser, patient),
      await Person.arrive(browser, patient),
      await Person.arrive(browser, strict),
      await Person.arrive(browser, strict),
    ] as const
    // Here the browser does not notice, so that the app has to find out by itself.
    const networks = [await Network.of(people[1], { unnoticed: true }), await Network.of(people[3])]
    try {
      await withPeople(people, async (chair, member, otherChair, otherMember) => {
        const [intervals, otherIntervals] = await Promise.all([
          meet(patient, chair, member),
          meet(strict, otherChair, otherMember),
        ])

        const cutAt = Date.now()
        for (const network of networks) await network.cut()
        await expect(otherMember.byId('connection-state')).toContainText(vi['connection.offline'])
        await expect(member.byId('connection-state')).toContainText(vi['connection.media_only'])
        await expect(member.byId('connection-state')).toContainText(vi['connection.reconnecting'], { timeout: 20_000 })
        await throughout(60 - (Date.now() - cutAt) / 1000, async () => {
          expect(await intervals()).toMatchObject([{ endedAt: null }])
        })
        await expect.poll(async () => (await otherIntervals())[0]?.reason).toBe('lapsed')
        const [left] = await otherIntervals()
        // When last seen, not when it was noticed.
        expect(Math.abs(Date.parse(left?.endedAt ?? '') - cutAt)).toBeLessThan(5_000)

        for (const network of networks) await network.mend()
        for (const person of [member, otherMember]) await person.isConnected()
        await Promise.all(people.map((person) => person.hearsAndSees(1, { seen: 0 })))
        expect(await intervals()).toMatchObject([{ endedAt: null }])
        await expect.poll(otherIntervals).toMatchObject([{ reason: 'lapsed' }, { endedAt: null }])
        for (const person of [chair, otherChair]) {
          await person.byId('people-toggle').click()
          await expect(person.byId('count-present')).toHaveText('2')
        }
      })
    } finally {
      for (const network of networks) await network.close()
    }
  } finally {
    await Promise.all([patient.stop(), strict.stop()])
  }
})
