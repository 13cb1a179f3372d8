// A practice meeting goes like a real one and leaves no trace outside itself.
import { randomUUID } from 'node:crypto'
import { rollCall } from '@hoi-truong/shared/attendance'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestMeetings, type TestMeetings } from '../../testing/meetings.ts'
import { member } from '../../testing/signaling.ts'
import { readPreparation } from '../preparation.ts'
import { listMeetings } from '../queries.ts'

let meetings: TestMeetings
beforeAll(async () => {
  meetings = await openTestMeetings()
})
afterAll(() => meetings.stop())

const branch = () => meetings.log.sample.branchId
const database = () => meetings.log.nodes[0].database

async function practised(who: string) {
  const meeting = meetings.begin()
  expect(await meeting.give(who, 'meeting.startPractice', { organizationId: branch() })).toBe('ok')
  return meeting
}

test('whoever practises chairs invented people, opens, calls the roll at a site and closes', async () => {
  const meeting = await practised('dv06')
  const { meeting: prepared } = await meeting.state()
  const invented = prepared.roll?.members.filter(({ memberId }) => memberId !== member('dv06')) ?? []
  expect(prepared).toMatchObject({ practice: true, status: 'announced', chairId: member('dv06') })
  const real = await database().member.count({ where: { id: { in: invented.map(({ memberId }) => memberId) } } })
  expect(real).toBe(0)

  expect(await meeting.give('dv06', 'meeting.open')).toBe('ok')
  const [first] = prepared.plan?.agenda ?? []
  expect(await meeting.give('dv06', 'agenda.start', { itemId: first?.itemId })).toBe('ok')
  expect(await database().agendaItem.count({ where: { meetingId: meeting.id } })).toBe(prepared.plan?.agenda.length)
  const siteId = prepared.plan?.sites[0]?.siteId
  const memberIds = invented.slice(0, 10).map(({ memberId }) => memberId)
  expect(await meeting.give('dv06', 'attendance.checkInAtSite', { siteId, memberIds })).toBe('ok')
  const state = await meeting.state()
  const { counts } = rollCall(state.meeting, state.attendance, new Date().toISOString())
  // One of the ten is exempt: there, and outside the rate.
  expect(counts.present).toBe(9)
  const absent = Object.keys(state.attendance.absences)
  expect(absent).toHaveLength(2)
  expect(await meeting.give('dv06', 'attendance.decideAbsence', { memberId: absent[0], accepted: true })).toBe('ok')
  expect(await meeting.give('dv06', 'meeting.close')).toBe('ok')
})

test('whoever practises gives the floor to invented people at the site, and shows one out', async () => {
  const meeting = await practised('dv06')
  await meeting.give('dv06', 'meeting.open')
  const { meeting: prepared } = await meeting.state()
  const siteId = prepared.plan?.sites[0]?.siteId
  const invented = prepared.roll?.members.filter(({ memberId }) => memberId !== member('dv06')) ?? []
  const [first, second] = invented.map(({ memberId }) => memberId)
  await meeting.give('dv06', 'attendance.checkInAtSite', { siteId, memberIds: [first, second] })
  for (const memberId of [first, second])
    expect(await meeting.give('dv06', 'floor.raiseHand', { handId: randomUUID(), memberId })).toBe('ok')
  const grant = { speechId: randomUUID(), memberId: first, limitSeconds: 120 }
  expect(await meeting.give('dv06', 'floor.grant', grant)).toBe('ok')
  expect(await meeting.give('dv06', 'floor.end', { speechId: grant.speechId })).toBe('ok')
  const removal = { memberId: second, reason: 'Tập mời ra khỏi phòng' }
  expect(await meeting.give('dv06', 'attendance.remove', removal)).toBe('ok')
  expect((await meeting.state()).floor).toMatchObject({ hands: [], speeches: [{ memberId: first, siteId }] })
})

test('nobody else sees it, not even those above or the branch secretary', async () => {
  const meeting = await practised('dv06')
  expect(await meeting.give('dv01', 'meeting.open')).toBe('MEETING_NOT_MEMBER')
  const listed = async (who: string) =>
    (await listMeetings(database(), member(who))).some(({ meetingId }) => meetingId === meeting.id)
  expect(await listed('dv06')).toBe(true)
  expect(await listed('dv01')).toBe(false)
})

test('it begins no other meeting, and follows no list', async () => {
  const meeting = await practised('dv01')
  const parts = { database: database(), cache: meetings.log.nodes[0].cache }
  const { latest } = await readPreparation(parts, member('dv01'), branch(), 'regular')
  expect(latest?.place).not.toBe('Điểm cầu tập')
  const before = await meeting.state()
  expect(await meeting.give('dv01', 'meeting.updateRoll')).toBe('ok')
  expect((await meeting.state()).meeting.roll).toEqual(before.meeting.roll)
  const plan = before.meeting.plan
  const changed = { ...plan, place: 'Nơi khác' }
  expect(await meeting.give('dv01', 'meeting.revise', { plan: changed, basedOn: 1 })).toBe('ok')
  expect((await meeting.state()).meeting.roll).toEqual(before.meeting.roll)
})

test('what comes after its end does not reach the branch', async () => {
  const meeting = await practised('dv07')
  expect(await meeting.give('dv07', 'meeting.open')).toBe('ok')
  expect(await meeting.give('dv07', 'meeting.close')).toBe('ok')
  expect(await meeting.give('dv07', 'attendance.reportAbsence', { reason: 'Đi vắng' })).toBe('MEETING_CLOSED')
})

test('only for one of one’s own branches, and not without end', async () => {
  const stranger = meetings.begin()
  expect(await stranger.give('dv08', 'meeting.startPractice', { organizationId: randomUUID() })).not.toBe('ok')
  const again = []
  for (let count = 0; count < 6; count += 1)
    again.push(await meetings.begin().give('dv09', 'meeting.startPractice', { organizationId: branch() }))
  expect(again).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'TOO_MANY_REQUESTS'])
})
