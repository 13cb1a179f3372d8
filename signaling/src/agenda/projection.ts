// The order of business as a table, with the times that it took: what a branch met about can be looked up (DOMAIN R20, R24).
import type { AgendaState } from '@hoi-truong/shared/agenda'
import type { Sql } from '../database/client.ts'
import { defineProjection } from '../log/projection.ts'

/** Events after which an item may stand or have run differently. */
const changes = (type: string): boolean =>
  type.startsWith('agenda.') ||
  ['meeting.scheduled', 'meeting.drafted', 'meeting.practiceStarted', 'meeting.planChanged', 'meeting.closed'].includes(
    type,
  )

async function projectItems(sql: Sql, meetingId: string, { items, courses }: AgendaState): Promise<void> {
  const rows = items.map((item, position) => {
    const own = courses.filter(({ itemId }) => itemId === item.itemId)
    return {
      item_id: item.itemId,
      position,
      part: item.part,
      kind: item.kind,
      title: item.title,
      presenter_id: item.presenterId,
      minutes: item.minutes,
      in_person_only: item.inPersonOnly,
      started_at: own[0]?.startedAt ?? null,
      ended_at: own.at(-1)?.endedAt ?? null,
    }
  })
  await sql.$executeRaw`delete from agenda_item where meeting_id = ${meetingId}::uuid`
  await sql.$executeRaw`
    insert into agenda_item
    select ${meetingId}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
      item_id uuid, position integer, part text, kind text, title text, presenter_id uuid, minutes integer,
      in_person_only boolean, started_at timestamptz, ended_at timestamptz)`
}

export const agendaProjection = defineProjection<'meeting'>({
  stream: 'meeting',
  apply: async (sql, meetingId, events, state) => {
    if (events.some(({ type }) => changes(type))) await projectItems(sql, meetingId, state.everyone.agenda)
  },
})
