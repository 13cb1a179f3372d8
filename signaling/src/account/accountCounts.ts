// How many have a working account, over the two denominators that committees ask for (DOMAIN R32).
import type { AccountCounts } from '@hoi-truong/shared/account'
import type { Sql } from '../database/client.ts'
import { Prisma } from '../generated/prisma/client.ts'

/** An organization with all beneath it, or just those named. */
export type CountedPlaces = { root: string } | { organizationIds: readonly string[] }

/**
 * Members for good on that day: who is at another branch for a time is counted at home. One statement for a whole province, by index
 * for each member: right after an import the planner knows nothing of the tables, and what it would join then takes minutes.
 * @param day YYYY-MM-DD
 */
export async function readAccountCounts(sql: Sql, places: CountedPlaces, day: string): Promise<AccountCounts> {
  const chosen =
    'root' in places
      ? Prisma.sql`select organization_id from organization_subtree(${places.root}::uuid, ${day}::date)`
      : Prisma.sql`select unnest(${[...places.organizationIds]}::uuid[]) as organization_id`
  const rows = await sql.$queryRaw<AccountCounts[]>`
    with place as materialized (${chosen})
    select count(*)::int as members, count(*) filter (where able)::int as able, count(*) filter (where active)::int as active,
      count(*) filter (where able and active)::int as "activeAble", count(*) filter (where waiting and not active)::int as waiting
    from (
      select
        not exists (
          select from member_standing t where t.organization_id = p.organization_id and t.member_id = s.member_id
            and (t.valid_from is null or t.valid_from <= ${day}::date) and (t.valid_to is null or t.valid_to >= ${day}::date)) as able,
        coalesce((
          select a.password_hash is not null and not a.suspended from account a where a.member_id = s.member_id), false) as active,
        exists (
          select from account_request r
          where r.member_id = s.member_id and r.decided_at is null and r.valid_until > now.at) as waiting
      from (select log_clock() as at) as now cross join place p
      cross join lateral (
        select member_id from membership
        where organization_id = p.organization_id and kind = 'regular'
          and (valid_from is null or valid_from <= ${day}::date) and (valid_to is null or valid_to >= ${day}::date)
        offset 0
      ) as s
    ) as people`
  const counts = rows[0]
  if (!counts) throw new Error('nothing was counted')
  return counts
}
