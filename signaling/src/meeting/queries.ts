// "My meetings": the meetings on whose roll a member stands, the next and newest first.
import type { MeetingSummary } from '@hoi-truong/shared/protocol'
import type { Database } from '../database/client.ts'

const MOST_MEETINGS = 50

interface SummaryRow {
  id: string
  organization_id: string
  organization_name: string
  kind: MeetingSummary['kind']
  form: MeetingSummary['form']
  month: string
  status: MeetingSummary['status']
  planned_start: Date
  planned_end: Date
  place: string | null
  opened_at: Date | null
  closed_at: Date | null
  chair_id: string
  minutes_secretary_id: string | null
  chair_name: string
  follower: boolean
  own_absence: Date | null
  present: number
  expected: number
}

export async function listMeetings(database: Database, memberId: string): Promise<MeetingSummary[]> {
  const rows = await database.$queryRaw<SummaryRow[]>`
    select m.*, own.follower, own.absence_announced_at as own_absence, chair.name as chair_name,
      counts.expected, counts.present
    from attendance own
    join meeting m on m.id = own.meeting_id
    join attendance chair on chair.meeting_id = m.id and chair.member_id = m.chair_id
    cross join lateral (
      select count(*)::integer as expected,
        (count(*) filter (where case when m.status = 'closed'
          then exists (select 1 from attendance_interval i
            where i.meeting_id = m.id and i.member_id = a.member_id and i.ended_at > m.opened_at)
          else a.in_room_since is not null end))::integer as present
      from attendance a
      where a.meeting_id = m.id and not a.follower and a.status = 'active' and a.position >= 0
    ) as counts
    where own.member_id = ${memberId}::uuid and own.status <> 'suspended' and own.position >= 0
    order by m.status = 'closed', case when m.status = 'closed' then -extract(epoch from m.planned_start)
      else extract(epoch from m.planned_start) end
    limit ${MOST_MEETINGS}`
  return rows.map((row) => ({
    meetingId: row.id,
    organizationId: row.organization_id,
    organizationName: row.organization_name,
    kind: row.kind,
    form: row.form,
    month: row.month,
    status: row.status,
    plannedStart: row.planned_start.toISOString(),
    plannedEnd: row.planned_end.toISOString(),
    place: row.place,
    openedAt: row.opened_at?.toISOString() ?? null,
    closedAt: row.closed_at?.toISOString() ?? null,
    chairName: row.chair_name,
    presentCount: row.present,
    expectedCount: row.expected,
    roles: rolesOf(row, memberId),
    absenceAnnounced: row.own_absence !== null,
  }))
}

function rolesOf(row: SummaryRow, memberId: string): string[] {
  if (row.follower) return ['follower']
  return [
    'attendee',
    ...(row.chair_id === memberId ? ['chair'] : []),
    ...(row.minutes_secretary_id === memberId ? ['minutesSecretary'] : []),
  ]
}
