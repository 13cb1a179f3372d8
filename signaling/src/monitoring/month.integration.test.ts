// The month of a commune as its officer reads it over HTTP: who has met, by which day, in which tree; and who may ask.
import { randomUUID } from 'node:crypto'
import type { ErrorReply } from '@hoi-truong/shared/errors'
import type { MeetingPlan } from '@hoi-truong/shared/meeting'
import type { BranchLine, CommitteeLine, MonitoringView } from '@hoi-truong/shared/monitoring'
import { defaultRuleSet } from '@hoi-truong/shared/rules'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { type TestClock, takeClock } from '../../../scripts/testing/clock.ts'
import { appoint } from '../testing/officers.ts'
import { type Give, giveTo, laySiblings, register, type Siblings } from '../testing/organizations.ts'
import { asServer } from '../testing/outsiders.ts'
import { planFor } from '../testing/plans.ts'
import { member, signIn, startTestSignaling, type TestSignaling } from '../testing/signaling.ts'

let signaling: TestSignaling
let clock: TestClock
let give: Give
let siblings: Siblings
let provinceId: string
let branchId: string
const tokens = new Map<string, string>()

beforeAll(async () => {
  signaling = await startTestSignaling({ MEMBER_BURST: '10000', ACCESS_TOKEN_SECONDS: '86400' })
  const { server, sample, testDatabase } = signaling
  clock = await takeClock(testDatabase.ownerUrl)
  give = giveTo(server)
  branchId = sample.branchId
  provinceId = sample.organizations[0]?.id ?? ''
  siblings = await laySiblings(give, provinceId, sample.organizations[1]?.id ?? '')
  const { communeId, siblingCommuneId } = siblings
  tokens.set('monitor', (await appoint(signaling, give, { role: 'upperMonitor', of: communeId })).token)
  tokens.set('cousin', (await appoint(signaling, give, { role: 'upperMonitor', of: siblingCommuneId })).token)
  tokens.set('province', (await appoint(signaling, give, { role: 'upperMonitor', of: provinceId })).token)
  tokens.set('auditor', (await appoint(signaling, give, { role: 'auditor', of: communeId })).token)
  tokens.set('administrator', (await appoint(signaling, give, { role: 'administrator', of: provinceId })).token)
  const leaving = { role: 'upperMonitor' as const, of: communeId, to: '2026-11-15' }
  tokens.set('leaving', (await appoint(signaling, give, leaving)).token)
  for (const id of ['dv01', 'dv04', 'db01']) tokens.set(id, await signIn(server.url, id))
})
afterAll(async () => {
  await clock.stop()
  await signaling.stop()
})

async function read(who: string, id: string, month = ''): Promise<MonitoringView & { error?: ErrorReply }> {
  const query = month && `?month=${month}`
  const response = await fetch(`${signaling.server.url}/api/v1/organizations/${id}/monitoring${query}`, {
    headers: { authorization: `Bearer ${tokens.get(who)}` },
  })
  return (await response.json()) as MonitoringView & { error?: ErrorReply }
}

async function lineOf(id: string, month = '', who = 'monitor', root = siblings.communeId): Promise<BranchLine> {
  const { lines } = await read(who, root, month)
  const line = lines.find(({ organizationId }) => organizationId === id)
  if (line?.kind !== 'branch') throw new Error('no such branch')
  return line
}

const asChair = (type: string, meetingId: string, payload: unknown = {}) =>
  signaling.server.pipeline.submit({
    actor: { kind: 'member', memberId: member('dv01'), connectionId: null, nodeId: 'test-node' },
    id: randomUUID(),
    type: type as never,
    streamId: meetingId,
    payload,
    validUntil: undefined,
    bodyHash: randomUUID(),
  })

/** A meeting of the demo branch in a month of its own, as far as it is to come. */
async function meet(month: string, status: string, more: Partial<MeetingPlan> = {}): Promise<string> {
  const plannedStart = `${month}-03T12:30:00.000Z`
  const plannedEnd = `${month}-03T14:30:00.000Z`
  const plan = planFor(signaling.sample, { month, plannedStart, plannedEnd, documentsPostedAt: null, ...more })
  const id = randomUUID()
  await asServer(signaling.server, 'meeting.draft', id, plan)
  if (status === 'draft') return id
  if (status === 'cancelledDraft') await asChair('meeting.cancel', id, { reason: 'Soạn nhầm' })
  else if (status === 'notHeldDraft') await asChair('meeting.recordNotHeld', id, { reason: 'Lũ lụt' })
  else await asServer(signaling.server, 'meeting.announce', id, { basedOn: 1 })
  if (status === 'cancelled') await asChair('meeting.cancel', id, { reason: 'Trùng lịch xã' })
  if (status === 'notHeld') await asChair('meeting.recordNotHeld', id, { reason: 'Bão lũ' })
  if (status === 'open' || status === 'closed') await asChair('meeting.open', id)
  if (status === 'closed') await asChair('meeting.close', id)
  return id
}

