// The meeting's own share of its stream's state.
import type { FeaturePart, LogEvent } from '../log/index.ts'
import type { RuleSet } from '../rules/ruleSet.ts'
import type { MeetingEvent } from './events.ts'
import type { MeetingStatus } from './kinds.ts'
import type { MeetingPlan, MeetingRoll } from './schema.ts'

/** Written before there were drafts: planned and announced at once. */
type FormerEvent = { type: 'meeting.scheduled'; payload: { plan: MeetingPlan; roll: MeetingRoll; rules: RuleSet } }

export interface MeetingState {
  status: MeetingStatus
  /** Buổi tập: its people are invented, it counts nowhere and leads nowhere else. */
  practice: boolean
  plan: MeetingPlan | null
  /** Of the plan: 1 as drafted, one more with every change. */
  revision: number
  roll: MeetingRoll | null
  /** From the opening on those that the meeting is held by; before it those in force when it was last prepared. */
  rules: RuleSet | null
  /** Who leads and who writes now; the plan says who was meant to. */
  chairId: string | null
  minutesSecretaryId: string | null
  /** ISO 8601, from the log's clock. */
  announcedAt: string | null
  openedAt: string | null
  closedAt: string | null
  /** Why it was cancelled or not held. */
  reason: string | null
}

const initial: MeetingState = {
  status: 'draft',
  practice: false,
  plan: null,
  revision: 0,
  roll: null,
  rules: null,
  chairId: null,
  minutesSecretaryId: null,
  announcedAt: null,
  openedAt: null,
  closedAt: null,
  reason: null,
}

/** A plan that says the same of its officers as before leaves those who took over since. */
function planned(state: MeetingState, { plan, roll, rules }: FormerEvent['payload']): MeetingState {
  const before = state.plan
  const chairId = before?.chairId === plan.chairId ? state.chairId : plan.chairId
  const minutesSecretaryId =
    before && before.minutesSecretaryId === plan.minutesSecretaryId ? state.minutesSecretaryId : plan.minutesSecretaryId
  return { ...state, plan, roll, rules, revision: state.revision + 1, chairId, minutesSecretaryId }
}

function reduce(state: MeetingState, logEvent: LogEvent): MeetingState {
  const event = logEvent as LogEvent & (MeetingEvent | FormerEvent)
  switch (event.type) {
    case 'meeting.drafted':
    case 'meeting.planChanged':
      return planned(state, event.payload)
    case 'meeting.practiceStarted':
      return { ...planned(state, event.payload), practice: true, status: 'announced', announcedAt: event.at }
    case 'meeting.scheduled':
      return { ...planned(state, event.payload), status: 'announced', announcedAt: event.at }
    case 'meeting.announced':
      return { ...state, ...event.payload, status: 'announced', announcedAt: event.at }
    case 'meeting.opened':
      return { ...state, ...event.payload, status: 'open', openedAt: event.at }
    case 'meeting.rollUpdated':
      return { ...state, roll: event.payload.roll }
    case 'meeting.minutesSecretaryNamed':
      return { ...state, minutesSecretaryId: event.payload.memberId }
    case 'meeting.chairChanged':
      return { ...state, chairId: event.payload.memberId }
    case 'meeting.closed':
      return { ...state, status: 'closed', closedAt: event.at }
    case 'meeting.reopened':
      return { ...state, status: 'open', closedAt: null }
    case 'meeting.cancelled':
      return { ...state, status: 'cancelled', reason: event.payload.reason }
    case 'meeting.notHeld':
      return { ...state, status: 'notHeld', reason: event.payload.reason }
    default:
      return state
  }
}

export const meetingPart = { everyone: { initial, reduce } } satisfies FeaturePart<MeetingState>
