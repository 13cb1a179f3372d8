// Commands by which the minutes secretary sets the roll call right, and the chair states that the meeting may proceed.
import { type AttendanceEvent, type CorrectedPresence, hasDevice, rollCall } from '@hoi-truong/shared/attendance'
import { AppError } from '@hoi-truong/shared/errors'
import type { MeetingState } from '@hoi-truong/shared/meeting'
import { defineCommand, type StateOfKind } from '../log/commandDefinition.ts'
import { requireOpen } from '../meeting/course.ts'
import { attendanceEvent } from './attendanceEvent.ts'
import { assertMayBePresent } from './shownOut.ts'
import { assertOnRoll, siteOf } from './sites.ts'

/**
 * What a correction says, made fit for the meeting as it stands: of a closed one everybody has left at the closing at the latest.
 * @throws AppError ATTENDANCE_TIMES_WRONG, ATTENDANCE_SITE_UNKNOWN
 */
function fitted(meeting: MeetingState, presence: CorrectedPresence, at: string): CorrectedPresence {
  if (presence.place.kind === 'site') siteOf(meeting, presence.place.siteId)
  const last = meeting.closedAt ?? at
  const { arrivedAt } = presence
  const leftAt = presence.leftAt ?? meeting.closedAt
  if (arrivedAt > last || (leftAt !== null && (leftAt > last || leftAt <= arrivedAt)))
    throw new AppError('ATTENDANCE_TIMES_WRONG')
  return { ...presence, leftAt }
}

const normal = ({ place, arrivedAt, leftAt }: CorrectedPresence): CorrectedPresence => ({
  place,
  arrivedAt: new Date(arrivedAt).toISOString(),
  leftAt: leftAt === null ? null : new Date(leftAt).toISOString(),
})

/** Whose own device is in the room is there, or is counted at a site: a correction must not say otherwise. */
function companionEvents(
  { attendance }: StateOfKind['meeting']['everyone'],
  memberId: string,
  presence: CorrectedPresence | null,
): AttendanceEvent[] {
  const isThere = presence !== null && presence.leftAt === null
  if (!hasDevice(attendance, memberId)) {
    // Nobody is at an own device without having one in the room.
    if (isThere && presence.place.kind === 'device') throw new AppError('ATTENDANCE_NOT_IN_ROOM')
    return []
  }
  if (!isThere) throw new AppError('ATTENDANCE_STILL_CONNECTED')
  const companion = attendance.companions[memberId] === true
  if (presence.place.kind === 'site')
    return companion ? [] : [attendanceEvent('attendance.companionJoined', { memberId })]
  return companion ? [attendanceEvent('attendance.companionLeft', { memberId })] : []
}

export const correctionCommandDefinitions = [
  defineCommand<'meeting', 'attendance.correct'>({
    type: 'attendance.correct',
    stream: 'meeting',
    action: 'attendance.correct',
    timing: 'deferrable',
    decide: ({ state, payload: { memberId, presence: wanted, reason }, at }) => {
      const { everyone } = state
      const { meeting, attendance } = everyone
      if (meeting.status !== 'closed') requireOpen(meeting)
      assertOnRoll(meeting, memberId)
      const presence = wanted && fitted(meeting, normal(wanted), at)
      if (presence && presence.leftAt === null) assertMayBePresent(attendance, memberId)
      const corrected = attendanceEvent('attendance.corrected', { memberId, presence, reason })
      return { events: [corrected, ...companionEvents(everyone, memberId, presence)] }
    },
  }),

  defineCommand<'meeting', 'attendance.confirmQuorum'>({
    type: 'attendance.confirmQuorum',
    stream: 'meeting',
    action: 'attendance.confirmQuorum',
    timing: 'live',
    decide: ({ state, at }) => {
      const { meeting, attendance } = state.everyone
      requireOpen(meeting)
      const { quorum } = rollCall(meeting, attendance, at)
      const { present, base, level } = quorum
      return { events: [attendanceEvent('attendance.quorumConfirmed', { present, base, level })] }
    },
  }),
]
