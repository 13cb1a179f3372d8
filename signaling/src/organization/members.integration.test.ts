// A branch's list over time: statuses and offices by day, moves between branches with their history, and the roles that follow.
import { statusOn } from '@hoi-truong/shared/organization'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { takeClock } from '../../../scripts/testing/clock.ts'
import { SERVER } from '../log/commandDefinition.ts'
import { asMember, openTestLog, type TestLog } from '../testing/log.ts'
import { enrol, type Give, laySiblings, type Siblings } from '../testing/organizations.ts'
import { member } from '../testing/signaling.ts'
import { organizationRoles, readRoll } from './facts.ts'
import { readMembersOn } from './membersOn.ts'
import { readMemberView } from './memberView.ts'

let log: TestLog
let give: Give
let siblings: Siblings
let branchId: string

beforeAll(async () => {
  log = await openTestLog()
  give = (type, streamId, payload) => log.nodes[0].give(SERVER, type, streamId, payload)
  branchId = log.sample.branchId
  const [province, commune] = log.sample.organizations
  siblings = await laySiblings(give, province?.id ?? '', commune?.id ?? '')
})
afterAll(() => log.stop())

const database = () => log.nodes[0].database
const lineOf = async (organizationId: string, memberId: string, day: string) =>
  (await readMembersOn(database(), organizationId, day)).find((line) => line.memberId === memberId)
const rolesOf = async (memberId: string, organizationId: string) =>
  (await organizationRoles(database(), memberId, organizationId)).map(({ role, at }) => `${role} ${at}`).sort()

test('the sample: 25 members in the order of the list, 22 of them active', async () => {
  const roll = await readRoll(database(), branchId, '2026-11-03T12:30:00Z')
  expect(roll).toMatchObject({
    organizationName: 'Chi bộ Thôn Giả Định 2',
    upperName: 'Đảng ủy xã Minh Họa',
    guests: [],
  })
  expect(roll?.members).toHaveLength(25)
  expect(roll?.members.slice(0, 4).map(({ name, office }) => [name, office])).toEqual([
    ['Trần Văn Minh Họa', 'branchSecretary'],
    ['Nguyễn Thị Ví Dụ', 'deputySecretary'],
    ['Lê Quang Giả Định', 'committeeMember'],
    ['Lương Thị Kịch Bản', 'member'],
  ])
  const count = (status: string) => roll?.members.filter((entry) => entry.status === status).length
  expect([count('active'), count('exempt'), count('away')]).toEqual([22, 2, 1])
  expect(roll?.members.filter(({ category }) => category === 'official')).toHaveLength(23)
  expect(roll?.members.every(({ temporary }) => !temporary)).toBe(true)
  expect(roll?.followers.map(({ memberId, title }) => [memberId, title])).toEqual([
    [member('db01'), 'Đảng ủy viên xã Minh Họa, phụ trách chi bộ'],
  ])
})

test('an unknown organization has no roll', async () => {
  expect(await readRoll(database(), member('none'), '2026-11-03T12:30:00Z')).toBeNull()
})

describe('a status', () => {
  const exempt = (memberId: string, from: string, to: string | null) => ({
    kind: 'exempt',
    memberId,
    decision: { number: '21-NQ/CB', date: from },
    ground: 'Điều trị dài ngày',
    from,
    to,
  })

  it('holds from its first to its last day, with its decision', async () => {
    const { memberId } = await enrol(give, siblings.siblingBranchId)
    await give('member.setStanding', siblings.siblingBranchId, exempt(memberId, '2026-03-01', '2026-08-31'))
    const on = async (day: string) => (await lineOf(siblings.siblingBranchId, memberId, day))?.status
    expect([await on('2026-02-28'), await on('2026-03-01'), await on('2026-08-31'), await on('2026-09-01')]).toEqual([
      'active',
      'exempt',
      'exempt',
      'active',
    ])
    expect((await lineOf(siblings.siblingBranchId, memberId, '2026-05-01'))?.standing).toMatchObject({
      decision: { number: '21-NQ/CB', date: '2026-03-01' },
      ground: 'Điều trị dài ngày',
    })
    // The day is Vietnam's: half past midnight there is still yesterday in UTC.
    const roll = await readRoll(database(), siblings.siblingBranchId, '2026-02-28T17:30:00Z')
    expect(roll?.members.find((entry) => entry.memberId === memberId)?.status).toBe('exempt')
  })

  it('is not given twice for the same days, ends when told, is taken back by an end before its beginning', async () => {
    const branch = siblings.siblingBranchId
    const { memberId } = await enrol(give, branch)
    await give('member.setStanding', branch, exempt(memberId, '2026-03-01', null))
    await expect(give('member.setStanding', branch, exempt(memberId, '2026-05-01', null))).rejects.toMatchObject({
      code: 'STANDING_OVERLAPS',
    })
    await expect(
      give('member.setStanding', branch, exempt(memberId, '2026-05-01', '2026-04-01')),
    ).rejects.toMatchObject({ code: 'PERIOD_WRONG' })
    const end = (from: string, to: string) => give('member.endStanding', branch, { memberId, kind: 'exempt', from, to })
    await expect(end('2026-03-02', '2026-04-30')).rejects.toMatchObject({ code: 'STANDING_UNKNOWN' })
    await end('2026-03-01', '2026-04-30')
    await give('member.setStanding', branch, exempt(memberId, '2026-05-01', null))
    await expect(end('2026-03-01', '2026-05-15')).rejects.toMatchObject({ code: 'STANDING_OVERLAPS' })
    await end('2026-05-01', '2026-04-30')
    const view = await readMemberView(database(), branch, memberId, '2026-11-22')
    expect(view.standings.map(({ from, to }) => [from, to])).toEqual([['2026-03-01', '2026-04-30']])
    expect(statusOn(view, '2026-06-01')).toBe('active')
  })

  it('is not given before somebody belongs to the branch, nor to a stranger', async () => {
    const { memberId } = await enrol(give, siblings.siblingBranchId, {
      membership: { kind: 'regular', from: '2026-06-01', to: null },
    })
    await expect(
      give('member.setStanding', siblings.siblingBranchId, exempt(memberId, '2026-05-31', null)),
    ).rejects.toMatchObject({ code: 'MEMBER_NOT_HERE' })
    await expect(
      give('member.setStanding', siblings.cousinBranchId, exempt(memberId, '2026-07-01', null)),
    ).rejects.toMatchObject({ code: 'MEMBER_UNKNOWN' })
  })
})

