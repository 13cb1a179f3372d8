// What a change of the tree of organizations must know of the others.
import { type Action, mayWith } from '@hoi-truong/shared/permissions'
import type { Sql } from '../database/client.ts'
import type { Actor } from '../log/commandDefinition.ts'
import { organizationRoles } from './facts.ts'

export interface TreeFacts {
  codeTaken: boolean
  /** Null: there is no such kind. */
  kind: { branch: boolean } | null
  /** Whether the organization above is in force on the day. */
  parentInForce: boolean
  /** Whether the organization above is, or may come to stand, beneath this one. */
  cycle: boolean
}

/** Transactions that hold the tree: an import's asks for it a hundred times. */
const holders = new WeakSet<Sql>()

/** Held to the end of the transaction: two changes made at once could make a circle that neither sees. */
async function lockTree(sql: Sql): Promise<void> {
  if (holders.has(sql)) return
  await sql.$queryRaw`select 1 as locked from pg_advisory_xact_lock(hashtextextended('organization tree', 0))`
  holders.add(sql)
}

export async function readTreeFacts(
  sql: Sql,
  organizationId: string,
  wish: { code: string | null; kind: string; parentId: string | null; from: string },
): Promise<TreeFacts> {
  await lockTree(sql)
  const { code, kind, parentId, from } = wish
  const rows = await sql.$queryRaw<{ taken: boolean; branch: boolean | null; in_force: boolean; cycle: boolean }[]>`
    with recursive above as (
      select ${parentId}::uuid as id
      union
      select v.parent_id from organization_version v join above on v.organization_id = above.id
      where v.parent_id is not null and (v.valid_to is null or v.valid_to >= ${from}::date)
    )
    select
      exists (select 1 from organization where code = ${code} and id <> ${organizationId}::uuid) as taken,
      (select k.branch from organization_kind k where k.kind = ${kind}) as branch,
      exists (select 1 from organization_version v where v.organization_id = ${parentId}::uuid
        and (v.valid_from is null or v.valid_from <= ${from}::date)
        and (v.valid_to is null or v.valid_to >= ${from}::date)) as in_force,
      exists (select 1 from above where id = ${organizationId}::uuid) as cycle`
  const row = rows[0]
  return {
    codeTaken: row?.taken ?? false,
    kind: row?.branch === null || row === undefined ? null : { branch: row.branch },
    parentInForce: parentId === null || (row?.in_force ?? false),
    cycle: row?.cycle ?? false,
  }
}

/** Whether the actor may do this at the other organization too; nobody but the server may where there is none. */
export async function mayAt(sql: Sql, actor: Actor, organizationId: string | null, action: Action): Promise<boolean> {
  if (actor.kind === 'server') return true
  return organizationId !== null && mayWith(await organizationRoles(sql, actor.memberId, organizationId), action)
}

export interface EndFacts {
  mergerInForce: boolean
  hasChildren: boolean
}

export async function readEndFacts(
  sql: Sql,
  organizationId: string,
  { from, mergedInto }: { from: string; mergedInto: string | null },
): Promise<EndFacts> {
  await lockTree(sql)
  const rows = await sql.$queryRaw<{ merger: boolean; children: boolean }[]>`
    select
      exists (select 1 from organization_version v where v.organization_id = ${mergedInto}::uuid
        and v.organization_id <> ${organizationId}::uuid
        and (v.valid_from is null or v.valid_from <= ${from}::date)
        and (v.valid_to is null or v.valid_to >= ${from}::date)) as merger,
      exists (select 1 from organization_version v where v.parent_id = ${organizationId}::uuid
        and (v.valid_to is null or v.valid_to >= ${from}::date)) as children`
  return {
    mergerInForce: mergedInto === null || (rows[0]?.merger ?? false),
    hasChildren: rows[0]?.children ?? false,
  }
}
