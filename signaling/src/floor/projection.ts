// Speeches as a table, for records and for the evaluations at the year's end: who spoke, on which item, how many seconds.
import type { FloorEvent, FloorState, Speech } from '@hoi-truong/shared/floor'
import type { LogEvent } from '@hoi-truong/shared/log'
import type { Sql } from '../database/client.ts'
import { defineProjection } from '../log/projection.ts'

/** Events of others by which a speech may have ended. */
const ends = new Set<string>([
  'attendance.intervalEnded',
  'attendance.corrected',
  'meeting.rollUpdated',
  'meeting.closed',
  'meeting.cancelled',
  'meeting.notHeld',
])
const begins = new Set<string>(['floor.granted', 'floor.speechHeard'] satisfies FloorEvent['type'][])
const touches = (type: string): boolean => begins.has(type) || type === 'floor.ended' || ends.has(type)

/** Those that the batch began, and the one that was on before it, which it may have ended. */
function touched(events: readonly LogEvent[], { speeches }: FloorState): readonly Speech[] {
  const begun = new Set(
    events.flatMap(({ type, payload }) => (begins.has(type) ? [(payload as { speechId: string }).speechId] : [])),
  )
  const before = speeches.findLast(({ speechId, way }) => way === 'granted' && !begun.has(speechId))
  return speeches.filter((speech) => speech === before || begun.has(speech.speechId))
}

const MS = 1000
const secondsOf = ({ startedAt, endedAt }: Speech): number | null =>
  endedAt === null ? null : Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / MS)

async function projectSpeeches(sql: Sql, meetingId: string, speeches: readonly Speech[]): Promise<void> {
  if (speeches.length === 0) return
  const rows = speeches.map((speech, place) => ({
    place,
    speech_id: speech.speechId,
    member_id: speech.memberId,
    site_id: speech.siteId,
    item_id: speech.itemId,
    way: speech.way,
    started_at: speech.startedAt,
    ended_at: speech.endedAt,
    end_reason: speech.reason,
    seconds: secondsOf(speech),
  }))
  // In their order: one is over before the next begins, and the table takes no two that are on.
  await sql.$executeRaw`
    insert into speech (meeting_id, speech_id, member_id, site_id, item_id, way, started_at, ended_at, end_reason, seconds)
    select ${meetingId}::uuid, r.speech_id, r.member_id, r.site_id, r.item_id, r.way, r.started_at, r.ended_at, r.end_reason, r.seconds
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
      place integer, speech_id uuid, member_id uuid, site_id uuid, item_id uuid, way text, started_at timestamptz,
      ended_at timestamptz, end_reason text, seconds integer)
    order by r.place
    on conflict (meeting_id, speech_id) do update set ended_at = excluded.ended_at, end_reason = excluded.end_reason,
      seconds = excluded.seconds`
}

export const floorProjection = defineProjection<'meeting'>({
  stream: 'meeting',
  apply: async (sql, meetingId, events, state) => {
    const { floor } = state.everyone
    if (events.some(({ type }) => touches(type))) await projectSpeeches(sql, meetingId, touched(events, floor))
  },
})
