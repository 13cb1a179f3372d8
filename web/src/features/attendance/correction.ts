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

/** Undefined while the form does not say when somebody came. */
export function presenceFrom(
  { place, arrived, left }: CorrectionFields,
  { openedAt }: Pick<MeetingState, 'openedAt'>,
): CorrectedPresence | null | undefined {
  if (place === 'absent') return null
  const day = openedAt === null ? '' : dayAndTimeOf(openedAt).day
  const arrivedAt = isoOf(day, arrived)
  const leftAt = left === '' ? null : isoOf(day, left)
  if (arrivedAt === null || (left !== '' && leftAt === null)) return undefined
  return { place: place === 'device' ? { kind: 'device' } : { kind: 'site', siteId: place }, arrivedAt, leftAt }
}