test.each([
  ['monitor', 'ok'],
  ['province', 'ok'],
  ['auditor', 'ok'],
  ['administrator', 'ok'],
  ['cousin', 'FORBIDDEN'],
  ['dv01', 'FORBIDDEN'],
  ['dv04', 'FORBIDDEN'],
  ['db01', 'FORBIDDEN'],
])('the commune’s month, asked for by %s: %s', async (who, code) => {
  const answer = await read(who, siblings.communeId)
  expect(answer.error?.code ?? 'ok').toBe(code)
  // What does not exist is refused in the same words as what is somebody else's.
  if (code !== 'ok') expect(answer).toEqual(await read(who, randomUUID()))
})

test('a follower of one branch sees that branch', async () => {
  const { lines, above, organization } = await read('db01', branchId)
  expect(organization.name).toBe('Chi bộ Thôn Giả Định 2')
  expect([lines.map(({ organizationId }) => organizationId), above]).toEqual([[branchId], []])
})

test('an officer whose role is over sees nothing more', async () => {
  await clock.goTo('2026-11-15', '23:50')
  expect((await read('leaving', siblings.communeId)).error).toBeUndefined()
  await clock.goTo('2026-11-16', '00:10')
  expect((await read('leaving', siblings.communeId)).error?.code).toBe('FORBIDDEN')
})

describe('a branch in a month of its meetings', () => {
  const cases: [status: string, month: string, on3rd: string, on10th: string, on11th: string, shown: number][] = [
    ['none', '2027-01', 'notScheduled', 'notScheduled', 'overdue', 0],
    ['draft', '2027-02', 'notScheduled', 'notScheduled', 'overdue', 0],
    ['announced', '2027-03', 'scheduled', 'scheduled', 'overdue', 1],
    ['open', '2027-04', 'running', 'running', 'running', 1],
    ['closed', '2027-05', 'held', 'held', 'held', 1],
    ['cancelled', '2027-06', 'notScheduled', 'notScheduled', 'overdue', 1],
    ['cancelledDraft', '2027-07', 'notScheduled', 'notScheduled', 'overdue', 0],
    ['notHeld', '2027-08', 'notHeld', 'notHeld', 'notHeld', 1],
    ['notHeldDraft', '2027-09', 'notHeld', 'notHeld', 'notHeld', 1],
  ]

  test.each(cases)('%s', async (status, month, on3rd, on10th, on11th, shown) => {
    await clock.goTo(`${month}-03`, '12:00')
    if (status !== 'none') await meet(month, status)
    const line = await lineOf(branchId)
    expect([line.month, line.dueOn, line.meetings.length]).toEqual([on3rd, `${month}-10`, shown])
    await clock.goTo(`${month}-10`, '23:59')
    expect((await lineOf(branchId)).month).toBe(on10th)
    await clock.goTo(`${month}-11`, '00:01')
    expect((await lineOf(branchId)).month).toBe(on11th)
    // Looked at later, it is as it ended.
    await clock.goTo('2028-01-01', '08:00')
    expect((await lineOf(branchId, month)).month).toBe(on11th)
  })

  it('has other kinds beside it, and the combined one for it', async () => {
    await clock.goTo('2027-10-03', '12:00')
    await meet('2027-10', 'closed', { kind: 'thematic' })
    const line = await lineOf(branchId)
    expect([line.month, line.meetings.map(({ kind }) => kind)]).toEqual(['notScheduled', ['thematic']])
    await meet('2027-10', 'closed', { kind: 'regularPlusThematic' })
    const view = await read('monitor', siblings.communeId)
    expect(view.sums).toMatchObject({ branches: 2, present: 0, expected: 22, byMonth: { held: 1, notScheduled: 1 } })
  })

  it('is not held by a practice meeting', async () => {
    await clock.goTo('2027-11-03', '12:00')
    const id = randomUUID()
    await asChair('meeting.startPractice', id, { organizationId: branchId })
    await asChair('meeting.open', id)
    expect(await lineOf(branchId)).toMatchObject({ month: 'notScheduled', meetings: [] })
  })
})

test('the counts are those of the roll call, as they stand', async () => {
  await clock.goTo('2027-12-03', '19:30')
  const id = await meet('2027-12', 'open')
  const siteId = signaling.sample.plan.sites[0]?.siteId
  await asChair('attendance.checkInAtSite', id, { siteId, memberIds: [member('dv04'), member('dv05')] })
  const view = await read('monitor', siblings.communeId)
  expect(view.sums).toMatchObject({ present: 2, expected: 22, byMonth: { running: 1 } })
  const { meetings } = await lineOf(branchId)
  expect(meetings).toEqual([
    {
      meetingId: id,
      organizationId: branchId,
      seq: expect.any(Number),
      kind: 'regular',
      form: 'hybrid',
      status: 'open',
      plannedStart: '2027-12-03T12:30:00.000Z',
      openedAt: expect.any(String),
      closedAt: null,
      presentCount: 2,
      expectedCount: 22,
      reason: null,
    },
  ])
  expect(JSON.stringify(view)).not.toContain(member('dv04'))
  await asChair('meeting.close', id)
})

