// Commands on who leads and who writes: the minutes secretary is named, the chair is handed over, or taken when the chair is gone.
import { hasDevice, openInterval, rulesOf } from '@hoi-truong/shared/attendance'
import { AppError } from '@hoi-truong/shared/errors'
import type { MeetingState } from '@hoi-truong/shared/meeting'
import { type LeaseTable, leaseTables, type PresenceTiming, presenceOf } from '../attendance/leases.ts'
import { defineCommand, type StateOfKind } from '../log/commandDefinition.ts'
import { requireUnderWay } from './course.ts'
import { meetingEvent } from './meetingEvent.ts'

type Everyone = StateOfKind['meeting']['everyone']

const memberOf = ({ roll }: MeetingState, memberId: string) =>
  roll?.members.find((entry) => entry.memberId === memberId && entry.status !== 'suspended')

/** When the chair's device was last heard, in ms since 1970; before it ever was, since when the chair has been waited for. */
function chairLastHeard({ meeting, attendance }: Everyone, side: LeaseTable, timing: PresenceTiming): number {
  const chairId = meeting.chairId ?? ''
  // Suspended, or no longer of this branch, while still connected: nobody leads.
  if (!memberOf(meeting, chairId)) return Number.NEGATIVE_INFINITY
  const presence = presenceOf(side, timing, chairId)
  // After an outage of ours the chair is waited for anew.
  if (presence) return Math.max(Date.parse(presence.lastSeen), side.runningSince)
  const ended = (attendance.intervals[chairId] ?? []).flatMap(({ endedAt }) => endedAt ?? [])
  const waitedSince = meeting.openedAt ?? meeting.plan?.plannedStart ?? ''
  return Math.max(Date.parse(waitedSince), side.runningSince, ...ended.map((at) => Date.parse(at)))
}

export const officerCommandDefinitions = (timing: PresenceTiming) => [
  defineCommand<'meeting', 'meeting.nameMinutesSecretary'>({
    type: 'meeting.nameMinutesSecretary',
    stream: 'meeting',
    action: 'meeting.nameMinutesSecretary',
    timing: 'live',
    decide: ({ state, payload: { memberId } }) => {
      const { meeting } = state.everyone
      requireUnderWay(meeting)
      if (memberId !== null && !memberOf(meeting, memberId)) throw new AppError('MEETING_PERSON_NOT_ON_ROLL')
      return {
        events:
          meeting.minutesSecretaryId === memberId ? [] : [meetingEvent('meeting.minutesSecretaryNamed', { memberId })],
      }
    },
  }),

  defineCommand<'meeting', 'meeting.handOverChair'>({
    type: 'meeting.handOverChair',
    stream: 'meeting',
    action: 'meeting.handOverChair',
    timing: 'live',
    decide: ({ state, payload: { memberId } }) => {
      const { meeting, attendance } = state.everyone
      requireUnderWay(meeting)
      if (memberOf(meeting, memberId)?.category !== 'official') throw new AppError('MEETING_PERSON_NOT_ON_ROLL')
      // A meeting is led over a device; who has none in the room could only watch it stand still.
      if (!hasDevice(attendance, memberId)) throw new AppError('MEETING_OFFICER_ABSENT')
      if (meeting.chairId === memberId) return { events: [] }
      return { events: [meetingEvent('meeting.chairChanged', { memberId, taken: false })] }
    },
  }),

  defineCommand<'meeting', 'meeting.takeChair', undefined, LeaseTable>({
    type: 'meeting.takeChair',
    stream: 'meeting',
    action: 'meeting.takeChair',
    timing: 'live',
    side: leaseTables,
    decide: ({ state, actor, at }, { side }) => {
      const { everyone } = state
      const { meeting } = everyone
      requireUnderWay(meeting)
      if (actor.kind !== 'member') throw new AppError('FORBIDDEN')
      const { memberId } = actor
      if (meeting.chairId === memberId) return { events: [] }
      if (memberOf(meeting, memberId)?.category !== 'official') throw new AppError('MEETING_PERSON_NOT_ON_ROLL')
      if (!openInterval(everyone.attendance, memberId)) throw new AppError('MEETING_OFFICER_ABSENT')
      const goneMs = Date.parse(at) - chairLastHeard(everyone, side, timing)
      if (goneMs < rulesOf(meeting).chairGoneSeconds * 1000) throw new AppError('MEETING_CHAIR_PRESENT')
      return { events: [meetingEvent('meeting.chairChanged', { memberId, taken: true })] }
    },
  }),
]
