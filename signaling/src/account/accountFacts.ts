// What the commands and the list must know of accounts: whether they work, and whose they are to act on.
import type { Sql } from '../database/client.ts'
import { organizationRoles } from '../organization/facts.ts'
import { rolesBelow } from './accountRules.ts'

export interface AccountFacts {
  /** A password opens it. */
  active: boolean
  locked: boolean
}

export const NO_ACCOUNT: AccountFacts = { active: false, locked: false }

/** Held to the end of the transaction: a reset, an activation and a sign-in of the same member follow one another. */
export async function lockAccounts(sql: Sql, memberIds: readonly string[]): Promise<void> {
  await sql.$queryRaw`
    select count(pg_advisory_xact_lock(hashtextextended('account ' || id, 0)))
    from (select id::text from unnest(${[...memberIds]}::uuid[]) as id order by id) as ordered`
}

/** Each member asked about has facts, whether there is an account or not. */
export async function readAccounts(sql: Sql, memberIds: readonly string[]): Promise<Map<string, AccountFacts>> {
  const rows = await sql.$queryRaw<(AccountFacts & { id: string })[]>`
    select member_id as id, password_hash is not null as active, suspended as locked
    from account where member_id = any(${[...memberIds]}::uuid[])`
  const found = new Map(rows.map(({ id, active, locked }) => [id, { active, locked }]))
  return new Map(memberIds.map((id) => [id, found.get(id) ?? NO_ACCOUNT]))
}

/**
 * Those of the members whose accounts are not for this officer to act on: they hold a right here that is not below the officer's, or
 * one elsewhere. An administrator acts on whatever is held where they are one, or beneath. Rights that rest (a suspended member's) or
 * begin later count as held: whoever has the account by then has them too.
 */
export async function readOutOfReach(
  sql: Sql,
  actorId: string,
  organizationId: string,
  memberIds: readonly string[],
): Promise<Set<string>> {
  const below = rolesBelow(await organizationRoles(sql, actorId, organizationId))
  const rows = await sql.$queryRaw<{ id: string }[]>`
    with today as materialized (select log_day() as day),
    administered as materialized (
      select r.organization_id from today cross join lateral roles_in_force(${actorId}::uuid, today.day) r
      where r.role = 'administrator')
    select distinct m.id
    from today cross join unnest(${[...memberIds]}::uuid[]) as m (id)
    join role_assignment held on held.member_id = m.id and held.role <> 'member'
      and (held.valid_to is null or held.valid_to >= today.day)
    where not (held.organization_id = ${organizationId}::uuid and held.role = any(${below}::text[]))
      and not exists (
        select from organization_above(held.organization_id, today.day) above
        join administered a on a.organization_id = above.organization_id)`
  return new Set(rows.map(({ id }) => id))
}

/** Who sent a request, whatever has become of it. */
export async function readRequester(sql: Sql, requestId: string): Promise<string | null> {
  const rows = await sql.$queryRaw<{ id: string }[]>`
    select member_id as id from account_request where request_id = ${requestId}::uuid`
  return rows[0]?.id ?? null
}

/** Held until it is decided; false when it was decided, has expired or was sent anew. To be asked under the account's lock. */
export async function requestWaits(sql: Sql, requestId: string): Promise<boolean> {
  const rows = await sql.$queryRaw<unknown[]>`
    select member_id from account_request
    where request_id = ${requestId}::uuid and decided_at is null and valid_until > log_clock() for update`
  return rows.length > 0
}
