// Attendance as tables: intervals and notices, one row each.
import type { AbsenceNotice, AttendanceEvent } from '@hoi-truong/shared/attendance'
import type { LogEvent } from '@hoi-truong/shared/log'
import type { Sql } from '../database/client.ts'
import { defineProjection } from '../log/projection.ts'

async function projectNotice(sql: Sql, notice: AbsenceNotice, at: string): Promise<void> {
  await sql.$executeRaw`
    insert into absence_notice (meeting_id, member_id, reason, late, at)
    values (${notice.meetingId}::uuid, ${notice.memberId}::uuid, ${notice.reason}, ${notice.late}, ${at}::timestamptz)
    on conflict (meeting_id, member_id) do nothing`
}

async function projectEvent(sql: Sql, meetingId: string, event: LogEvent & AttendanceEvent): Promise<void> {
  switch (event.type) {
    case 'attendance.intervalStarted': {
      const { memberId } = event.payload
      await sql.$executeRaw`
        insert into attendance_interval (meeting_id, member_id, started_at, started_seq)
        values (${meetingId}::uuid, ${memberId}::uuid, ${event.at}::timestamptz, ${event.seq})`
      await sql.$executeRaw`
        update attendance set in_room_since = ${event.at}::timestamptz
        where meeting_id = ${meetingId}::uuid and member_id = ${memberId}::uuid`
      return
    }
    case 'attendance.intervalEnded': {
      const { memberId, endedAt, reason } = event.payload
      await sql.$executeRaw`
        update attendance_interval set ended_at = ${endedAt}::timestamptz, end_reason = ${reason}
        where meeting_id = ${meetingId}::uuid and member_id = ${memberId}::uuid and ended_at is null`
      await sql.$executeRaw`
        update attendance set in_room_since = null where meeting_id = ${meetingId}::uuid and member_id = ${memberId}::uuid`
      return
    }
    case 'attendance.absenceAnnounced':
      await sql.$executeRaw`
        update attendance set absence_announced_at = ${event.at}::timestamptz
        where meeting_id = ${meetingId}::uuid and member_id = ${event.payload.memberId}::uuid`
      return
    case 'attendance.absenceReported':
      await projectNotice(sql, event.payload, event.at)
  }
}

const apply = async (sql: Sql, streamId: string, events: readonly LogEvent[]): Promise<void> => {
  for (const event of events) await projectEvent(sql, streamId, event as LogEvent & AttendanceEvent)
}

export const attendanceProjection = defineProjection<'meeting'>({ stream: 'meeting', apply })
export const lateNoticesProjection = defineProjection<'organization'>({ stream: 'organization', apply })
