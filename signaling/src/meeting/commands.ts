// Commands on a meeting's course: it is scheduled, opened and closed.

import { membersInRoom } from '@hoi-truong/shared/attendance'
import { AppError } from '@hoi-truong/shared/errors'
import type { MeetingEvent, MeetingRoll } from '@hoi-truong/shared/meeting'
import { defaultRuleSet } from '@hoi-truong/shared/rules'
import {
  intervalEnded,
  type LeaseTable,
  leaseTables,
  type PresenceTiming,
  presenceOf,
  withoutLeases,
} from '../attendance/leases.ts'
import { defineCommand } from '../log/commandDefinition.ts'
import { readRoll } from './roll.ts'

const everyone = <E extends MeetingEvent>(type: E['type'], payload: E['payload']) =>
  ({ type, version: 1, audience: 'everyone', payload }) as E

export const meetingCommandDefinitions = (timing: PresenceTiming) => [
  defineCommand<'meeting', 'meeting.schedule', MeetingRoll | null>({
    type: 'meeting.schedule',
    stream: 'meeting',
    action: 'meeting.schedule',
    timing: 'deferrable',
    creates: (plan) => plan.organizationId,
    gather: (sql, { payload }) => readRoll(sql, payload.organizationId),
    decide: ({ state, payload: plan }, { facts: roll }) => {
      if (state.everyone.meeting.plan) throw new AppError('MEETING_EXISTS')
      if (!roll) throw new AppError('NOT_FOUND')
      if (Date.parse(plan.plannedEnd) <= Date.parse(plan.plannedStart)) throw new AppError('MEETING_TIMES_WRONG')
      const officers = [plan.chairId, ...(plan.minutesSecretaryId ? [plan.minutesSecretaryId] : [])]
      const active = new Set(
        roll.members.filter((entry) => entry.status !== 'suspended').map((entry) => entry.memberId),
      )
      if (!officers.every((memberId) => active.has(memberId))) throw new AppError('MEETING_CHAIR_NOT_MEMBER')
      return { events: [everyone('meeting.scheduled', { plan, roll })] }
    },
  }),

  defineCommand<'meeting', 'meeting.open', MeetingRoll | null>({
    type: 'meeting.open',
    stream: 'meeting',
    action: 'meeting.open',
    timing: 'live',
    gather: async (sql, { state }) => {
      const { plan } = state.everyone.meeting
      return plan ? readRoll(sql, plan.organizationId) : null
    },
    decide: ({ state }, { facts: roll }) => {
      const { status } = state.everyone.meeting
      if (status === 'open') throw new AppError('MEETING_ALREADY_OPEN')
      if (status === 'closed') throw new AppError('MEETING_CLOSED')
      if (!roll) throw new AppError('MEETING_UNKNOWN')
      return { events: [everyone('meeting.opened', { rules: defaultRuleSet, roll })] }
    },
  }),

  defineCommand<'meeting', 'meeting.close', undefined, LeaseTable>({
    type: 'meeting.close',
    stream: 'meeting',
    action: 'meeting.close',
    timing: 'live',
    side: leaseTables,
    decide: ({ state, at }, { side }) => {
      const { status } = state.everyone.meeting
      if (status === 'scheduled') throw new AppError('MEETING_NOT_OPEN')
      if (status === 'closed') throw new AppError('MEETING_CLOSED')
      const { attendance } = state.everyone
      const ends = membersInRoom(attendance).map((memberId) => {
        const presence = presenceOf(side, timing, memberId)
        // Whose connection is silent at the closing left when last seen, not when the others did.
        return presence && !presence.alive
          ? intervalEnded(attendance, memberId, presence.lastSeen, 'lapsed')
          : intervalEnded(attendance, memberId, at, 'closed')
      })
      return { events: [...ends, everyone('meeting.closed', {})], side: withoutLeases(side, () => true) }
    },
  }),
]
