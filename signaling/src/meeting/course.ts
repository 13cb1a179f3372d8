// Commands on a meeting's course: opened, closed, the closing taken back, the list of members read again.
import { membersPresent, openInterval, rulesOf } from '@hoi-truong/shared/attendance'
import { AppError } from '@hoi-truong/shared/errors'
import { canonicalJson } from '@hoi-truong/shared/log'
import type { MeetingState } from '@hoi-truong/shared/meeting'
import {
  intervalEnded,
  type LeaseTable,
  leaseTables,
  type PresenceTiming,
  presenceOf,
  withoutLeases,
} from '../attendance/leases.ts'
import { defineCommand } from '../log/commandDefinition.ts'
import { resultsAtClosing } from '../voting/results.ts'
import { meetingEvent } from './meetingEvent.ts'
import { gatherSummons, type Summons } from './summons.ts'

/** @throws AppError in the words of the state that the meeting is in instead */
export function requireOpen({ status }: MeetingState): void {
  if (status === 'open') return
  if (status === 'closed' || status === 'sealed') throw new AppError('MEETING_CLOSED')
  if (status === 'cancelled' || status === 'notHeld') throw new AppError('MEETING_CANCELLED')
  throw new AppError('MEETING_NOT_OPEN')
}

/** Announced or open: people may come, be called and be ticked. @throws AppError */
export function requireUnderWay(meeting: MeetingState): void {
  if (meeting.status === 'draft') throw new AppError('MEETING_NOT_ANNOUNCED')
  if (meeting.status !== 'announced') requireOpen(meeting)
}

const MINUTE_MS = 60_000

export const courseCommandDefinitions = (timing: PresenceTiming) => [
  defineCommand<'meeting', 'meeting.open', Summons | null>({
    type: 'meeting.open',
    stream: 'meeting',
    action: 'meeting.open',
    timing: 'live',
    gather: gatherSummons,
    decide: ({ state }, { facts: summons }) => {
      const { meeting } = state.everyone
      if (meeting.status === 'open') throw new AppError('MEETING_ALREADY_OPEN')
      requireUnderWay(meeting)
      if (!summons) throw new AppError('MEETING_UNKNOWN')
      return { events: [meetingEvent('meeting.opened', summons)] }
    },
  }),

  defineCommand<'meeting', 'meeting.close', undefined, LeaseTable>({
    type: 'meeting.close',
    stream: 'meeting',
    action: 'meeting.close',
    timing: 'live',
    side: leaseTables,
    decide: ({ state }, { side }) => {
      requireOpen(state.everyone.meeting)
      const { attendance } = state.everyone
      const results = resultsAtClosing(state)
      // Whose connection is silent at the closing left when last seen; all others stay to the end, which the closing itself says.
      const silent = membersPresent(attendance).flatMap((memberId) => {
        const atDevice = openInterval(attendance, memberId)?.place.kind === 'device'
        const presence = atDevice ? presenceOf(side, timing, memberId) : undefined
        return presence && !presence.alive ? [intervalEnded(attendance, memberId, presence.lastSeen, 'lapsed')] : []
      })
      return {
        events: [...results, ...silent, meetingEvent('meeting.closed', {})],
        side: withoutLeases(side, () => true),
      }
    },
  }),

  defineCommand<'meeting', 'meeting.reopen'>({
    type: 'meeting.reopen',
    stream: 'meeting',
    action: 'meeting.reopen',
    timing: 'live',
    decide: ({ state, at }) => {
      const { meeting } = state.everyone
      if (meeting.status === 'open') throw new AppError('MEETING_ALREADY_OPEN')
      if (meeting.status !== 'closed' || meeting.closedAt === null) throw new AppError('MEETING_NOT_OPEN')
      const allowedMs = rulesOf(meeting).reopenMinutes * MINUTE_MS
      if (Date.parse(at) - Date.parse(meeting.closedAt) > allowedMs) throw new AppError('MEETING_REOPEN_LATE')
      return { events: [meetingEvent('meeting.reopened', {})] }
    },
  }),

  defineCommand<'meeting', 'meeting.updateRoll', Summons | null>({
    type: 'meeting.updateRoll',
    stream: 'meeting',
    action: 'meeting.updateRoll',
    timing: 'live',
    gather: gatherSummons,
    decide: ({ state, actor }, { facts: summons }) => {
      const { meeting } = state.everyone
      // The server keeps those of prepared meetings fresh; of an open one the roll is what was called, and changed by its officers.
      const byServer = actor.kind === 'server'
      if (byServer && meeting.status === 'open') return { events: [] }
      if (!byServer || meeting.status !== 'draft') requireUnderWay(meeting)
      if (!summons) throw new AppError('MEETING_UNKNOWN')
      const same = canonicalJson(summons.roll) === canonicalJson(meeting.roll)
      return { events: same ? [] : [meetingEvent('meeting.rollUpdated', { roll: summons.roll })] }
    },
  }),
]
