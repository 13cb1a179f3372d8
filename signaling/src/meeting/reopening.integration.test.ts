// A closing is taken back for ten minutes: whoever sat at a site sits there still, whoever was at an own device comes again.
import { devicesInRoom, membersPresent } from '@hoi-truong/shared/attendance'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestMeetings, type TestMeeting, type TestMeetings } from '../testing/meetings.ts'
import { member } from '../testing/signaling.ts'
import { actualTables, expectedTables } from '../testing/tables.ts'

let meetings: TestMeetings

beforeAll(async () => {
  meetings = await openTestMeetings()
})
beforeEach(() => meetings.clock.shift(0))
afterAll(() => meetings.stop())

/** dv05 and dv06 at the site, the second with an own phone beside it; dv01 and dv07 at own devices. */
async function closed(): Promise<TestMeeting> {
  const meeting = await meetings.opened()
  const siteId = meeting.plan.sites[0]?.siteId
  await meeting.give('dv14', 'attendance.checkInAtSite', { siteId, memberIds: ['dv05', 'dv06'].map(member) })
  for (const who of ['dv01', 'dv06', 'dv07']) expect(await meeting.give(who, 'attendance.enter')).toBe('ok')
  expect(membersPresent((await meeting.state()).attendance)).toHaveLength(4)
  expect(await meeting.give('dv01', 'meeting.close')).toBe('ok')
  return meeting
}

test('within ten minutes the meeting goes on where it was', async () => {
  const meeting = await closed()
  expect(membersPresent((await meeting.state()).attendance)).toEqual([])
  await meetings.clock.shift(595)
  expect(await meeting.give('dv02', 'meeting.reopen')).toBe('MEETING_NOT_CHAIR')
  expect(await meeting.give('dv01', 'meeting.reopen')).toBe('ok')
  const { meeting: state, attendance } = await meeting.state()
  expect(state).toMatchObject({ status: 'open', closedAt: null })
  expect(membersPresent(attendance).toSorted()).toEqual(['dv05', 'dv06'].map(member).toSorted())
  expect(devicesInRoom(attendance)).toEqual([])
  expect(await meeting.give('dv01', 'meeting.reopen')).toBe('MEETING_ALREADY_OPEN')
})

test('nobody at a site seems to have been away in between', async () => {
  const meeting = await closed()
  await meetings.clock.shift(300)
  await meeting.give('dv01', 'meeting.reopen')
  await meetings.clock.shift(400)
  expect(await meeting.give('dv07', 'attendance.enter')).toBe('ok')
  expect(await meeting.give('dv01', 'meeting.close')).toBe('ok')
  const { meeting: state, attendance } = await meeting.state()
  const intervalsOf = (who: string) => attendance.intervals[member(who)] ?? []
  expect(intervalsOf('dv05')).toMatchObject([{ endedAt: state.closedAt, reason: 'closed' }])
  expect(intervalsOf('dv07').map(({ reason }) => reason)).toEqual(['closed', 'closed'])
  expect(intervalsOf('dv01')).toHaveLength(1)
})

test('the tables follow', async () => {
  const meeting = await closed()
  await meeting.give('dv01', 'meeting.reopen')
  const { database, cache } = meetings.log.nodes[0]
  const { state } = await cache.read(database, meeting.id)
  expect(await actualTables(database, meeting.id)).toEqual(expectedTables(state as never))
})

test('after ten minutes it is closed for good', async () => {
  const meeting = await closed()
  await meetings.clock.shift(601)
  expect(await meeting.give('dv01', 'meeting.reopen')).toBe('MEETING_REOPEN_LATE')
  for (const type of ['meeting.close', 'attendance.enter', 'attendance.answer', 'meeting.updateRoll'])
    expect([type, await meeting.give('dv01', type)]).toEqual([type, 'MEETING_CLOSED'])
})

test('each closing begins its own ten minutes', async () => {
  const meeting = await closed()
  await meetings.clock.shift(500)
  await meeting.give('dv01', 'meeting.reopen')
  await meeting.give('dv01', 'meeting.close')
  await meetings.clock.shift(1000)
  expect(await meeting.give('dv01', 'meeting.reopen')).toBe('ok')
})

test('what was not closed cannot be taken back', async () => {
  expect(await (await meetings.announced()).give('dv01', 'meeting.reopen')).toBe('MEETING_NOT_OPEN')
  expect(await (await meetings.opened()).give('dv01', 'meeting.reopen')).toBe('MEETING_ALREADY_OPEN')
})

test('a closed meeting can be set right, by times within it', async () => {
  const meeting = await closed()
  await meetings.clock.shift(3600)
  const { closedAt, openedAt } = (await meeting.state()).meeting
  const place = { kind: 'device' as const }
  const correct = (arrivedAt: string | null, leftAt: string | null) =>
    meeting.give('dv14', 'attendance.correct', {
      memberId: member('dv08'),
      presence: { place, arrivedAt, leftAt },
      reason: 'Có dự, máy hỏng',
    })
  const later = new Date(Date.parse(closedAt ?? '') + 60_000).toISOString()
  expect(await correct(later, null)).toBe('ATTENDANCE_TIMES_WRONG')
  expect(await correct(openedAt, later)).toBe('ATTENDANCE_TIMES_WRONG')
  expect(await correct(openedAt, openedAt)).toBe('ATTENDANCE_TIMES_WRONG')
  expect(await correct(openedAt, null)).toBe('ok')
  expect((await meeting.state()).attendance.intervals[member('dv08')]).toMatchObject([{ endedAt: closedAt }])
})
