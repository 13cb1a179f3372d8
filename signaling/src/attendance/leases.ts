// Presence leases (DESIGN 2): which connections are in a meeting and when each was last heard. Outside the log; the intervals that
// follow from them are events.
import type { AttendanceEvent, AttendanceState, IntervalEnd } from '@hoi-truong/shared/attendance'
import { openInterval } from '@hoi-truong/shared/attendance'
import type { Sql } from '../database/client.ts'

/** All of a member's leases in a meeting taken together. */
export interface LeaseSummary {
  memberId: string
  /** Latest sign of life over all connections, ISO 8601. */
  lastSeen: string
  /** At least one connection is being renewed. */
  alive: boolean
  /** No connection has been heard for the grace period, counted anew after an outage of the service. */
  lapsed: boolean
}

/** In seconds, from the configuration; the same on every node. */
export interface PresenceTiming {
  graceSeconds: number
  renewSeconds: number
}

interface LeaseRow {
  member_id: string
  last_seen: Date
  alive: boolean
  lapsed: boolean
}

/** The leases of a meeting, one summary a member; `except` leaves one connection out of account. */
export async function readLeases(
  sql: Sql,
  timing: PresenceTiming,
  meetingId: string,
  except = '',
): Promise<LeaseSummary[]> {
  const rows = await sql.$queryRaw<LeaseRow[]>`
    select l.member_id, max(l.last_seen) as last_seen,
      bool_or(not l.broken and l.last_seen > now() - make_interval(secs => ${2.5 * timing.renewSeconds}::float8)) as alive,
      max(greatest(l.last_seen, s.running_since)) < now() - make_interval(secs => ${timing.graceSeconds}::float8) as lapsed
    from presence_lease l cross join presence_service s
    where l.meeting_id = ${meetingId}::uuid and l.connection_id <> ${except}
    group by l.member_id`
  return rows.map((row) => ({
    memberId: row.member_id,
    lastSeen: row.last_seen.toISOString(),
    alive: row.alive,
    lapsed: row.lapsed,
  }))
}

/** The event that ends a member's open interval; never before it began, never a moment that the log has not reached. */
export function intervalEnded(
  attendance: AttendanceState,
  memberId: string,
  endedAt: string,
  reason: IntervalEnd,
): Extract<AttendanceEvent, { type: 'attendance.intervalEnded' }> {
  const startedAt = openInterval(attendance, memberId)?.startedAt ?? endedAt
  return {
    type: 'attendance.intervalEnded',
    version: 1,
    audience: 'everyone',
    payload: { memberId, endedAt: endedAt < startedAt ? startedAt : endedAt, reason },
  }
}
