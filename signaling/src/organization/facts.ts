// What other features may ask about organizations and members: the roll of a meeting, the rules in force, somebody's roles.
import type { MeetingRoll, RollEntry } from '@hoi-truong/shared/meeting'
import { type BranchType, compareInList, dayOf } from '@hoi-truong/shared/organization'
import type { HeldRole } from '@hoi-truong/shared/permissions'
import { defaultRuleSet, type RuleSet, ruleSetSchema } from '@hoi-truong/shared/rules'
import type { Sql } from '../database/client.ts'
import { readMembersOn } from './membersOn.ts'

const FOLLOWER = 'upperMonitor'

interface OrganizationNames {
  name: string
  upper: string | null
}

/** As it was called on that day; when it was not yet or no more, as it was called first or last. */
async function readNames(sql: Sql, organizationId: string, day: string): Promise<OrganizationNames | null> {
  const rows = await sql.$queryRaw<OrganizationNames[]>`
    select v.name, coalesce(p.committee, p.name) as upper
    from organization_version v
    left join lateral (
      select u.committee, u.name from organization_version u where u.organization_id = v.parent_id
      order by u.valid_from is null or u.valid_from <= ${day}::date desc, u.ordinal desc limit 1
    ) as p on true
    where v.organization_id = ${organizationId}::uuid
    order by v.valid_from is null or v.valid_from <= ${day}::date desc, v.ordinal desc limit 1`
  return rows[0] ?? null
}

/** Cấp ủy viên cấp trên được phân công theo dõi: on record elsewhere, assigned to this branch. */
async function readFollowers(sql: Sql, organizationId: string, day: string): Promise<RollEntry[]> {
  const rows = await sql.$queryRaw<{ id: string; home: string }[]>`
    select distinct m.id, m.organization_id as home from role_assignment a join member m on m.id = a.member_id
    where a.organization_id = ${organizationId}::uuid and a.role = ${FOLLOWER}
      and (a.valid_from is null or a.valid_from <= ${day}::date) and (a.valid_to is null or a.valid_to >= ${day}::date)
      and m.organization_id <> ${organizationId}::uuid`
  const ids = new Set(rows.map(({ id }) => id))
  const homes = [...new Set(rows.map(({ home }) => home))]
  const people = await Promise.all(homes.map((home) => readMembersOn(sql, home, day)))
  return people.flat().flatMap((line) => (ids.has(line.memberId) ? [rollEntryOf(line)] : []))
}

/** What a meeting keeps of a line; whoever follows holds no office of this branch. */
function rollEntryOf(line: Awaited<ReturnType<typeof readMembersOn>>[number]): RollEntry {
  const { memberId, name, category, status, office, title, membership } = line
  return { memberId, name, category, status, office, title, temporary: membership.kind === 'temporary' }
}

/**
 * Everyone summoned, and who follows from the committee above, as the member list stood at that moment.
 * @param at ISO 8601, from the log's clock
 * @returns null when the organization is unknown
 */
export async function readRoll(sql: Sql, organizationId: string, at: string): Promise<MeetingRoll | null> {
  const day = dayOf(at)
  const names = await readNames(sql, organizationId, day)
  if (!names) return null
  const members = await readMembersOn(sql, organizationId, day)
  const followers = await readFollowers(sql, organizationId, day)
  const present = new Set(members.map(({ memberId }) => memberId))
  return {
    organizationName: names.name,
    upperName: names.upper,
    members: members.map(rollEntryOf),
    followers: followers.filter(({ memberId }) => !present.has(memberId)).sort(compareInList),
    guests: [],
  }
}

export interface AdoptedRuleSet {
  ruleSet: RuleSet
  /** Null: nobody above has adopted one. */
  adoptedBy: { organizationId: string; name: string; from: string; to: string | null } | null
}

/** The rule set in force on a day, and whose it is: the organization's own, else that of the nearest one above. */
export async function readAdoptedRuleSet(sql: Sql, organizationId: string, day: string): Promise<AdoptedRuleSet> {
  const rows = await sql.$queryRaw<
    { rule_set: unknown; id: string; name: string; valid_from: string; valid_to: string | null }[]
  >`
    select r.rule_set, o.id, o.name, r.valid_from::text, r.valid_to::text
    from organization_above(${organizationId}::uuid, ${day}::date) above
    join rule_set_adoption r on r.organization_id = above.organization_id
    join organization o on o.id = above.organization_id
    where r.valid_from <= ${day}::date and (r.valid_to is null or r.valid_to >= ${day}::date)
    order by above.depth, r.valid_from desc, r.ordinal desc limit 1`
  const row = rows[0]
  if (!row) return { ruleSet: defaultRuleSet, adoptedBy: null }
  return {
    ruleSet: ruleSetSchema.parse(row.rule_set),
    adoptedBy: { organizationId: row.id, name: row.name, from: row.valid_from, to: row.valid_to },
  }
}

/** The rule set in force for an organization. @param at ISO 8601, from the log's clock */
export const readRuleSet = async (sql: Sql, organizationId: string, at: string): Promise<RuleSet> =>
  (await readAdoptedRuleSet(sql, organizationId, dayOf(at))).ruleSet

/** Which order of business fits it: null when it is no branch, or its type is not on record. @param at ISO 8601 */
export async function readBranchType(sql: Sql, organizationId: string, at: string): Promise<BranchType | null> {
  const rows = await sql.$queryRaw<{ branch_type: BranchType | null }[]>`
    select v.branch_type from organization_version v where v.organization_id = ${organizationId}::uuid
    order by v.valid_from is null or v.valid_from <= ${dayOf(at)}::date desc, v.ordinal desc limit 1`
  return rows[0]?.branch_type ?? null
}

/** Roles in force today on the organization or on one above it; of a suspended member that of a member alone. */
export async function organizationRoles(sql: Sql, memberId: string, organizationId: string): Promise<HeldRole[]> {
  return sql.$queryRaw<HeldRole[]>`
    with today as materialized (select log_day() as day)
    select distinct held.role, case above.depth when 0 then 'here' else 'above' end as at
    from today cross join lateral organization_above(${organizationId}::uuid, today.day) above
    join lateral roles_in_force(${memberId}::uuid, today.day) held on held.organization_id = above.organization_id`
}
