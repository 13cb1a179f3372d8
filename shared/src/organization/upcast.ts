// Events of organizations as they were written before anything had days, and when everyone in a branch read all about its members. What
// they did not say stays unsaid: valid since before the records.
import type { LogEvent } from '../log/event.ts'
import type { Upcasters } from '../log/reducer.ts'
import { type RuleSet, upcastRuleSet } from '../rules/ruleSet.ts'
import type { ImportedMember } from './member.ts'
import type { MemberStatus, Office, OrganizationRecord } from './schema.ts'

const openPeriod = { from: null, to: null }
const kindOfLevel = { province: 'provincial', grassroots: 'grassroots', branch: 'branch' } as const

interface FormerOrganization extends Pick<OrganizationRecord, 'code' | 'name' | 'committee' | 'parentId'> {
  level: keyof typeof kindOfLevel
}

interface FormerMember extends Pick<ImportedMember, 'memberId' | 'memberNumber' | 'name' | 'category' | 'title'> {
  status: MemberStatus
  office: Office
  roles: { role: string; organizationId: string }[]
}

const organizationOf = ({ level, ...record }: FormerOrganization): OrganizationRecord => ({
  ...record,
  kind: kindOfLevel[level],
  branchType: null,
  validFrom: null,
})

/** Roles that follow from membership and office today were assigned then. */
const following: readonly string[] = ['member', 'branchSecretary', 'deputySecretary', 'committeeMember']

const memberOf = ({ status, office, roles, ...member }: FormerMember): ImportedMember => ({
  ...member,
  officialFrom: null,
  membership: { kind: 'regular', ...openPeriod },
  standings: status === 'active' ? [] : [{ kind: status, decision: null, ground: null, place: null, ...openPeriod }],
  offices: office === 'member' ? [] : [{ office, ...openPeriod }],
  roles: roles
    .filter(({ role }) => !following.includes(role))
    .map((assigned) => ({ ...assigned, ...openPeriod }) as ImportedMember['roles'][number]),
})

export const organizationUpcasters: Upcasters = {
  'organization.registered': (event: LogEvent) =>
    event.version > 1 ? event : { ...event, payload: organizationOf(event.payload as FormerOrganization) },
  /** Rules as they were adopted before there were polls. */
  'ruleSet.adopted': (event: LogEvent) => {
    const payload = event.payload as { ruleSet: RuleSet }
    return { ...event, payload: { ...payload, ruleSet: upcastRuleSet(payload.ruleSet) } }
  },
  'organization.membersImported': (event: LogEvent) => {
    if (event.version > 1) return event
    const payload = event.payload as { members: FormerMember[] }
    return { ...event, audience: 'bureau', payload: { ...payload, members: payload.members.map(memberOf) } }
  },
}
