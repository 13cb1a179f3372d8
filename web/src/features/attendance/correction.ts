// What stands in the form of a correction, and what it says: hours of the meeting's own day, as the minutes secretary reads them off a clock.
import type { CorrectedPresence, RollLine } from '@hoi-truong/shared/attendance'
import type { MeetingState } from '@hoi-truong/shared/meeting'
import { dayAndTimeOf, isoOf } from '../../lib/vietnamTime.ts'

export interface CorrectionFields {
  /** A site's id, `device`, or `absent`. */
  place: string
  /** HH:MM; the second may be empty. */
  arrived: string
  left: string
}

export function fieldsFrom(line: RollLine, meeting: MeetingState): CorrectionFields {
  const first = line.intervals[0]
  const last = line.intervals.at(-1)
  const start = first?.startedAt ?? meeting.openedAt
  const stayed = !last || last.endedAt === null || last.reason === 'closed'
  return {
    place: line.place === null ? 'absent' : line.place.kind === 'site' ? line.place.siteId : 'device',
    arrived: start ? dayAndTimeOf(start).time : '',
    left: stayed || !last?.endedAt ? '' : dayAndTimeOf(last.endedAt).time,
  }
}

const HOUR_MS = 3_600_000
/** Nobody comes earlier than this before the opening: an earlier hour is one after midnight. */
const EARLIEST_MS = 6 * HOUR_MS

/** The hour of the meeting's night, ISO 8601; null for what is no hour. */
function momentOf(openedAt: string, time: string): string | null {
  const sameDay = isoOf(dayAndTimeOf(openedAt).day, time)
  if (sameDay === null || Date.parse(sameDay) > Date.parse(openedAt) - EARLIEST_MS) return sameDay
  return new Date(Date.parse(sameDay) + 24 * HOUR_MS).toISOString()
}

/** Undefined while the form does not say when somebody came. */
export function presenceFrom(
  { place, arrived, left }: CorrectionFields,
  { openedAt }: Pick<MeetingState, 'openedAt'>,
): CorrectedPresence | null | undefined {
  if (place === 'absent') return null
  if (openedAt === null) return undefined
  const arrivedAt = momentOf(openedAt, arrived)
  const leftAt = left === '' ? null : momentOf(openedAt, left)
  if (arrivedAt === null || (left !== '' && leftAt === null)) return undefined
  return { place: place === 'device' ? { kind: 'device' } : { kind: 'site', siteId: place }, arrivedAt, leftAt }
}
