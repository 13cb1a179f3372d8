// Attendance as tables: intervals and notices, one row each. Whole batches are written at once, from the state after them.
import type { AttendanceEvent, AttendanceState } from '@hoi-truong/shared/attendance'
import { openInterval } from '@hoi-truong/shared/attendance'
import type { LogEvent } from '@hoi-truong/shared/log'
import type { Sql } from '../database/client.ts'
import { defineProjection } from '../log/projection.ts'

type Events = readonly (LogEvent & AttendanceEvent)[]

/** How many intervals of each member a batch began or ended; none of the earlier ones can have changed. */
function touched(events: Events): Map<string, number> {
  const counts = new Map<string, number>()
  for (const event of events) {
    if (event.type === 'attendance.intervalStarted' || event.type === 'attendance.intervalEnded') {
      const { memberId } = event.payload
      counts.set(memberId, (counts.get(memberId) ?? 0) + 1)
    }
  }
  return counts
}

async function projectIntervals(sql: Sql, meetingId: string, events: Events, state: AttendanceState): Promise<void> {
  const changes = touched(events)
  if (changes.size === 0) return
  const rows = [...changes].flatMap(([memberId, count]) => {
    const intervals = state.intervals[memberId] ?? []
    const first = Math.max(0, intervals.length - count)
    return intervals.slice(first).map((interval, index) => ({
      member_id: memberId,
      ordinal: first + index,
      started_at: interval.startedAt,
      ended_at: interval.endedAt,
      end_reason: interval.reason,
    }))
  })
  await sql.$executeRaw`
    insert into attendance_interval (meeting_id, member_id, ordinal, started_at, ended_at, end_reason)
    select ${meetingId}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
      member_id uuid, ordinal integer, started_at timestamptz, ended_at timestamptz, end_reason text)
    order by r.ordinal
    on conflict (meeting_id, member_id, ordinal) do update
    set ended_at = excluded.ended_at, end_reason = excluded.end_reason`
  const present = [...changes.keys()].map((memberId) => ({
    member_id: memberId,
    since: openInterval(state, memberId)?.startedAt ?? null,
  }))
  await sql.$executeRaw`
    update attendance a set in_room_since = r.since
    from jsonb_to_recordset(${JSON.stringify(present)}::jsonb) as r (member_id uuid, since timestamptz)
    where a.meeting_id = ${meetingId}::uuid and a.member_id = r.member_id`
}

async function projectNotices(sql: Sql, events: Events): Promise<void> {
  for (const event of events) {
    if (event.type === 'attendance.absenceAnnounced') {
      await sql.$executeRaw`
        update attendance set absence_announced_at = ${event.at}::timestamptz
        where meeting_id = ${event.payload.meetingId}::uuid and member_id = ${event.payload.memberId}::uuid`
    } else if (event.type === 'attendance.absenceReported') {
      const { meetingId, memberId, reason, late } = event.payload
      await sql.$executeRaw`
        insert into absence_notice (meeting_id, member_id, reason, late, at)
        values (${meetingId}::uuid, ${memberId}::uuid, ${reason}, ${late}, ${event.at}::timestamptz)
        on conflict (meeting_id, member_id) do nothing`
    }
  }
}

export const attendanceProjection = defineProjection<'meeting'>({
  stream: 'meeting',
  apply: async (sql, meetingId, events, state) => {
    await projectIntervals(sql, meetingId, events as Events, state.everyone.attendance)
    await projectNotices(sql, events as Events)
  },
})

/** Notices that came after the closing, from the branch's stream. */
export const lateNoticesProjection = defineProjection<'organization'>({
  stream: 'organization',
  apply: (sql, _organizationId, events) => projectNotices(sql, events as Events),
})
