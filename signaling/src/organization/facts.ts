// What other features may ask about organizations and members: the roll of a meeting, the rules in force, somebody's roles.
import type { MeetingRoll, RollEntry } from '@hoi-truong/shared/meeting'
import { compareInList } from '@hoi-truong/shared/organization'
import type { HeldRole } from '@hoi-truong/shared/permissions'
import { defaultRuleSet, type RuleSet } from '@hoi-truong/shared/rules'
import type { Sql } from '../database/client.ts'

interface RollRow extends RollEntry {
  follower: boolean
  temporary: boolean
}

/**
 * Everyone summoned, and who follows from the committee above, as the member list stood at that moment.
 * @param at ISO 8601, from the log's clock
 * @returns null when the organization is unknown
 */
export async function readRoll(sql: Sql, organizationId: string, _at: string): Promise<MeetingRoll | null> {
  const organizations = await sql.$queryRaw<{ name: string; upper: string | null }[]>`
    select o.name, coalesce(p.committee, p.name) as upper
    from organization o left join organization p on p.id = o.parent_id where o.id = ${organizationId}::uuid`
  const organization = organizations[0]
  if (!organization) return null
  const rows = await sql.$queryRaw<RollRow[]>`
    select m.id as "memberId", m.name, m.category, m.status, m.office, m.title, false as temporary,
      m.organization_id <> ${organizationId}::uuid as follower
    from member m
    where m.organization_id = ${organizationId}::uuid
      or exists (select 1 from role_assignment a
        where a.member_id = m.id and a.organization_id = ${organizationId}::uuid and a.role = 'upperMonitor')`
  const entries = (follower: boolean) =>
    rows
      .filter((row) => row.follower === follower)
      .map(({ follower: _, ...entry }) => entry)
      .sort(compareInList)
  const roll = {
    organizationName: organization.name,
    upperName: organization.upper,
    members: entries(false),
    followers: entries(true),
    guests: [],
  }
  return roll
}

/** The rule set in force for an organization: its own, else that of the nearest one above. @param at ISO 8601, from the log's clock */
export async function readRuleSet(_sql: Sql, _organizationId: string, _at: string): Promise<RuleSet> {
  return defaultRuleSet
}

/** Roles by assignment on the organization or on one above it. */
export async function organizationRoles(sql: Sql, memberId: string, organizationId: string): Promise<HeldRole[]> {
  return sql.$queryRaw<HeldRole[]>`
    with recursive above as (
      select id, parent_id from organization where id = ${organizationId}::uuid
      union
      select o.id, o.parent_id from organization o join above on o.id = above.parent_id
    )
    select distinct a.role, case when a.organization_id = ${organizationId}::uuid then 'here' else 'above' end as at
    from role_assignment a join above on above.id = a.organization_id
    where a.member_id = ${memberId}::uuid`
}
