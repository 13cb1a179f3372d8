// The chair shows somebody out: at once, wherever they are, until let in again; the roll call keeps what was before.
import { randomUUID } from 'node:crypto'
import { rollCall } from '@hoi-truong/shared/attendance'
import { AppError } from '@hoi-truong/shared/errors'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { prepareCommand } from '../log/prepareCommand.ts'
import { gather, OPERATOR } from '../testing/floor.ts'
import { asMember } from '../testing/log.ts'
import { openTestMeetings, type TestMeeting, type TestMeetings } from '../testing/meetings.ts'
import { member } from '../testing/signaling.ts'

let meetings: TestMeetings

beforeAll(async () => {
  meetings = await openTestMeetings()
})
afterAll(() => meetings.stop())

const reason = 'Gây mất trật tự'
const remove = (meeting: TestMeeting, who: string, by = 'dv01') =>
  meeting.give(by, 'attendance.remove', { memberId: member(who), reason })
const readmit = (meeting: TestMeeting, who: string, by = 'dv01') =>
  meeting.give(by, 'attendance.readmit', { memberId: member(who) })
const intervals = async (meeting: TestMeeting, who: string) =>
  (await meeting.state()).attendance.intervals[member(who)] ?? []
const leases = (meeting: TestMeeting, who: string) =>
  meetings.log.nodes[0].database.presenceLease.count({ where: { meetingId: meeting.id, memberId: member(who) } })

describe('shown out', () => {
  test('of the room: out at once, and in again only when let in', async () => {
    const { meeting } = await gather(meetings)
    expect(await remove(meeting, 'dv04')).toBe('ok')
    expect(await intervals(meeting, 'dv04')).toMatchObject([{ reason: 'removed', endedAt: expect.any(String) }])
    expect(await leases(meeting, 'dv04')).toBe(0)
    const { removed } = (await meeting.state()).attendance
    expect(removed[member('dv04')]).toMatchObject({ by: member('dv01'), reason })
    expect(await meeting.give('dv04', 'attendance.enter')).toBe('ATTENDANCE_REMOVED')
    expect(await readmit(meeting, 'dv04')).toBe('ok')
    expect(await meeting.give('dv04', 'attendance.enter')).toBe('ok')
    expect(await intervals(meeting, 'dv04')).toHaveLength(2)
  })

  test('before the opening: the deputy secretary does not become the chair by a change of the plan', async () => {
    const plan = meetings.planWith({})
    const meeting = await meetings.announced(plan)
    for (const who of ['dv01', 'dv02']) await meeting.give(who, 'attendance.enter')
    expect(await remove(meeting, 'dv02')).toBe('ok')
    const change = { basedOn: 1, plan: { ...plan, chairId: member('dv02') } }
    expect(await meeting.give('dv02', 'meeting.revise', change)).toBe('ATTENDANCE_REMOVED')
    expect(await readmit(meeting, 'dv02')).toBe('ok')
    expect(await meeting.give('dv02', 'meeting.revise', change)).toBe('ok')
  })

  test('the one who is out reads why', async () => {
    const { meeting } = await gather(meetings)
    await remove(meeting, 'dv04')
    const { registry, pipeline } = meetings.log.nodes[0]
    const wish = {
      id: randomUUID(),
      type: 'attendance.enter',
      streamId: meeting.id,
      payload: {},
      validUntil: meetings.clock.soon(),
    }
    const refusal = await pipeline
      .submit(prepareCommand(registry, asMember(member('dv04'), 'x'), wish))
      .catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(AppError)
    expect(refusal).toMatchObject({ code: 'ATTENDANCE_REMOVED', params: { reason } })
  })

  test('of a site, with the own phone beside it: both end, and nobody checks them in', async () => {
    const { meeting, siteId } = await gather(meetings)
    await meeting.give('dv10', 'attendance.enter')
    expect(await remove(meeting, 'dv10')).toBe('ok')
    const { attendance } = await meeting.state()
    expect(attendance.intervals[member('dv10')]).toMatchObject([{ reason: 'removed', place: { kind: 'site' } }])
    expect(attendance.companions).toEqual({})
    const tick = { siteId, memberIds: [member('dv10')] }
    expect(await meeting.give(OPERATOR, 'attendance.checkInAtSite', tick)).toBe('ATTENDANCE_MEMBER_REMOVED')
    expect(await meeting.give('dv10', 'attendance.checkInByCode', { siteId, code: '000000' })).toBe(
      'ATTENDANCE_REMOVED',
    )
    await readmit(meeting, 'dv10')
    expect(await meeting.give(OPERATOR, 'attendance.checkInAtSite', tick)).toBe('ok')
  })

  test('also who is not there just now', async () => {
    const { meeting } = await gather(meetings)
    expect(await remove(meeting, 'dv07')).toBe('ok')
    expect(await meeting.give('dv07', 'attendance.enter')).toBe('ATTENDANCE_REMOVED')
  })

  test('twice is once; letting in who is not out is nothing', async () => {
    const { meeting } = await gather(meetings)
    const both = await Promise.all([remove(meeting, 'dv04'), remove(meeting, 'dv04')])
    expect(both).toEqual(['ok', 'ok'])
    const before = (await meetings.log.entries(meeting.id)).length
    expect(await readmit(meeting, 'dv05')).toBe('ok')
    expect(await meetings.log.entries(meeting.id)).toHaveLength(before)
  })

  test('by the chair only, and not oneself; nobody who is not on the list', async () => {
    const { meeting } = await gather(meetings)
    expect(await remove(meeting, 'dv04', 'dv05')).toBe('MEETING_NOT_CHAIR')
    expect(await readmit(meeting, 'dv04', 'dv05')).toBe('MEETING_NOT_CHAIR')
    expect(await remove(meeting, 'dv01')).toBe('FORBIDDEN')
    const stranger = { memberId: randomUUID(), reason }
    expect(await meeting.give('dv01', 'attendance.remove', stranger)).toBe('ATTENDANCE_NOT_ON_ROLL')
  })

  test('while people gather as well; not after the closing', async () => {
    const early = await meetings.announced()
    await early.give('dv04', 'attendance.enter')
    expect(await remove(early, 'dv04')).toBe('ok')
    expect(await early.give('dv04', 'attendance.enter')).toBe('ATTENDANCE_REMOVED')
    const { meeting } = await gather(meetings)
    await meeting.give('dv01', 'meeting.close')
    expect(await remove(meeting, 'dv04')).toBe('MEETING_CLOSED')
  })
})

