// Members who move: out of one branch and into another, for good or for a time. Nobody belongs to two, and both keep what they saw.
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { SERVER } from '../log/commandDefinition.ts'
import { openTestLog, type TestLog } from '../testing/log.ts'
import { enrol, type Give, laySiblings, type Siblings } from '../testing/organizations.ts'
import { organizationRoles, readRoll } from './facts.ts'
import { readMembersOn } from './membersOn.ts'
import { readMemberView } from './memberView.ts'

let log: TestLog
let give: Give
let siblings: Siblings

beforeAll(async () => {
  log = await openTestLog()
  give = (type, streamId, payload) => log.nodes[0].give(SERVER, type, streamId, payload)
  const [province, commune] = log.sample.organizations
  siblings = await laySiblings(give, province?.id ?? '', commune?.id ?? '')
})
afterAll(() => log.stop())

const database = () => log.nodes[0].database
const isListed = async (organizationId: string, memberId: string, day: string) =>
  (await readMembersOn(database(), organizationId, day)).some((line) => line.memberId === memberId)
const from2025 = { membership: { kind: 'regular' as const, from: '2025-07-01', to: null } }
const receive = (to: string, memberNumber: string, from: string, kind = 'regular', until: string | null = null) =>
  give('member.receive', to, { memberNumber, kind, from, to: until })
const out = (branch: string, memberId: string, to: string, destinationId: string | null) =>
  give('member.transferOut', branch, {
    memberId,
    to,
    destinationId,
    destinationName: destinationId ? null : 'Nơi khác',
  })

describe('a member who moves from one branch to another', () => {
  let old: string
  let next: string
  let person: { memberId: string; memberNumber: string }

  beforeAll(async () => {
    old = siblings.siblingBranchId
    next = siblings.cousinBranchId
    person = await enrol(give, old, {
      ...from2025,
      officialFrom: '2012-05-19',
      standings: [
        {
          kind: 'exempt',
          decision: { number: '9-NQ/CB', date: '2026-01-05' },
          ground: 'Sức khỏe yếu',
          place: null,
          from: '2026-01-05',
          to: null,
        },
      ],
      offices: [{ office: 'committeeMember', from: '2025-08-01', to: null }],
    })
  })

  it('is not received before the old branch has let them go, nor by their number alone', async () => {
    await expect(receive(next, person.memberNumber, '2026-07-01')).rejects.toMatchObject({
      code: 'MEMBER_NOT_INTRODUCED',
    })
    await expect(receive(next, 'THU-KHONG-CO', '2026-07-01')).rejects.toMatchObject({ code: 'MEMBER_NOT_INTRODUCED' })
    await expect(enrolAgain()).rejects.toMatchObject({ code: 'MEMBER_ELSEWHERE' })
  })
  const enrolAgain = () => enrol(give, next, { memberId: person.memberId, memberNumber: person.memberNumber })

  it('is received from the day after the last one there, not on it', async () => {
    await expect(out(old, person.memberId, '2026-06-30', old)).rejects.toMatchObject({ code: 'MEMBER_ALREADY_HERE' })
    await out(old, person.memberId, '2026-06-30', next)
    await expect(out(old, person.memberId, '2026-07-31', next)).rejects.toMatchObject({ code: 'MEMBER_NOT_HERE' })
    await expect(receive(next, person.memberNumber, '2026-06-30')).rejects.toMatchObject({ code: 'MEMBER_ELSEWHERE' })
    await expect(receive(log.sample.branchId, person.memberNumber, '2026-07-01')).rejects.toMatchObject({
      code: 'MEMBER_NOT_INTRODUCED',
    })
    await receive(next, person.memberNumber, '2026-07-01')
    await expect(receive(next, person.memberNumber, '2026-08-01')).rejects.toMatchObject({
      code: 'MEMBER_ALREADY_HERE',
    })
  })

  it('stands in the list of the one branch until the move and of the other from then on', async () => {
    const { memberId } = person
    expect([await isListed(old, memberId, '2026-06-30'), await isListed(next, memberId, '2026-06-30')]).toEqual([
      true,
      false,
    ])
    expect([await isListed(old, memberId, '2026-07-01'), await isListed(next, memberId, '2026-07-01')]).toEqual([
      false,
      true,
    ])
  })

  it('keeps the exemption and the day of becoming official, not the office', async () => {
    const line = (await readMembersOn(database(), next, '2026-07-01')).find((one) => one.memberId === person.memberId)
    expect(line).toMatchObject({ status: 'exempt', officialFrom: '2012-05-19', office: 'member' })
    expect(line?.standing).toMatchObject({ decision: { number: '9-NQ/CB', date: '2026-01-05' } })
  })

  it('has a history that both branches tell alike', async () => {
    for (const branch of [old, next]) {
      const { memberships } = await readMemberView(database(), branch, person.memberId, '2026-11-22')
      expect(
        memberships.map(({ branch: { name }, from, to, destination, origin }) => [
          name,
          from,
          to,
          origin?.name,
          destination?.name,
        ]),
      ).toEqual([
        ['Chi bộ Thôn Giả Định 3', '2025-07-01', '2026-06-30', undefined, 'Chi bộ Thôn Tưởng Tượng'],
        ['Chi bộ Thôn Tưởng Tượng', '2026-07-01', null, 'Chi bộ Thôn Giả Định 3', undefined],
      ])
    }
    const { offices } = await readMemberView(database(), old, person.memberId, '2026-06-30')
    expect(offices).toEqual([{ office: 'committeeMember', from: '2025-08-01', to: '2026-06-30' }])
  })

  it('may do in each branch what follows from belonging to it', async () => {
    expect(await organizationRoles(database(), person.memberId, old)).toEqual([])
    expect(await organizationRoles(database(), person.memberId, next)).toEqual([{ role: 'member', at: 'here' }])
  })
})

