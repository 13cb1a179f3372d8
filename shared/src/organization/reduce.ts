// The organization's own share of its stream's state.
import type { FeaturePart, LogEvent } from '../log/index.ts'
import type { OrganizationEvent } from './events.ts'
import type { MemberRecord, OrganizationRecord } from './schema.ts'

export interface OrganizationState {
  organization: OrganizationRecord | null
  /** By member id. An import replaces the members it names and leaves the others. */
  members: Readonly<Record<string, MemberRecord>>
}

const initial: OrganizationState = { organization: null, members: {} }

function reduce(state: OrganizationState, logEvent: LogEvent): OrganizationState {
  const event = logEvent as LogEvent & OrganizationEvent
  switch (event.type) {
    case 'organization.registered':
      return { ...state, organization: event.payload }
    case 'organization.membersImported': {
      const imported = Object.fromEntries(event.payload.members.map((member) => [member.memberId, member]))
      return { ...state, members: { ...state.members, ...imported } }
    }
    default:
      return state
  }
}

export const organizationPart = { everyone: { initial, reduce } } satisfies FeaturePart<OrganizationState>
