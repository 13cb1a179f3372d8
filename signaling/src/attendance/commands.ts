// Commands of the roll call: entering and leaving the room, lapsing, giving notice of absence.

import { type AbsenceNotice, type AttendanceEvent, openInterval } from '@hoi-truong/shared/attendance'
import { AppError } from '@hoi-truong/shared/errors'
import { audienceOfMember } from '@hoi-truong/shared/log'
import { findInRoll } from '@hoi-truong/shared/meeting'
import { type Actor, defineCommand } from '../log/commandDefinition.ts'
import {
  intervalEnded,
  type LeaseTable,
  leaseTables,
  type PresenceTiming,
  presenceOf,
  withLease,
  withoutLeases,
} from './leases.ts'

type MemberActor = Extract<Actor, { kind: 'member' }>

const started = (memberId: string): AttendanceEvent => ({
  type: 'attendance.intervalStarted',
  version: 1,
  audience: 'everyone',
  payload: { memberId },
})

/** Entering and leaving belong to a connection: they make sense over a socket only. */
function connected(actor: Actor): MemberActor & { connectionId: string } {
  if (actor.kind !== 'member' || actor.connectionId === null) throw new AppError('ATTENDANCE_NOT_IN_ROOM')
  return { ...actor, connectionId: actor.connectionId }
}

/** A notice as the bureau and as the member read it. */
const noticeEvents = (notice: AbsenceNotice): AttendanceEvent[] => [
  { type: 'attendance.absenceReported', version: 1, audience: 'bureau', payload: notice },
  { type: 'attendance.absenceReceived', version: 1, audience: audienceOfMember(notice.memberId), payload: notice },
]

export const attendanceCommandDefinitions = (timing: PresenceTiming) => [
  defineCommand<'meeting', 'attendance.enter', undefined, LeaseTable>({
    type: 'attendance.enter',
    stream: 'meeting',
    action: 'attendance.enter',
    timing: 'live',
    side: leaseTables,
    decide: ({ state, actor }, { side }) => {
      const { connectionId, memberId, nodeId } = connected(actor)
      if (state.everyone.meeting.status === 'closed') throw new AppError('MEETING_CLOSED')
      // A reload, a second tab or a return within the grace period goes on with the interval that is open.
      const events = openInterval(state.everyone.attendance, memberId) ? [] : [started(memberId)]
      return { events, side: withLease(side, { connectionId, memberId, nodeId }) }
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
      const { attendance } = state.everyone
      // Leases left behind by broken connections of the same member go too: they must not lapse a later interval.
      const side = withoutLeases(
        before,
        (lease) => lease.memberId === memberId && (lease.connectionId === connectionId || lease.broken),
      )
      const elsewhere = presenceOf(side, timing, memberId)?.alive ?? false
      const events =
        !elsewhere && openInterval(attendance, memberId) ? [intervalEnded(attendance, memberId, at, 'left')] : []
      return { events, side }
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
      const { attendance } = state.everyone
      const lapsed = payload.memberIds.flatMap((memberId) => {
        const presence = presenceOf(side, timing, memberId)
        return presence?.lapsed ? [presence] : []
      })
      const gone = new Set(lapsed.map((presence) => presence.memberId))
      return {
        events: lapsed
          .filter(({ memberId }) => openInterval(attendance, memberId))
          .map(({ memberId, lastSeen }) => intervalEnded(attendance, memberId, lastSeen, 'lapsed')),
        side: withoutLeases(side, (lease) => gone.has(lease.memberId)),
      }
    },
  }),

  defineCommand<'meeting', 'attendance.reportAbsence'>({
    type: 'attendance.reportAbsence',
    stream: 'meeting',
    action: 'attendance.reportAbsence',
    timing: 'deferrable',
    decide: ({ state, actor, payload, streamId }) => {
      if (actor.kind !== 'member') throw new AppError('FORBIDDEN')
      const { memberId } = actor
      const { meeting, attendance } = state.everyone
      // DOMAIN 2.3: the exempt, those away and on special duty are outside the rate and need give no notice.
      if (findInRoll(meeting, memberId)?.status !== 'active') throw new AppError('ABSENCE_NOT_EXPECTED')
      if (meeting.status === 'closed') {
        const organizationId = meeting.plan?.organizationId
        if (!organizationId) throw new AppError('MEETING_UNKNOWN')
        const late = { meetingId: streamId, reason: payload.reason }
        return { redirect: { streamId: organizationId, type: 'attendance.recordLateAbsence', payload: late } }
      }
      if (attendance.absences[memberId] !== undefined) throw new AppError('ABSENCE_ALREADY_REPORTED')
      const notice = { memberId, meetingId: streamId, reason: payload.reason, late: false }
      const announced: AttendanceEvent = {
        type: 'attendance.absenceAnnounced',
        version: 1,
        audience: 'everyone',
        payload: { memberId, meetingId: streamId },
      }
      return { events: [announced, ...noticeEvents(notice)] }
    },
  }),

  defineCommand<'organization', 'attendance.recordLateAbsence'>({
    type: 'attendance.recordLateAbsence',
    stream: 'organization',
    action: 'attendance.recordLateAbsence',
    timing: 'deferrable',
    internal: true,
    decide: ({ state, actor, payload }) => {
      if (actor.kind !== 'member') throw new AppError('FORBIDDEN')
      const { memberId } = actor
      const before = state.members[memberId]?.lateNotices ?? []
      if (before.some((notice) => notice.meetingId === payload.meetingId))
        throw new AppError('ABSENCE_ALREADY_REPORTED')
      return { events: noticeEvents({ memberId, meetingId: payload.meetingId, reason: payload.reason, late: true }) }
    },
  }),
]