test('the month is Vietnam’s', async () => {
  await clock.goTo('2028-02-29', '23:59')
  expect(await read('monitor', siblings.communeId)).toMatchObject({ month: '2028-02' })
  await clock.goTo('2028-03-01', '00:01')
  expect(await read('monitor', siblings.communeId)).toMatchObject({ month: '2028-03' })
})

test('the province has sums for each commune, the way leads down and back up', async () => {
  await clock.goTo('2028-04-15', '08:00')
  await meet('2028-04', 'closed')
  const view = await read('province', provinceId)
  expect(view.above).toEqual([])
  const sums = new Map(view.lines.map((line) => [line.organizationId, (line as CommitteeLine).sums.byMonth] as const))
  expect(sums.get(siblings.communeId)).toMatchObject({ held: 1, overdue: 1 })
  expect(sums.get(siblings.siblingCommuneId)).toMatchObject({ held: 0, overdue: 1 })
  expect(view.sums).toMatchObject({ branches: 3, byMonth: { held: 1, overdue: 2 } })
  const beneath = await read('province', siblings.communeId, '2028-04')
  expect(beneath.above).toEqual([{ organizationId: provinceId, name: 'Đảng bộ tỉnh Ví Dụ' }])
  // An officer of the commune is shown no way to where they may not look.
  expect((await read('monitor', siblings.communeId)).above).toEqual([])
  expect((await read('monitor', branchId)).above.map(({ organizationId }) => organizationId)).toEqual([
    siblings.communeId,
  ])
  // Four officers on the lists of committees are members there, beside the branch's.
  expect(beneath.accounts.members).toBeGreaterThanOrEqual(25)
  expect(beneath.accounts.able).toBeLessThan(beneath.accounts.members)
})

test('the days come from the rules in force for the branch: its own, else the commune’s, else the usual ones', async () => {
  await clock.goTo('2028-05-03', '08:00')
  const adopt = (id: string, name: string, to: number) =>
    give('ruleSet.adopt', id, {
      ruleSet: { ...defaultRuleSet, id: name, meetingDays: { from: 1, to } },
      from: '2028-05-01',
      to: null,
    })
  await adopt(siblings.communeId, 'xa', 5)
  await adopt(siblings.siblingBranchId, 'chi-bo', 31)
  expect((await lineOf(branchId)).dueOn).toBe('2028-05-05')
  expect((await lineOf(siblings.siblingBranchId)).dueOn).toBe('2028-05-31')
  expect((await lineOf(siblings.siblingBranchId, '2028-06')).dueOn).toBe('2028-06-30')
  expect((await lineOf(branchId, '2028-04')).dueOn).toBe('2028-04-10')
  expect((await lineOf(branchId, '', 'db01', branchId)).dueOn).toBe('2028-05-05')
  expect((await lineOf(siblings.cousinBranchId, '', 'cousin', siblings.siblingCommuneId)).dueOn).toBe('2028-05-10')
})

describe('a branch that comes and goes', () => {
  const names = async (month: string) =>
    (await read('monitor', siblings.communeId, month)).lines.map(({ name }) => name).sort()
  let merged: string

  beforeAll(async () => {
    await clock.goTo('2029-01-02', '08:00')
    const { communeId: parentId } = siblings
    merged = await register(give, { name: 'Chi bộ Thôn Cũ', parentId, validFrom: '2028-12-20' })
    await give('organization.end', merged, { from: '2029-02-15', mergedInto: branchId })
    await clock.goTo('2029-05-20', '08:00')
  })

  it('is there in the months in which it was, and in no other', async () => {
    expect(await names('2028-11')).not.toContain('Chi bộ Thôn Cũ')
    expect(await names('2028-12')).toContain('Chi bộ Thôn Cũ')
    expect(await names('2029-02')).toContain('Chi bộ Thôn Cũ')
    expect(await names('2029-03')).not.toContain('Chi bộ Thôn Cũ')
  })

  it('is overdue only for days on which it was there', async () => {
    expect(await lineOf(merged, '2028-12')).toMatchObject({ dueOn: null, month: 'notScheduled' })
    expect(await lineOf(merged, '2029-01')).toMatchObject({ dueOn: '2029-01-05', month: 'overdue' })
    expect(await lineOf(merged, '2029-02')).toMatchObject({ month: 'overdue', endedFrom: '2029-02-15' })
  })

  it('stands in each month beneath the committee that it stood under then', async () => {
    await give('organization.change', siblings.siblingBranchId, {
      name: 'Chi bộ Thôn Giả Định 3',
      kind: 'branch',
      branchType: 'village',
      committee: null,
      parentId: siblings.siblingCommuneId,
      from: '2029-05-01',
    })
    expect(await names('2029-04')).toContain('Chi bộ Thôn Giả Định 3')
    expect(await names('2029-05')).not.toContain('Chi bộ Thôn Giả Định 3')
    const there = await read('cousin', siblings.siblingCommuneId, '2029-05')
    expect(there.lines.map(({ name }) => name)).toContain('Chi bộ Thôn Giả Định 3')
  })
})
