// Commands of the days before and of the evening: who will come, who cannot and why, and what the branch's committee says to it.
import type { AbsenceNotice, AttendanceEvent } from '@hoi-truong/shared/attendance'
import { rulesOf } from '@hoi-truong/shared/attendance'
import { AppError } from '@hoi-truong/shared/errors'
import { audienceOfMember } from '@hoi-truong/shared/log'
import { findInRoll, type MeetingState } from '@hoi-truong/shared/meeting'
import { isInRate } from '@hoi-truong/shared/rules'
import { type Actor, type CommandContext, defineCommand, type Redirect } from '../log/commandDefinition.ts'
import { requireUnderWay } from '../meeting/course.ts'
import { attendanceEvent } from './attendanceEvent.ts'

/** A notice as the bureau and as the member read it. */
const noticeEvents = (notice: AbsenceNotice): AttendanceEvent[] => [
  attendanceEvent('attendance.absenceReported', notice, 'bureau'),
  attendanceEvent('attendance.absenceReceived', notice, audienceOfMember(notice.memberId)),
]

const announcedNotice = (notice: AbsenceNotice): AttendanceEvent[] => [
  attendanceEvent('attendance.absenceAnnounced', { memberId: notice.memberId, meetingId: notice.meetingId }),
  ...noticeEvents(notice),
]

function memberOf(actor: Actor): string {
  if (actor.kind !== 'member') throw new AppError('FORBIDDEN')
  return actor.memberId
}

/** DOMAIN 2.3: the exempt, those away and on special duty are outside the rate and need give no notice. @throws AppError */
function assertExpected(meeting: MeetingState, memberId: string): void {
  const entry = findInRoll(meeting, memberId)
  const isMember = meeting.roll?.members.some((member) => member.memberId === memberId)
  if (!entry || !isMember || !isInRate(rulesOf(meeting), entry)) throw new AppError('ABSENCE_NOT_EXPECTED')
}

/** Notices of a meeting that does not take place mean nothing; those of a closed one may still be set right. @throws AppError */
function assertTakesPlace({ status }: MeetingState): void {
  if (status === 'draft') throw new AppError('MEETING_NOT_ANNOUNCED')
  if (status === 'cancelled' || status === 'notHeld') throw new AppError('MEETING_CANCELLED')
  if (status === 'sealed') throw new AppError('MEETING_CLOSED')
}

/** A notice that comes after the closing is kept with the branch. */
function lateNotice({
  state,
  payload,
  streamId,
}: Pick<CommandContext<'meeting', 'attendance.reportAbsence'>, 'state' | 'payload' | 'streamId'>): Redirect | null {
  const { plan, practice } = state.everyone.meeting
  // What is practised stays in its meeting.
  const organizationId = practice ? undefined : plan?.organizationId
  const late = { meetingId: streamId, reason: payload.reason }
  return organizationId ? { streamId: organizationId, type: 'attendance.recordLateAbsence', payload: late } : null
}

export const noticeCommandDefinitions = [
  defineCommand<'meeting', 'attendance.answer'>({
    type: 'attendance.answer',
    stream: 'meeting',
    action: 'attendance.answer',
    timing: 'deferrable',
    decide: ({ state, actor }) => {
      const memberId = memberOf(actor)
      const { meeting, attendance } = state.everyone
      requireUnderWay(meeting)
      if (attendance.answers[memberId] !== undefined) return { events: [] }
      return { events: [attendanceEvent('attendance.answered', { memberId })] }
    },
  }),

  defineCommand<'meeting', 'attendance.reportAbsence'>({
    type: 'attendance.reportAbsence',
    stream: 'meeting',
    action: 'attendance.reportAbsence',
    timing: 'deferrable',
    elsewhere: lateNotice,
    decide: ({ state, actor, payload, streamId }) => {
      const memberId = memberOf(actor)
      const { meeting, attendance } = state.everyone
      assertExpected(meeting, memberId)
      if (meeting.status === 'closed' || meeting.status === 'sealed') {
        const redirect = lateNotice({ state, payload, streamId })
        if (!redirect) throw new AppError('MEETING_CLOSED')
        return { redirect }
      }
      requireUnderWay(meeting)
      if (attendance.absences[memberId] !== undefined) throw new AppError('ABSENCE_ALREADY_REPORTED')
      return { events: announcedNotice({ memberId, meetingId: streamId, reason: payload.reason, late: false }) }
    },
  }),

  defineCommand<'organization', 'attendance.recordLateAbsence'>({
    type: 'attendance.recordLateAbsence',
    stream: 'organization',
    action: 'attendance.recordLateAbsence',
    timing: 'deferrable',
    internal: true,
    decide: ({ state, actor, payload }) => {
      const memberId = memberOf(actor)
      const before = state.members[memberId]?.lateNotices ?? []
      if (before.some((notice) => notice.meetingId === payload.meetingId))
        throw new AppError('ABSENCE_ALREADY_REPORTED')
      return { events: noticeEvents({ memberId, meetingId: payload.meetingId, reason: payload.reason, late: true }) }
    },
  }),

  defineCommand<'meeting', 'attendance.recordAbsence'>({
    type: 'attendance.recordAbsence',
    stream: 'meeting',
    action: 'attendance.recordAbsence',
    timing: 'deferrable',
    decide: ({ state, payload: { memberId, reason }, streamId }) => {
      const { meeting, attendance } = state.everyone
      assertTakesPlace(meeting)
      assertExpected(meeting, memberId)
      if (attendance.absences[memberId] !== undefined) throw new AppError('ABSENCE_ALREADY_REPORTED')
      return { events: announcedNotice({ memberId, meetingId: streamId, reason, late: false }) }
    },
  }),

  defineCommand<'meeting', 'attendance.decideAbsence'>({
    type: 'attendance.decideAbsence',
    stream: 'meeting',
    action: 'attendance.decideAbsence',
    timing: 'deferrable',
    decide: ({ state, payload: { memberId, accepted } }) => {
      const { meeting, attendance } = state.everyone
      assertTakesPlace(meeting)
      const absence = attendance.absences[memberId]
      if (!absence) throw new AppError('ABSENCE_NOT_REPORTED')
      if (absence.decision === (accepted ? 'accepted' : 'refused')) return { events: [] }
      return { events: [attendanceEvent('attendance.absenceDecided', { memberId, accepted })] }
    },
  }),
]