describe('an office', () => {
  const term = (memberId: string, office: string, from: string, to: string | null = null) => ({
    memberId,
    office,
    from,
    to,
  })

  it('is held by one secretary at a time, by official members, one office each', async () => {
    const branch = siblings.siblingBranchId
    const [first, second, young] = await Promise.all([
      enrol(give, branch),
      enrol(give, branch),
      enrol(give, branch, { category: 'probationary' }),
    ])
    await give('member.assignOffice', branch, term(first.memberId, 'branchSecretary', '2025-08-01'))
    const refusals: [object, string][] = [
      [term(second.memberId, 'branchSecretary', '2026-01-01'), 'OFFICE_TAKEN'],
      [term(first.memberId, 'deputySecretary', '2026-01-01'), 'OFFICE_OVERLAPS'],
      [term(young.memberId, 'committeeMember', '2026-01-01'), 'MEMBER_NOT_OFFICIAL'],
      [term(second.memberId, 'committeeMember', '2026-01-02', '2026-01-01'), 'PERIOD_WRONG'],
    ]
    for (const [wish, code] of refusals)
      await expect(give('member.assignOffice', branch, wish), code).rejects.toMatchObject({ code })
    await give('member.endOffice', branch, {
      ...term(first.memberId, 'branchSecretary', '2025-08-01'),
      to: '2025-12-31',
    })
    await give('member.assignOffice', branch, term(second.memberId, 'branchSecretary', '2026-01-01'))
    expect((await lineOf(branch, first.memberId, '2025-12-31'))?.office).toBe('branchSecretary')
    expect((await lineOf(branch, first.memberId, '2026-01-01'))?.office).toBe('member')
    expect(await rolesOf(first.memberId, branch)).toEqual(['member here'])
    expect(await rolesOf(second.memberId, branch)).toEqual(['branchSecretary here', 'member here'])
    await give('member.setCategory', branch, { category: 'official', memberId: young.memberId, from: '2026-05-19' })
    expect((await lineOf(branch, young.memberId, '2026-05-18'))?.category).toBe('probationary')
    expect((await lineOf(branch, young.memberId, '2026-05-19'))?.category).toBe('official')
  })

  it('gives its role for its term by the clock of the log', async () => {
    const branch = siblings.cousinBranchId
    const { memberId } = await enrol(give, branch)
    await give('member.assignOffice', branch, term(memberId, 'deputySecretary', '2026-01-01', '2027-06-30'))
    expect(await rolesOf(memberId, branch)).toEqual(['deputySecretary here', 'member here'])
    expect(await rolesOf(memberId, siblings.siblingCommuneId)).toEqual([])
    const clock = await takeClock(log.ownerUrl)
    try {
      await clock.shift(365 * 86_400)
      expect(await rolesOf(memberId, branch)).toEqual(['member here'])
    } finally {
      await clock.shift(0)
      await clock.stop()
    }
  })

  it('above the branch is known as held above', async () => {
    const { memberId } = await enrol(give, siblings.siblingCommuneId, {
      roles: [{ role: 'administrator', organizationId: siblings.siblingCommuneId, from: null, to: null }],
    })
    expect(await rolesOf(memberId, siblings.cousinBranchId)).toEqual(['administrator above', 'member above'])
    expect(await rolesOf(memberId, siblings.siblingBranchId)).toEqual([])
  })

  it('outside the reach of a list is not given by it', async () => {
    await expect(
      enrol(give, siblings.siblingCommuneId, {
        roles: [{ role: 'administrator', organizationId: branchId, from: null, to: null }],
      }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

test('a suspended officer is a member and nothing else, and cannot end the own suspension', async () => {
  const deputy = member('dv02')
  expect(await rolesOf(deputy, branchId)).toEqual(['deputySecretary here', 'member here'])
  const decision = { number: '03-QĐ/UBKT', date: '2026-11-01' }
  await give('member.setStanding', branchId, {
    memberId: deputy,
    kind: 'suspended',
    decision,
    from: '2026-11-01',
    to: null,
  })
  expect(await rolesOf(deputy, branchId)).toEqual(['member here'])
  const ownEnd = { memberId: deputy, kind: 'suspended', from: '2026-11-01', to: '2026-11-02' }
  const trying = log.nodes[0].give(asMember(deputy), 'member.endStanding', branchId, ownEnd)
  await expect(trying).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await give('member.endStanding', branchId, ownEnd)
  expect(await rolesOf(deputy, branchId)).toEqual(['deputySecretary here', 'member here'])
})