test('a transfer that was a mistake is taken back by receiving the member again', async () => {
  const branch = siblings.siblingBranchId
  const { memberId, memberNumber } = await enrol(give, branch, from2025)
  await out(branch, memberId, '2026-06-30', siblings.cousinBranchId)
  await receive(branch, memberNumber, '2026-07-01')
  expect(await isListed(branch, memberId, '2026-07-01')).toBe(true)
  await expect(receive(siblings.cousinBranchId, memberNumber, '2026-07-01')).rejects.toMatchObject({
    code: 'MEMBER_NOT_INTRODUCED',
  })
})

test('two branches that take in the same member at once: one does', async () => {
  const { memberId, memberNumber } = await enrol(give, siblings.siblingBranchId, from2025)
  await out(siblings.siblingBranchId, memberId, '2026-06-30', null)
  const outcomes = await Promise.allSettled(
    [siblings.cousinBranchId, log.sample.branchId].map((branch, index) =>
      log.nodes[index as 0 | 1].give(SERVER, 'member.receive', branch, {
        memberNumber,
        kind: 'regular',
        from: '2026-07-01',
        to: null,
      }),
    ),
  )
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a member who is here for a time stands on the roll as such, and still belongs to the other branch', async () => {
  const home = siblings.cousinBranchId
  const host = siblings.siblingBranchId
  const { memberId, memberNumber } = await enrol(give, home, from2025)
  const visit = () => receive(host, memberNumber, '2026-09-01', 'temporary', '2026-12-31')
  await expect(visit()).rejects.toMatchObject({ code: 'MEMBER_NOT_INTRODUCED' })
  const place = 'Chi bộ Thôn Giả Định 3'
  await give('member.setStanding', home, { kind: 'away', memberId, place, from: '2026-09-01', to: null })
  await visit()
  const entry = async (branch: string, at: string) =>
    (await readRoll(database(), branch, at))?.members.find((one) => one.memberId === memberId)
  expect(await entry(host, '2026-09-01T12:00:00Z')).toMatchObject({ temporary: true, status: 'active' })
  expect(await entry(home, '2026-09-01T12:00:00Z')).toMatchObject({ temporary: false, status: 'away' })
  expect(await entry(host, '2026-08-31T12:00:00Z')).toBeUndefined()
  expect(await organizationRoles(database(), memberId, host)).toEqual([{ role: 'member', at: 'here' }])
  const person = await database().member.findUniqueOrThrow({ where: { id: memberId } })
  expect(person.organizationId).toBe(home)

  await give('member.endTemporary', host, { memberId, to: '2026-10-31' })
  expect(await entry(host, '2026-11-01T12:00:00Z')).toBeUndefined()
  expect(await organizationRoles(database(), memberId, host)).toEqual([])
  await expect(
    give('member.assignOffice', host, { memberId, office: 'committeeMember', from: '2026-10-01', to: null }),
  ).rejects.toMatchObject({ code: 'MEMBER_NOT_HERE' })
})
