// Meetings as a committee above sees them: as rows of a month, and as the state of one that has just changed. Never a draft, never a
// practice meeting.
import { rollCall } from '@hoi-truong/shared/attendance'
import type { MeetingFigure, MonitoredMeeting } from '@hoi-truong/shared/monitoring'
import type { Sql } from '../database/client.ts'
import { asMeeting, type StreamSnapshot } from '../log/streamCache.ts'

type MeetingRow = Omit<MonitoredMeeting, 'plannedStart' | 'openedAt' | 'closedAt'> & {
  plannedStart: Date
  openedAt: Date | null
  closedAt: Date | null
}

/** What was called off before anybody was told of it has never been made known; that none was held is said to those above. */
export async function readMonthMeetings(
  sql: Sql,
  month: string,
  organizationIds: readonly string[],
): Promise<MonitoredMeeting[]> {
  if (organizationIds.length === 0) return []
  const rows = await sql.$queryRaw<MeetingRow[]>`
    select m.id as "meetingId", m.organization_id as "organizationId", s.head_seq as seq, m.kind, m.form, m.status,
      m.planned_start as "plannedStart", m.opened_at as "openedAt", m.closed_at as "closedAt",
      m.present_count as "presentCount", m.expected_count as "expectedCount", m.reason
    from meeting m join stream s on s.id = m.id
    where m.month = ${month} and m.organization_id = any(${[...organizationIds]}::uuid[]) and not m.practice
      and (m.announced_at is not null or m.status = 'notHeld')
    order by m.planned_start, m.id`
  return rows.map(({ plannedStart, openedAt, closedAt, ...row }) => ({
    ...row,
    plannedStart: plannedStart.toISOString(),
    openedAt: openedAt?.toISOString() ?? null,
    closedAt: closedAt?.toISOString() ?? null,
  }))
}

/** The same of a meeting's state after a batch; null for what those above do not see. */
export function figureOf(snapshot: StreamSnapshot): MeetingFigure | null {
  const { streamId, state, position, at } = asMeeting(snapshot)
  const { meeting, attendance } = state.everyone
  const { plan } = meeting
  if (!plan || at === null || meeting.practice) return null
  if (meeting.announcedAt === null && meeting.status !== 'notHeld') return null
  const { counts } = rollCall(meeting, attendance, at)
  return {
    meetingId: streamId,
    organizationId: plan.organizationId,
    month: plan.month,
    seq: position.seq,
    kind: plan.kind,
    form: plan.form,
    status: meeting.status,
    plannedStart: new Date(plan.plannedStart).toISOString(),
    openedAt: meeting.openedAt,
    closedAt: meeting.closedAt,
    presentCount: counts.present,
    expectedCount: counts.expected,
    reason: meeting.reason,
  }
}
