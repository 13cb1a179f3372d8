// How many have a working account, over the two denominators that committees ask for (DOMAIN R32).
import type { AccountCounts } from '@hoi-truong/shared/account'
import type { Sql } from '../database/client.ts'
import { Prisma } from '../generated/prisma/client.ts'

/** An organization with all beneath it, or just those named. */
export type CountedPlaces = { root: string } | { organizationIds: readonly string[] }

/**
 * Members for good on that day: who is at another branch for a time is counted at home. One statement for a whole province.
 * @param day YYYY-MM-DD
 */
export async function readAccountCounts(sql: Sql, places: CountedPlaces, day: string): Promise<AccountCounts> {
  const chosen =
    'root' in places
      ? Prisma.sql`select organization_id from organization_subtree(${places.root}::uuid, ${day}::date)`
      : Prisma.sql`select unnest(${[...places.organizationIds]}::uuid[]) as organization_id`
  const rows = await sql.$queryRaw<AccountCounts[]>`
    with place as materialized (${chosen}),
    unable as materialized (
      select distinct t.member_id from place p join member_standing t on t.organization_id = p.organization_id
      where (t.valid_from is null or t.valid_from <= ${day}::date) and (t.valid_to is null or t.valid_to >= ${day}::date))
    select count(*)::int as members, count(*) filter (where able)::int as able, count(*) filter (where active)::int as active,
      count(*) filter (where able and active)::int as "activeAble", count(*) filter (where waiting and not active)::int as waiting
    from (
      select u.member_id is null as able, coalesce(a.password_hash is not null and not a.suspended, false) as active,
        r.member_id is not null as waiting
      from place p
      join membership s on s.organization_id = p.organization_id and s.kind = 'regular'
        and (s.valid_from is null or s.valid_from <= ${day}::date) and (s.valid_to is null or s.valid_to >= ${day}::date)
      left join unable u on u.member_id = s.member_id
      left join account a on a.member_id = s.member_id
      left join account_request r on r.member_id = s.member_id and r.decided_at is null and r.valid_until > log_clock()
    ) as people`
  const counts = rows[0]
  if (!counts) throw new Error('nothing was counted')
  return counts
}
