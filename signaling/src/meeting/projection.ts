// Meetings and their rolls as tables: what "my meetings" and monitoring query.
import type { LogEvent } from '@hoi-truong/shared/log'
import type { MeetingEvent, MeetingPlan, MeetingRoll } from '@hoi-truong/shared/meeting'
import type { Sql } from '../database/client.ts'
import { defineProjection } from '../log/projection.ts'

async function projectPlan(sql: Sql, id: string, plan: MeetingPlan, roll: MeetingRoll): Promise<void> {
  await sql.$executeRaw`
    insert into meeting (id, organization_id, organization_name, kind, form, month, status, planned_start, planned_end, place,
      chair_id, minutes_secretary_id)
    values (${id}::uuid, ${plan.organizationId}::uuid, ${roll.organizationName}, ${plan.kind}, ${plan.form}, ${plan.month},
      'scheduled', ${plan.plannedStart}::timestamptz, ${plan.plannedEnd}::timestamptz, ${plan.place},
      ${plan.chairId}::uuid, ${plan.minutesSecretaryId}::uuid)`
}

async function projectRoll(sql: Sql, meetingId: string, roll: MeetingRoll): Promise<void> {
  const entries = [
    ...roll.members.map((entry) => ({ ...entry, follower: false })),
    ...roll.followers.map((entry) => ({ ...entry, follower: true })),
  ].map(({ memberId, ...entry }, position) => ({ ...entry, member_id: memberId, position }))
  const memberIds = entries.map((entry) => entry.member_id)
  await sql.$executeRaw`
    insert into attendance (meeting_id, member_id, position, follower, name, category, status, office, title)
    select ${meetingId}::uuid, r.member_id, r.position, r.follower, r.name, r.category, r.status, r.office, r.title
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as r (
      member_id uuid, position integer, follower boolean, name text, category text, status text, office text, title text)
    on conflict (meeting_id, member_id) do update set position = excluded.position, follower = excluded.follower,
      name = excluded.name, category = excluded.category, status = excluded.status, office = excluded.office, title = excluded.title`
  // Who was summoned and is not on the roll any more at the opening stays only with what they did; see position.
  await sql.$executeRaw`
    update attendance set position = -1 where meeting_id = ${meetingId}::uuid and not member_id = any(${memberIds}::uuid[])`
}

export const meetingProjection = defineProjection<'meeting'>({
  stream: 'meeting',
  apply: async (sql, streamId, events) => {
    for (const logEvent of events) {
      const event = logEvent as LogEvent & MeetingEvent
      if (event.type === 'meeting.scheduled') {
        await projectPlan(sql, streamId, event.payload.plan, event.payload.roll)
        await projectRoll(sql, streamId, event.payload.roll)
      } else if (event.type === 'meeting.opened') {
        await projectRoll(sql, streamId, event.payload.roll)
        await sql.$executeRaw`
          update meeting set status = 'open', opened_at = ${event.at}::timestamptz where id = ${streamId}::uuid`
      } else if (event.type === 'meeting.closed') {
        await sql.$executeRaw`
          update meeting set status = 'closed', closed_at = ${event.at}::timestamptz where id = ${streamId}::uuid`
      }
    }
  },
})
