// Presence leases (DESIGN 2): which connections are in a meeting and when each was last heard. Kept outside the log, loaded and saved
// with a batch of commands; the intervals that follow from them are events.
import { type AttendanceState, type IntervalEnd, openInterval } from '@hoi-truong/shared/attendance'
import type { Sql } from '../database/client.ts'
import type { SideState } from '../log/sideState.ts'
import { attendanceEvent } from './attendanceEvent.ts'

export interface Lease {
  connectionId: string
  memberId: string
  nodeId: string
  /** Milliseconds since 1970 by PostgreSQL's clock. */
  lastSeen: number
  /** The connection was seen to break: nothing will renew it. */
  broken: boolean
}

/** The leases of one meeting by connection id, and the moment they were read. */
export interface LeaseTable {
  leases: ReadonlyMap<string, Lease>
  now: number
  /** Since when leases have been renewed without a pause: an outage of ours is no silence of theirs. */
  runningSince: number
}

/** In seconds, from the configuration; the same on every node. */
export interface PresenceTiming {
  graceSeconds: number
  renewSeconds: number
}

/** All of a member's connections taken together. */
export interface MemberPresence {
  memberId: string
  /** Latest sign of life, ISO 8601. */
  lastSeen: string
  /** At least one connection is being renewed. */
  alive: boolean
  /** No connection has been heard for the grace period. */
  lapsed: boolean
}

/** A renewal may come late by this many periods before its connection is taken for silent. */
export const RENEWALS_MISSED = 2.5

/** A lease that nobody has renewed for so long is of a connection that died with its node. */
const LEFT_BEHIND_SECONDS = 60

export function presenceOf(
  { leases, now, runningSince }: LeaseTable,
  { graceSeconds, renewSeconds }: PresenceTiming,
  memberId: string,
): MemberPresence | undefined {
  const own = [...leases.values()].filter((lease) => lease.memberId === memberId)
  if (own.length === 0) return undefined
  const lastSeen = Math.max(...own.map((lease) => lease.lastSeen))
  const aliveSince = now - RENEWALS_MISSED * renewSeconds * 1000
  return {
    memberId,
    lastSeen: new Date(lastSeen).toISOString(),
    alive: own.some((lease) => !lease.broken && lease.lastSeen > aliveSince),
    lapsed: Math.max(lastSeen, runningSince) < now - graceSeconds * 1000,
  }
}

/** The table with this connection in the room, heard now. */
export function withLease(table: LeaseTable, lease: Pick<Lease, 'connectionId' | 'memberId' | 'nodeId'>): LeaseTable {
  const entered = { ...lease, lastSeen: table.now, broken: false }
  return { ...table, leases: new Map(table.leases).set(lease.connectionId, entered) }
}

export const withoutLeases = (table: LeaseTable, isGone: (lease: Lease) => boolean): LeaseTable => ({
  ...table,
  leases: new Map([...table.leases].filter(([, lease]) => !isGone(lease))),
})

interface TableRow {
  now: number
  running_since: number
  leases: Lease[]
}

export const leaseTables: SideState<LeaseTable> = {
  async load(sql: Sql, meetingId: string): Promise<LeaseTable> {
    const rows = await sql.$queryRaw<TableRow[]>`
      select extract(epoch from log_clock())::float8 * 1000 as now,
        extract(epoch from coalesce((select running_since from presence_service), log_clock()))::float8 * 1000 as running_since,
        coalesce((
          select jsonb_agg(jsonb_build_object('connectionId', connection_id, 'memberId', member_id, 'nodeId', node_id,
            'lastSeen', round(extract(epoch from last_seen) * 1000), 'broken', broken))
          from presence_lease where meeting_id = ${meetingId}::uuid
        ), '[]'::jsonb) as leases`
    const row = rows[0]
    if (!row) throw new Error('the leases did not answer')
    const leases = new Map(row.leases.map((lease) => [lease.connectionId, lease]))
    return { leases, now: Math.round(row.now), runningSince: Math.round(row.running_since) }
  },

  /** Only what the batch changed: renewals of other connections go on meanwhile without the stream's lock. */
  async save(sql: Sql, meetingId: string, before: LeaseTable, after: LeaseTable): Promise<void> {
    const gone = [...before.leases.keys()].filter((connectionId) => !after.leases.has(connectionId))
    const entered = [...after.leases.values()]
      .filter((lease) => before.leases.get(lease.connectionId) !== lease)
      .map(({ connectionId, memberId, nodeId }) => ({
        connection_id: connectionId,
        member_id: memberId,
        node_id: nodeId,
      }))
    if (gone.length > 0) {
      await sql.$executeRaw`
        delete from presence_lease where meeting_id = ${meetingId}::uuid and connection_id = any(${gone}::text[])`
    }
    if (entered.length > 0) {
      await sql.$executeRaw`
        insert into presence_lease (connection_id, meeting_id, member_id, node_id, last_seen)
        select r.connection_id, ${meetingId}::uuid, r.member_id, r.node_id, log_clock()
        from jsonb_to_recordset(${JSON.stringify(entered)}::jsonb) as r (connection_id text, member_id uuid, node_id text)
        on conflict (connection_id, meeting_id) do update set last_seen = excluded.last_seen, broken = false`
      // Their presence is the new connection's now: what earlier ones left behind would be read by every later batch of the evening.
      await sql.$executeRaw`
        delete from presence_lease l using jsonb_to_recordset(${JSON.stringify(entered)}::jsonb) as r (connection_id text, member_id uuid)
        where l.meeting_id = ${meetingId}::uuid and l.member_id = r.member_id
          and (l.broken or l.last_seen < log_clock() - make_interval(secs => ${LEFT_BEHIND_SECONDS}::float8))`
    }
  },
}

/** The event that ends a member's open interval; never before it began. */
export function intervalEnded(attendance: AttendanceState, memberId: string, endedAt: string, reason: IntervalEnd) {
  const startedAt = openInterval(attendance, memberId)?.startedAt ?? endedAt
  return attendanceEvent('attendance.intervalEnded', {
    memberId,
    endedAt: endedAt < startedAt ? startedAt : endedAt,
    reason,
  })
}
