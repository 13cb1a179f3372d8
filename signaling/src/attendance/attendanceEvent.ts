// Attendance's events as drafts, and the steps from one place to another that several commands take.
import {
  type AttendanceEvent,
  type AttendancePlace,
  type AttendanceState,
  type CheckInWay,
  openInterval,
} from '@hoi-truong/shared/attendance'
import type { Audience } from '@hoi-truong/shared/log'

type Type = AttendanceEvent['type']
type EventOf<T extends Type> = Extract<AttendanceEvent, { type: T }>

/** Raised when a payload's shape changes; old ones are upcast (shared/src/attendance/reduce.ts). */
const versions: Partial<Record<Type, number>> = { 'attendance.intervalStarted': 2 }

export const attendanceEvent = <T extends Type>(
  type: T,
  payload: EventOf<T>['payload'],
  audience: Audience = 'everyone',
): EventOf<T> => ({ type, version: versions[type] ?? 1, audience, payload }) as EventOf<T>

export const arrived = (memberId: string, place: AttendancePlace, way: CheckInWay) =>
  attendanceEvent('attendance.intervalStarted', { memberId, place, way })

/** The events that bring a member to a site from wherever they are; none when they are there. @param at ISO 8601 */
export function toSite(
  state: AttendanceState,
  { memberId, siteId, way, at }: { memberId: string; siteId: string; way: CheckInWay; at: string },
): AttendanceEvent[] {
  const open = openInterval(state, memberId)
  if (open?.place.kind === 'site' && open.place.siteId === siteId) return []
  const moved = open ? [attendanceEvent('attendance.intervalEnded', { memberId, endedAt: at, reason: 'moved' })] : []
  // Whoever came over an own device keeps it, silent: one person, one place.
  const companion = open?.place.kind === 'device' ? [attendanceEvent('attendance.companionJoined', { memberId })] : []
  return [...moved, arrived(memberId, { kind: 'site', siteId }, way), ...companion]
}

/** The events of somebody who is ticked off a site: gone, or on at their own device. @param at ISO 8601 */
export function fromSite(state: AttendanceState, memberId: string, at: string): AttendanceEvent[] {
  const companion = state.companions[memberId] === true
  return [
    attendanceEvent('attendance.intervalEnded', { memberId, endedAt: at, reason: companion ? 'moved' : 'left' }),
    ...(companion
      ? [attendanceEvent('attendance.companionLeft', { memberId }), arrived(memberId, { kind: 'device' }, 'device')]
      : []),
  ]
}
