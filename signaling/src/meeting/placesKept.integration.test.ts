// What must not come apart when a meeting is prepared, called off or closed: places with people in them, officers who took over, guests.
import { randomUUID } from 'node:crypto'
import { rollCall } from '@hoi-truong/shared/attendance'
import type { Guest } from '@hoi-truong/shared/meeting'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestMeetings, type TestMeeting, type TestMeetings } from '../testing/meetings.ts'
import { member } from '../testing/signaling.ts'

let meetings: TestMeetings

beforeAll(async () => {
  meetings = await openTestMeetings()
})
beforeEach(() => meetings.clock.shift(0))
afterAll(() => meetings.stop())

const siteOf = (meeting: TestMeeting) => meeting.plan.sites[0]?.siteId ?? ''
const tick = (meeting: TestMeeting, ...ids: string[]) =>
  meeting.give('dv14', 'attendance.checkInAtSite', { siteId: siteOf(meeting), memberIds: ids.map(member) })
const lineOf = async (meeting: TestMeeting, id: string) => {
  const { meeting: state, attendance } = await meeting.state()
  const call = rollCall(state, attendance, new Date().toISOString())
  return call.members.find(({ entry }) => entry.memberId === member(id))
}

describe('a plan that changes', () => {
  test('keeps the sites that people are at', async () => {
    const meeting = await meetings.announced()
    await tick(meeting, 'dv04')
    const moved = { ...meeting.plan, sites: [{ siteId: randomUUID(), name: 'Trường Mầm non', operatorId: null }] }
    expect(await meeting.give('dv02', 'meeting.revise', { basedOn: 1, plan: moved })).toBe('MEETING_SITE_IN_USE')
    const added = { ...meeting.plan, sites: [...meeting.plan.sites, ...moved.sites] }
    expect(await meeting.give('dv02', 'meeting.revise', { basedOn: 1, plan: added })).toBe('ok')
  })

  test('leaves the chair and the minutes secretary who took over, unless it names others', async () => {
    const meeting = await meetings.announced()
    for (const who of ['dv01', 'dv05']) await meeting.give(who, 'attendance.enter')
    await meeting.give('dv01', 'meeting.nameMinutesSecretary', { memberId: member('dv08') })
    await meeting.give('dv01', 'meeting.handOverChair', { memberId: member('dv05') })
    const plan = { ...meeting.plan, place: 'Đình làng' }
    await meeting.give('dv02', 'meeting.revise', { basedOn: 1, plan })
    expect((await meeting.state()).meeting).toMatchObject({
      chairId: member('dv05'),
      minutesSecretaryId: member('dv08'),
      plan: { place: 'Đình làng' },
    })
    await meeting.give('dv02', 'meeting.revise', { basedOn: 2, plan: { ...plan, chairId: member('dv02') } })
    expect((await meeting.state()).meeting).toMatchObject({
      chairId: member('dv02'),
      minutesSecretaryId: member('dv08'),
    })
  })
})

test('nobody is ticked at a site days before', async () => {
  const start = Date.now() + 3 * 86_400_000
  const times = { plannedStart: new Date(start).toISOString(), plannedEnd: new Date(start + 6_000_000).toISOString() }
  const meeting = await meetings.announced(times)
  expect(await tick(meeting, 'dv04')).toBe('ATTENDANCE_TOO_EARLY')
  await meetings.clock.shift(3 * 86_400 - 3 * 3600 + 1)
  expect(await tick(meeting, 'dv04')).toBe('ok')
})

test('whoever was there when a meeting is called off is there no more', async () => {
  const meeting = await meetings.announced()
  await tick(meeting, 'dv04')
  await meeting.give('dv05', 'attendance.enter')
  expect(await meeting.give('dv01', 'meeting.cancel', { reason: 'Mưa bão' })).toBe('ok')
  const { database } = meetings.log.nodes[0]
  expect(await database.attendanceInterval.count({ where: { meetingId: meeting.id, endedAt: null } })).toBe(0)
  expect(await database.presenceLease.count({ where: { meetingId: meeting.id } })).toBe(0)
})

test('who was set right after the closing to have stayed is there when the closing is taken back', async () => {
  const meeting = await meetings.opened()
  await meeting.give('dv01', 'meeting.close')
  const arrivedAt = (await meeting.state()).meeting.openedAt
  const presence = { place: { kind: 'site', siteId: siteOf(meeting) }, arrivedAt, leftAt: null }
  const correction = { memberId: member('dv04'), presence, reason: 'Quên điểm danh' }
  expect(await meeting.give('dv14', 'attendance.correct', correction)).toBe('ok')
  expect(await lineOf(meeting, 'dv04')).toMatchObject({
    presence: 'present',
    mark: 'presentInPerson',
    leftEarly: false,
  })
  expect(await meeting.give('dv01', 'meeting.reopen')).toBe('ok')
  expect(await lineOf(meeting, 'dv04')).toMatchObject({ presence: 'present', place: { kind: 'site' } })
})

describe('guests', () => {
  const guest = (more: Partial<Guest>): Guest => ({
    guestId: randomUUID(),
    memberId: null,
    name: 'Lò Thị Bắt Đầu',
    title: null,
    ...more,
  })

  test.each<[string, () => Guest[]]>([
    ['a member of the branch', () => [guest({ memberId: member('dv04') })]],
    ['a follower', () => [guest({ memberId: member('db01') })]],
    ['an id that is a member’s', () => [guest({ guestId: member('dv04') })]],
    ['an account that there is not', () => [guest({ memberId: randomUUID() })]],
  ])('%s is refused', async (_, guests) => {
    const meeting = meetings.begin({ guests: guests() })
    expect(await meeting.give('dv01', 'meeting.draft', meeting.plan)).toBe('MEETING_GUEST_WRONG')
  })

  test('one without an account is listed and counted nowhere', async () => {
    const meeting = await meetings.announced({ guests: [guest({})] })
    const { meeting: state, attendance } = await meeting.state()
    const call = rollCall(state, attendance, new Date().toISOString())
    expect(call.guests).toHaveLength(1)
    expect(call.counts).toMatchObject({ total: 25, expected: 22 })
  })
})

test('six wrong codes, and the next has to wait', async () => {
  const meeting = await meetings.announced()
  const guess = (code: number) =>
    meeting.give('dv09', 'attendance.checkInByCode', { siteId: siteOf(meeting), code: String(code).padStart(6, '0') })
  for (let code = 0; code < 6; code += 1) expect(await guess(code)).toBe('ATTENDANCE_CODE_WRONG')
  expect(await guess(6)).toBe('TOO_MANY_REQUESTS')
})
