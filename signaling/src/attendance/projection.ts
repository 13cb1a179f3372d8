// Attendance as tables: intervals, answers, notices and corrections. Whole batches are written at once, from the state after them.
import type { AttendanceEvent, AttendanceState } from '@hoi-truong/shared/attendance'
import { openInterval } from '@hoi-truong/shared/attendance'
import type { LogEvent } from '@hoi-truong/shared/log'
import type { Sql } from '../database/client.ts'
import { defineProjection } from '../log/projection.ts'

type Events = readonly (LogEvent & AttendanceEvent)[]

const moves = new Set<string>(['attendance.intervalStarted', 'attendance.intervalEnded', 'attendance.corrected'])
/** What ends or resumes everybody's presence at once. */
const forAll = new Set<string>(['meeting.closed', 'meeting.reopened', 'meeting.cancelled', 'meeting.notHeld'])
const answers = new Set<string>([
  'attendance.answered',
  'attendance.absenceAnnounced',
  'attendance.absenceDecided',
] satisfies AttendanceEvent['type'][])

const memberIdsOf = (events: Events, types: ReadonlySet<string>): string[] => [
  ...new Set(
    events.flatMap(({ type, payload }) => (types.has(type) ? [(payload as { memberId: string }).memberId] : [])),
  ),
]

/** Members whose intervals a batch has touched: all of theirs are written anew, for a correction may have replaced any. */
function moved(events: Events, state: AttendanceState): string[] {
  return events.some(({ type }) => forAll.has(type)) ? Object.keys(state.intervals) : memberIdsOf(events, moves)
}

async function projectIntervals(sql: Sql, meetingId: string, events: Events, state: AttendanceState): Promise<void> {
  const memberIds = moved(events, state)
  if (memberIds.length === 0) return
  const rows = memberIds.flatMap((memberId) =>
    (state.intervals[memberId] ?? []).map((interval, ordinal) => ({
      member_id: memberId,
      ordinal,
      started_at: interval.startedAt,
      ended_at: interval.endedAt,
      end_reason: interval.reason,
      site_id: interval.place.kind === 'site' ? interval.place.siteId : null,
      way: interval.way,
    })),
  )
  // Those beyond what holds now were set right: they stay, marked, and none of them may stand open beside a new one.
  const counts = memberIds.map((memberId) => (state.intervals[memberId] ?? []).length)
  await sql.$executeRaw`
    update attendance_interval i set superseded = true
    from unnest(${memberIds}::uuid[], ${counts}::integer[]) as r (member_id, count)
    where i.meeting_id = ${meetingId}::uuid and i.member_id = r.member_id and i.ordinal >= r.count`
  await sql.$executeRaw`
    insert into attendance_interval (meeting_id, member_id, ordinal, started_at, ended_at, end_reason, site_id, way)
    select ${meetingId}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
      member_id uuid, ordinal integer, started_at timestamptz, ended_at timestamptz, end_reason text, site_id uuid, way text)
    order by r.ordinal
    on conflict (meeting_id, member_id, ordinal) do update set started_at = excluded.started_at, ended_at = excluded.ended_at,
      end_reason = excluded.end_reason, site_id = excluded.site_id, way = excluded.way, superseded = false`
  const present = memberIds.map((memberId) => ({
    member_id: memberId,
    since: openInterval(state, memberId)?.startedAt ?? null,
  }))
  await sql.$executeRaw`
    update attendance a set in_room_since = r.since
    from jsonb_to_recordset(${JSON.stringify(present)}::jsonb) as r (member_id uuid, since timestamptz)
    where a.meeting_id = ${meetingId}::uuid and a.member_id = r.member_id`
}

async function projectAnswers(sql: Sql, meetingId: string, events: Events, state: AttendanceState): Promise<void> {
  const memberIds = memberIdsOf(events, answers)
  if (memberIds.length === 0) return
  const rows = memberIds.map((memberId) => ({
    member_id: memberId,
    answered_at: state.answers[memberId] ?? null,
    announced_at: state.absences[memberId]?.at ?? null,
    decision: state.absences[memberId]?.decision ?? null,
  }))
  await sql.$executeRaw`
    update attendance a set answered_at = r.answered_at, absence_announced_at = r.announced_at, absence_decision = r.decision
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
      member_id uuid, answered_at timestamptz, announced_at timestamptz, decision text)
    where a.meeting_id = ${meetingId}::uuid and a.member_id = r.member_id`
}

async function projectCorrections(sql: Sql, meetingId: string, events: Events, state: AttendanceState): Promise<void> {
  const count = events.filter(({ type }) => type === 'attendance.corrected').length
  if (count === 0) return
  const first = state.corrections.length - count
  const rows = state.corrections.slice(first).map(({ memberId, by, at, reason }, index) => ({
    member_id: memberId,
    ordinal: first + index,
    corrected_by: by,
    at,
    reason,
  }))
  await sql.$executeRaw`
    insert into attendance_correction (meeting_id, member_id, ordinal, corrected_by, at, reason)
    select ${meetingId}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
      member_id uuid, ordinal integer, corrected_by uuid, at timestamptz, reason text)`
}

/** The latest notice of a member stands: one may be taken back and given again with another reason. */
async function projectNotices(sql: Sql, events: Events): Promise<void> {
  for (const event of events) {
    if (event.type !== 'attendance.absenceReported') continue
    const { meetingId, memberId, reason, late } = event.payload
    await sql.$executeRaw`
      insert into absence_notice (meeting_id, member_id, reason, late, at)
      values (${meetingId}::uuid, ${memberId}::uuid, ${reason}, ${late}, ${event.at}::timestamptz)
      on conflict (meeting_id, member_id) do update set reason = excluded.reason, late = excluded.late, at = excluded.at
      where not excluded.late`
  }
}

export const attendanceProjection = defineProjection<'meeting'>({
  stream: 'meeting',
  apply: async (sql, meetingId, events, state) => {
    const { attendance } = state.everyone
    await projectIntervals(sql, meetingId, events as Events, attendance)
    await projectAnswers(sql, meetingId, events as Events, attendance)
    await projectCorrections(sql, meetingId, events as Events, attendance)
    await projectNotices(sql, events as Events)
  },
})

/** Notices that came after the closing, from the branch's stream. */
export const lateNoticesProjection = defineProjection<'organization'>({
  stream: 'organization',
  apply: (sql, _organizationId, events) => projectNotices(sql, events as Events),
})
