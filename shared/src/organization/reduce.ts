// The organization's own share of its stream's state: its versions and the rules adopted on it, for everyone; its members, for the
// branch's committee. What is known of members is sensitive (DOMAIN 6): the others read it through the list, as far as it concerns them.
import type { FeaturePart, LogEvent } from '../log/index.ts'
import type { OrganizationEvent, RuleSetAdoption } from './events.ts'
import type { MemberRecord } from './member.ts'
import { dayBefore, isInForce, type Period } from './periods.ts'
import { importedRecord, receivedRecord, reduceMember } from './reduceMember.ts'
import type { OrganizationEnd, OrganizationFacts } from './schema.ts'

/** What an organization was from one day to another. */
export interface OrganizationVersion extends OrganizationFacts, Period {}

export interface OrganizationState {
  /** Null until it is registered. */
  code: string | null
  /** In order of time, without gaps between them. */
  versions: readonly OrganizationVersion[]
  end: OrganizationEnd | null
  adoptions: readonly RuleSetAdoption[]
}

export interface MembersState {
  /** By member id: everyone who is or was a member here. An import replaces what it names and leaves the others. */
  members: Readonly<Record<string, MemberRecord>>
}

const initial: OrganizationState = { code: null, versions: [], end: null, adoptions: [] }
const nobody: MembersState = { members: {} }

/** The last version ends, and another one may follow it. */
const followed = (versions: readonly OrganizationVersion[], from: string, next: OrganizationFacts | null) => [
  ...versions.slice(0, -1),
  ...versions.slice(-1).map((last) => ({ ...last, to: dayBefore(from) })),
  ...(next ? [{ ...next, from, to: null }] : []),
]

const withMember = (state: MembersState, member: MemberRecord): MembersState => ({
  ...state,
  members: { ...state.members, [member.memberId]: member },
})

function reduce(state: OrganizationState, logEvent: LogEvent): OrganizationState {
  const event = logEvent as LogEvent & OrganizationEvent
  switch (event.type) {
    case 'organization.registered': {
      const { code, validFrom, ...facts } = event.payload
      return { ...state, code, versions: [{ ...facts, from: validFrom, to: null }] }
    }
    case 'organization.changed': {
      const { from, ...facts } = event.payload
      return { ...state, versions: followed(state.versions, from, facts) }
    }
    case 'organization.ended':
      return { ...state, versions: followed(state.versions, event.payload.from, null), end: event.payload }
    case 'ruleSet.adopted':
      return { ...state, adoptions: [...state.adoptions, event.payload] }
    default:
      return state
  }
}

function reduceMembers(state: MembersState, logEvent: LogEvent): MembersState {
  const event = logEvent as LogEvent & OrganizationEvent
  switch (event.type) {
    case 'organization.membersImported': {
      const imported = event.payload.members.map(
        (member) => [member.memberId, importedRecord(state.members[member.memberId], member)] as const,
      )
      return { ...state, members: { ...state.members, ...Object.fromEntries(imported) } }
    }
    case 'member.received':
      return withMember(state, receivedRecord(state.members[event.payload.memberId], event.payload))
    case 'member.standingSet':
    case 'member.standingEnded':
    case 'member.categorySet':
    case 'member.officeAssigned':
    case 'member.officeEnded':
    case 'member.transferredOut':
    case 'member.temporaryEnded': {
      const member = state.members[event.payload.memberId]
      return member ? withMember(state, reduceMember(member, event)) : state
    }
    default:
      return state
  }
}

export const organizationPart = {
  everyone: { initial, reduce },
  bureau: { initial: nobody, reduce: reduceMembers },
} satisfies FeaturePart<OrganizationState, MembersState>

/** As it stood on a day; undefined before it was and after it has ended. */
export const versionOn = (state: OrganizationState, day: string): OrganizationVersion | undefined =>
  state.versions.find((version) => isInForce(version, day))