describe('whoever is out', () => {
  test('has neither hand nor floor nor chair', async () => {
    const { meeting, floor } = await gather(meetings)
    await floor.raise('dv05')
    await floor.grant('dv04')
    await remove(meeting, 'dv04')
    await remove(meeting, 'dv05')
    expect([await floor.queue(), await floor.speaker()]).toEqual([[], null])
    expect((await floor.state()).speeches).toMatchObject([{ reason: 'left' }])
    expect((await floor.raise('dv04')).heard).toBe('FLOOR_NOT_PRESENT')
    expect((await floor.grant('dv04')).heard).toBe('FLOOR_NOT_PRESENT')
    const handOver = { memberId: member('dv04') }
    expect(await meeting.give('dv01', 'meeting.handOverChair', handOver)).toBe('MEETING_OFFICER_ABSENT')
    expect(await meeting.give('dv04', 'meeting.takeChair')).not.toBe('ok')
  })

  test('is not brought back by a lapse, a correction, or a closing that is taken back', async () => {
    const { meeting, siteId } = await gather(meetings)
    await remove(meeting, 'dv10')
    await remove(meeting, 'dv04')
    await meeting.give('dv01', 'meeting.nameMinutesSecretary', { memberId: member('dv05') })
    const { openedAt } = (await meeting.state()).meeting
    const presence = { place: { kind: 'site', siteId }, arrivedAt: openedAt, leftAt: null }
    const correct = () =>
      meeting.give('dv05', 'attendance.correct', { memberId: member('dv10'), presence, reason: 'Ghi nhầm giờ' })
    expect(await correct()).toBe('ATTENDANCE_MEMBER_REMOVED')
    await meeting.give('dv01', 'meeting.close')
    await meeting.give('dv01', 'meeting.reopen')
    expect(await meeting.give('dv04', 'attendance.enter')).toBe('ATTENDANCE_REMOVED')
    expect((await intervals(meeting, 'dv10')).at(-1)).toMatchObject({ reason: 'removed' })
    // Whoever sat beside them sits there still.
    expect((await intervals(meeting, 'dv11')).at(-1)).toMatchObject({ endedAt: null })
  })

  test('was there until then: in the figures and in the table', async () => {
    const { meeting } = await gather(meetings)
    const counts = async () => {
      const state = await meeting.state()
      const call = rollCall(state.meeting, state.attendance, new Date().toISOString())
      return { present: call.counts.present, quorum: call.quorum.present }
    }
    const before = await counts()
    await remove(meeting, 'dv04')
    // They attended the meeting, and take no part in what is decided now.
    expect(await counts()).toEqual({ present: before.present, quorum: before.quorum - 1 })
    const rows = await meetings.log.nodes[0].database.attendanceInterval.findMany({
      where: { meetingId: meeting.id, memberId: member('dv04') },
    })
    expect(rows).toMatchObject([{ endReason: 'removed', endedAt: expect.any(Date) }])
  })
})
