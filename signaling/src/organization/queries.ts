// Reading the tree of organizations: a member's own, one with its history, a subtree as it stood on a day.
import { AppError } from '@hoi-truong/shared/errors'
import type { BranchType, OrganizationView, OwnOrganization, SubtreeView } from '@hoi-truong/shared/organization'
import type { Sql } from '../database/client.ts'

interface VersionRow {
  organization_id: string
  code: string
  name: string
  kind: string
  kind_name: string
  branch_type: BranchType | null
  committee: string | null
  parent_id: string | null
}

const factsOf = (row: Omit<VersionRow, 'organization_id' | 'code'>) => ({
  name: row.name,
  kind: row.kind,
  kindName: row.kind_name,
  branchType: row.branch_type,
  committee: row.committee,
  parentId: row.parent_id,
})
const lineOf = (row: VersionRow) => ({ organizationId: row.organization_id, code: row.code, ...factsOf(row) })

/** Today in Vietnam by the log's clock. */
export async function readToday(sql: Sql): Promise<string> {
  const rows = await sql.$queryRaw<{ day: string }[]>`select log_day()::text as day`
  const row = rows[0]
  if (!row) throw new Error('the clock did not answer')
  return row.day
}

/** Those on which the member holds a role today, as they stand today or stood last. */
export async function listOwnOrganizations(sql: Sql, memberId: string, day: string): Promise<OwnOrganization[]> {
  const rows = await sql.$queryRaw<(VersionRow & { roles: OwnOrganization['roles'] })[]>`
    select o.id as organization_id, o.code, v.name, v.kind, k.name as kind_name, v.branch_type, v.committee, v.parent_id, held.roles
    from (
      select r.organization_id, array_agg(r.role order by r.role) as roles
      from roles_in_force(${memberId}::uuid, ${day}::date) r group by r.organization_id
    ) as held
    join organization o on o.id = held.organization_id
    join lateral (
      select * from organization_version w where w.organization_id = o.id
      order by w.valid_from is null or w.valid_from <= ${day}::date desc, w.ordinal desc limit 1
    ) as v on true
    join organization_kind k on k.kind = v.kind
    order by k.rank, o.code`
  return rows.map((row) => ({ ...lineOf(row), roles: row.roles }))
}

/** With every version, its end and those above it. @throws AppError ORGANIZATION_UNKNOWN */
export async function readOrganization(
  sql: Sql,
  organizationId: string,
  day: string,
): Promise<Omit<OrganizationView, 'canManageMembers'>> {
  const rows = await sql.$queryRaw<
    (VersionRow & {
      valid_from: string | null
      valid_to: string | null
      parent_name: string | null
      ended_from: string | null
      merged_into: string | null
      merged_into_name: string | null
    })[]
  >`
    select o.id as organization_id, o.code, v.name, v.kind, k.name as kind_name, v.branch_type, v.committee, v.parent_id,
      v.valid_from::text, v.valid_to::text, parent.name as parent_name, o.ended_from::text, o.merged_into,
      merger.name as merged_into_name
    from organization o
    join organization_version v on v.organization_id = o.id
    join organization_kind k on k.kind = v.kind
    left join organization merger on merger.id = o.merged_into
    left join lateral (
      select p.name from organization_version p where p.organization_id = v.parent_id
      order by p.valid_from is null or v.valid_from is null or p.valid_from <= v.valid_from desc, p.ordinal desc limit 1
    ) as parent on true
    where o.id = ${organizationId}::uuid order by v.ordinal`
  const begun = rows.findLast(({ valid_from }) => valid_from === null || valid_from <= day) ?? rows[0]
  if (!begun) throw new AppError('ORGANIZATION_UNKNOWN')
  const above = await sql.$queryRaw<{ id: string; name: string }[]>`
    select o.id, o.name from organization_above(${organizationId}::uuid, ${day}::date) above
    join organization o on o.id = above.organization_id where above.depth > 0 order by above.depth`
  return {
    ...lineOf(begun),
    versions: rows.map((row) => ({
      ...factsOf(row),
      parentName: row.parent_name,
      from: row.valid_from,
      to: row.valid_to,
    })),
    end:
      begun.ended_from === null
        ? null
        : { from: begun.ended_from, mergedInto: begun.merged_into, mergedIntoName: begun.merged_into_name },
    above: above.map(({ id, name }) => ({ organizationId: id, name })),
  }
}

/** An organization and all beneath it as they stood on a day; empty when it was not. */
export async function readSubtree(sql: Sql, organizationId: string, day: string): Promise<SubtreeView> {
  const rows = await sql.$queryRaw<(VersionRow & { depth: number })[]>`
    select o.id as organization_id, o.code, v.name, v.kind, k.name as kind_name, v.branch_type, v.committee, v.parent_id, t.depth
    from organization_subtree(${organizationId}::uuid, ${day}::date) t
    join organization_version v on v.organization_id = t.organization_id and v.ordinal = t.ordinal
    join organization o on o.id = t.organization_id
    join organization_kind k on k.kind = v.kind
    order by t.depth, k.rank, o.code`
  return { on: day, organizations: rows.map((row) => ({ ...lineOf(row), depth: row.depth })) }
}
