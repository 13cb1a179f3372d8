// Commands by which the chair shows somebody out of the room (mời ra khỏi phòng), and lets them in again.
import { type AttendanceEvent, type AttendanceState, openInterval } from '@hoi-truong/shared/attendance'
import { AppError } from '@hoi-truong/shared/errors'
import { defineCommand } from '../log/commandDefinition.ts'
import { requireUnderWay } from '../meeting/course.ts'
import { attendanceEvent } from './attendanceEvent.ts'
import { intervalEnded, type LeaseTable, leaseTables, withoutLeases } from './leases.ts'
import { assertOnRoll } from './sites.ts'

/** They were there until now, at a site or over a device. @param at ISO 8601 */
function departure(attendance: AttendanceState, memberId: string, at: string): AttendanceEvent[] {
  return [
    ...(attendance.companions[memberId] ? [attendanceEvent('attendance.companionLeft', { memberId })] : []),
    ...(openInterval(attendance, memberId) ? [intervalEnded(attendance, memberId, at, 'removed')] : []),
  ]
}

export const removalCommandDefinitions = [
  defineCommand<'meeting', 'attendance.remove', undefined, LeaseTable>({
    type: 'attendance.remove',
    stream: 'meeting',
    action: 'attendance.remove',
    timing: 'live',
    side: leaseTables,
    decide: ({ state, actor, payload: { memberId, reason }, at }, { side }) => {
      const { meeting, attendance } = state.everyone
      requireUnderWay(meeting)
      assertOnRoll(meeting, memberId)
      // A meeting is not left without its chair: they hand it over first.
      if (actor.kind !== 'member' || actor.memberId === memberId) throw new AppError('FORBIDDEN')
      if (memberId in attendance.removed) return { events: [] }
      return {
        // Also whose line is broken just now, who has gone out for a moment: they do not come in again.
        events: [attendanceEvent('attendance.removed', { memberId, reason }), ...departure(attendance, memberId, at)],
        side: withoutLeases(side, (lease) => lease.memberId === memberId),
      }
    },
  }),

  defineCommand<'meeting', 'attendance.readmit'>({
    type: 'attendance.readmit',
    stream: 'meeting',
    action: 'attendance.readmit',
    timing: 'live',
    decide: ({ state, payload: { memberId } }) => {
      const { meeting, attendance } = state.everyone
      requireUnderWay(meeting)
      const isOut = memberId in attendance.removed
      return { events: isOut ? [attendanceEvent('attendance.readmitted', { memberId })] : [] }
    },
  }),
]
