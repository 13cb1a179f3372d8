// The meeting's own share of its stream's state, and who is what in it.
import type { FeaturePart, LogEvent, Viewer } from '../log/index.ts'
import type { MeetingRole } from '../permissions/index.ts'
import type { RuleSet } from '../rules/index.ts'
import type { MeetingEvent } from './events.ts'
import type { MeetingPlan, MeetingRoll, MeetingStatus, RollEntry } from './schema.ts'

export interface MeetingState {
  status: MeetingStatus
  plan: MeetingPlan | null
  roll: MeetingRoll | null
  rules: RuleSet | null
  /** ISO 8601, from the log's clock. */
  openedAt: string | null
  closedAt: string | null
}

const initial: MeetingState = {
  status: 'scheduled',
  plan: null,
  roll: null,
  rules: null,
  openedAt: null,
  closedAt: null,
}

function reduce(state: MeetingState, logEvent: LogEvent): MeetingState {
  const event = logEvent as LogEvent & MeetingEvent
  switch (event.type) {
    case 'meeting.scheduled':
      return { ...initial, plan: event.payload.plan, roll: event.payload.roll }
    case 'meeting.opened':
      return { ...state, status: 'open', rules: event.payload.rules, roll: event.payload.roll, openedAt: event.at }
    case 'meeting.closed':
      return { ...state, status: 'closed', closedAt: event.at }
    default:
      return state
  }
}

export const meetingPart = { everyone: { initial, reduce } } satisfies FeaturePart<MeetingState>

export const findInRoll = (state: MeetingState, memberId: string): RollEntry | undefined =>
  state.roll?.members.find((entry) => entry.memberId === memberId) ??
  state.roll?.followers.find((entry) => entry.memberId === memberId)

/** The roles of a member in this meeting; none for strangers. A suspended member (bị đình chỉ sinh hoạt) keeps no other role. */
export function meetingRolesOf(state: MeetingState, memberId: string): MeetingRole[] {
  if (state.roll?.followers.some((entry) => entry.memberId === memberId)) return ['follower']
  const entry = state.roll?.members.find((candidate) => candidate.memberId === memberId)
  if (!entry) return []
  if (entry.status === 'suspended') return ['suspended']
  const roles: MeetingRole[] = ['attendee']
  if (state.plan?.chairId === memberId) roles.push('chair')
  if (state.plan?.minutesSecretaryId === memberId) roles.push('minutesSecretary')
  return roles
}

/** What somebody may read of a meeting's stream: the bureau is its chair and minutes secretary. */
export function meetingViewer(state: MeetingState, memberId: string): Viewer {
  const roles = meetingRolesOf(state, memberId)
  return { memberId, bureau: roles.includes('chair') || roles.includes('minutesSecretary') }
}
