// Who may vote and what the share is taken of, frozen when a poll is opened (DOMAIN 2.4): everyone in the base, present or not.
import type { AttendanceState } from '../attendance/reduce.ts'
import { rollCall } from '../attendance/rollCall.ts'
import type { MeetingState } from '../meeting/reduce.ts'
import type { FrozenPoll } from './events.ts'

/**
 * An exempt member who comes later waits for the next poll; one who leaves stays in this one.
 *
 * @param at ISO 8601, the log's clock
 */
export function electorateOf(
  meeting: MeetingState,
  attendance: AttendanceState,
  at: string,
): Pick<FrozenPoll, 'base' | 'electorate'> {
  const { base, members } = rollCall(meeting, attendance, at)
  return { base, electorate: members.filter(({ inBase }) => inBase).map(({ entry }) => entry.memberId) }
}
