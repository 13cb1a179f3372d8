// Commands of the roll call: entering and leaving the room, lapsing, giving notice of absence.

import { type AbsenceNotice, type AttendanceEvent, membersInRoom, openInterval } from '@hoi-truong/shared/attendance'
import { AppError } from '@hoi-truong/shared/errors'
import { audienceOfMember } from '@hoi-truong/shared/log'
import { findInRoll } from '@hoi-truong/shared/meeting'
import { type Actor, defineCommand } from '../log/commandDefinition.ts'
import { intervalEnded, type LeaseSummary, type PresenceTiming, readLeases } from './leases.ts'

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
  defineCommand<'meeting', 'attendance.enter'>({
    type: 'attendance.enter',
    stream: 'meeting',
    action: 'attendance.enter',
    timing: 'live',
    decide: ({ state, actor }) => {
      const { memberId } = connected(actor)
      if (state.everyone.meeting.status === 'closed') throw new AppError('MEETING_CLOSED')
      // A reload, a second tab or a return within the grace period goes on with the interval that is open.
      return { events: openInterval(state.everyone.attendance, memberId) ? [] : [started(memberId)] }
    },
    settle: async (sql, { streamId, actor }) => {
      const { connectionId, memberId, nodeId } = connected(actor)
      await sql.$executeRaw`
        insert into presence_lease (connection_id, meeting_id, member_id, node_id, last_seen)
        values (${connectionId}, ${streamId}::uuid, ${memberId}::uuid, ${nodeId}, now())
        on conflict (connection_id, meeting_id) do update set last_seen = excluded.last_seen, broken = false`
    },
  }),

  defineCommand<'meeting', 'attendance.leave', LeaseSummary[]>({
    type: 'attendance.leave',
    stream: 'meeting',
    action: 'attendance.leave',
    timing: 'live',
    gather: (sql, { streamId, actor }) => readLeases(sql, timing, streamId, connected(actor).connectionId),
    decide: ({ state, actor, at }, others) => {
      const { memberId } = connected(actor)
      const { attendance } = state.everyone
      const elsewhere = others.some((lease) => lease.memberId === memberId && lease.alive)
      if (elsewhere || !openInterval(attendance, memberId)) return { events: [] }
      return { events: [intervalEnded(attendance, memberId, at, 'left')] }
    },
    settle: async (sql, { streamId, actor }) => {
      const { connectionId, memberId } = connected(actor)
      // Leases left behind by broken connections of the same member go too: they must not lapse a later interval.
      await sql.$executeRaw`
        delete from presence_lease where meeting_id = ${streamId}::uuid and member_id = ${memberId}::uuid
          and (connection_id = ${connectionId} or broken)`
    },
  }),

  defineCommand<'meeting', 'attendance.lapse', LeaseSummary[]>({
    type: 'attendance.lapse',
    stream: 'meeting',
    action: 'attendance.lapse',
    timing: 'deferrable',
    internal: true,
    gather: (sql, { streamId }) => readLeases(sql, timing, streamId),
    decide: ({ state, payload }, leases) => {
      const { attendance } = state.everyone
      const inRoom = new Set(membersInRoom(attendance))
      const events = leases
        .filter((lease) => lease.lapsed && payload.memberIds.includes(lease.memberId) && inRoom.has(lease.memberId))
        .map((lease) => intervalEnded(attendance, lease.memberId, lease.lastSeen, 'lapsed'))
      return { events }
    },
    settle: async (sql, { streamId, payload }) => {
      const lapsed = (await readLeases(sql, timing, streamId)).filter(
        (lease) => lease.lapsed && payload.memberIds.includes(lease.memberId),
      )
      const memberIds = lapsed.map((lease) => lease.memberId)
      await sql.$executeRaw`
        delete from presence_lease where meeting_id = ${streamId}::uuid and member_id = any(${memberIds}::uuid[])`
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
