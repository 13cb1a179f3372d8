// Meetings and their rolls as tables: what "my meetings" and monitoring query. The row of a meeting is written from its state.
import { rollCall } from '@hoi-truong/shared/attendance'
import type { LogEvent } from '@hoi-truong/shared/log'
import type { MeetingRoll, MeetingState } from '@hoi-truong/shared/meeting'
import type { Sql } from '../database/client.ts'
import type { StateOfKind } from '../log/commandDefinition.ts'
import { defineProjection } from '../log/projection.ts'

async function projectMeeting(sql: Sql, id: string, meeting: MeetingState): Promise<void> {
  const { plan, roll } = meeting
  if (!plan || !roll) return
  await sql.$executeRaw`
    insert into meeting (id, organization_id, organization_name, kind, form, month, status, planned_start, planned_end, place,
      chair_id, minutes_secretary_id, plan, announced_at, opened_at, closed_at, reason, practice)
    values (${id}::uuid, ${plan.organizationId}::uuid, ${roll.organizationName}, ${plan.kind}, ${plan.form}, ${plan.month},
      ${meeting.status}, ${plan.plannedStart}::timestamptz, ${plan.plannedEnd}::timestamptz, ${plan.place},
      ${meeting.chairId}::uuid, ${meeting.minutesSecretaryId}::uuid, ${JSON.stringify(plan)}::jsonb,
      ${meeting.announcedAt}::timestamptz, ${meeting.openedAt}::timestamptz, ${meeting.closedAt}::timestamptz, ${meeting.reason},
      ${meeting.practice})
    on conflict (id) do update set organization_name = excluded.organization_name, kind = excluded.kind, form = excluded.form,
      month = excluded.month, status = excluded.status, planned_start = excluded.planned_start,
      planned_end = excluded.planned_end, place = excluded.place, chair_id = excluded.chair_id,
      minutes_secretary_id = excluded.minutes_secretary_id, plan = excluded.plan, announced_at = excluded.announced_at,
      opened_at = excluded.opened_at, closed_at = excluded.closed_at, reason = excluded.reason`
}

async function projectRoll(sql: Sql, meetingId: string, roll: MeetingRoll): Promise<void> {
  const entries = [
    ...roll.members.map((entry) => ({ ...entry, follower: false, guest: false })),
    ...roll.followers.map((entry) => ({ ...entry, follower: true, guest: false })),
    ...roll.guests.map((entry) => ({ ...entry, follower: false, guest: true })),
  ].map(({ memberId, ...entry }, position) => ({ ...entry, member_id: memberId, position }))
  const memberIds = entries.map((entry) => entry.member_id)
  await sql.$executeRaw`
    insert into attendance (meeting_id, member_id, position, follower, guest, name, category, status, office, title, temporary)
    select ${meetingId}::uuid, r.member_id, r.position, r.follower, r.guest, r.name, r.category, r.status, r.office, r.title,
      r.temporary
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as r (
      member_id uuid, position integer, follower boolean, guest boolean, name text, category text, status text, office text,
      title text, temporary boolean)
    on conflict (meeting_id, member_id) do update set position = excluded.position, follower = excluded.follower,
      guest = excluded.guest, name = excluded.name, category = excluded.category, status = excluded.status,
      office = excluded.office, title = excluded.title, temporary = excluded.temporary`
  // Who was summoned and is not on the roll any more at the opening stays only with what they did; see position.
  await sql.$executeRaw`
    update attendance set position = -1 where meeting_id = ${meetingId}::uuid and not member_id = any(${memberIds}::uuid[])`
}

/** Live figures, by the same rules that every screen counts by. */
async function projectCounts(
  sql: Sql,
  id: string,
  { meeting, attendance }: StateOfKind['meeting']['everyone'],
  at: string,
) {
  const { counts } = rollCall(meeting, attendance, at)
  await sql.$executeRaw`
    update meeting set present_count = ${counts.present}, expected_count = ${counts.expected}
    where id = ${id}::uuid and (present_count, expected_count) is distinct from (${counts.present}, ${counts.expected})`
}

const carriesRoll = ({ payload }: LogEvent): boolean => (payload as { roll?: unknown }).roll !== undefined

export const meetingProjection = defineProjection<'meeting'>({
  stream: 'meeting',
  apply: async (sql, streamId, events, { everyone }) => {
    const own = events.filter(({ type }) => type.startsWith('meeting.'))
    if (own.length > 0) await projectMeeting(sql, streamId, everyone.meeting)
    if (everyone.meeting.roll && own.some(carriesRoll)) await projectRoll(sql, streamId, everyone.meeting.roll)
    const at = events.at(-1)?.at
    if (at !== undefined) await projectCounts(sql, streamId, everyone, at)
  },
})
