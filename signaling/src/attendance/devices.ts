// Commands of own devices in the room: entering, leaving, and lapsing when nothing has been heard for too long.
import { type AttendanceEvent, type AttendanceState, hasDevice, openInterval } from '@hoi-truong/shared/attendance'
import { AppError } from '@hoi-truong/shared/errors'
import { type Actor, defineCommand } from '../log/commandDefinition.ts'
import { requireUnderWay } from '../meeting/course.ts'
import { arrived, attendanceEvent } from './attendanceEvent.ts'
import {
  intervalEnded,
  type LeaseTable,
  leaseTables,
  type PresenceTiming,
  presenceOf,
  withLease,
  withoutLeases,
} from './leases.ts'
import { assertNotShownOut } from './shownOut.ts'

type MemberActor = Extract<Actor, { kind: 'member' }>

/** Entering and leaving belong to a connection: they make sense over a socket only. */
function connected(actor: Actor): MemberActor & { connectionId: string } {
  if (actor.kind !== 'member' || actor.connectionId === null) throw new AppError('ATTENDANCE_NOT_IN_ROOM')
  return { ...actor, connectionId: actor.connectionId }
}

/** A device comes. Whoever is counted at a site stays counted there; a reload or a second tab goes on with what is open. */
function deviceComes(attendance: AttendanceState, memberId: string): AttendanceEvent[] {
  const open = openInterval(attendance, memberId)
  if (!open) return [arrived(memberId, { kind: 'device' }, 'device')]
  const joins = open.place.kind === 'site' && !attendance.companions[memberId]
  return joins ? [attendanceEvent('attendance.companionJoined', { memberId })] : []
}

/** A member's last device goes; whoever is counted at a site is there still. @param endedAt ISO 8601 */
function devicesGo(
  attendance: AttendanceState,
  memberId: string,
  endedAt: string,
  reason: 'left' | 'lapsed',
): AttendanceEvent[] {
  if (attendance.companions[memberId]) return [attendanceEvent('attendance.companionLeft', { memberId })]
  const open = openInterval(attendance, memberId)
  return open?.place.kind === 'device' ? [intervalEnded(attendance, memberId, endedAt, reason)] : []
}

export const deviceCommandDefinitions = (timing: PresenceTiming) => [
  defineCommand<'meeting', 'attendance.enter', undefined, LeaseTable>({
    type: 'attendance.enter',
    stream: 'meeting',
    action: 'attendance.enter',
    timing: 'live',
    side: leaseTables,
    // Repeated over a new connection: that one is in the room now, as long as the member still is.
    repeated: ({ state, actor }, side) => {
      const { connectionId, memberId, nodeId } = connected(actor)
      return hasDevice(state.everyone.attendance, memberId) ? withLease(side, { connectionId, memberId, nodeId }) : side
    },
    decide: ({ state, actor }, { side }) => {
      const { connectionId, memberId, nodeId } = connected(actor)
      requireUnderWay(state.everyone.meeting)
      assertNotShownOut(state.everyone.attendance, memberId)
      return {
        events: deviceComes(state.everyone.attendance, memberId),
        side: withLease(side, { connectionId, memberId, nodeId }),
      }
    },
  }),

  defineCommand<'meeting', 'attendance.leave', undefined, LeaseTable>({
    type: 'attendance.leave',
    stream: 'meeting',
    action: 'attendance.leave',
    timing: 'live',
    side: leaseTables,
    decide: ({ state, actor, at }, { side: before }) => {
      const { connectionId, memberId } = connected(actor)
      // Leases left behind by broken connections of the same member go too: they must not lapse a later interval.
      const side = withoutLeases(
        before,
        (lease) => lease.memberId === memberId && (lease.connectionId === connectionId || lease.broken),
      )
      const elsewhere = presenceOf(side, timing, memberId)?.alive ?? false
      return { events: elsewhere ? [] : devicesGo(state.everyone.attendance, memberId, at, 'left'), side }
    },
  }),

  defineCommand<'meeting', 'attendance.lapse', undefined, LeaseTable>({
    type: 'attendance.lapse',
    stream: 'meeting',
    action: 'attendance.lapse',
    timing: 'deferrable',
    internal: true,
    side: leaseTables,
    decide: ({ state, payload }, { side }) => {
      const lapsed = payload.memberIds.flatMap((memberId) => {
        const presence = presenceOf(side, timing, memberId)
        return presence?.lapsed ? [presence] : []
      })
      const gone = new Set(lapsed.map((presence) => presence.memberId))
      return {
        events: lapsed.flatMap(({ memberId, lastSeen }) =>
          devicesGo(state.everyone.attendance, memberId, lastSeen, 'lapsed'),
        ),
        side: withoutLeases(side, (lease) => gone.has(lease.memberId)),
      }
    },
  }),
]
