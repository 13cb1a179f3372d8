// The two denominators of accounts beneath an organization (DOMAIN R32): all members, and those able to take part today.
import type { AccountCounts } from '@hoi-truong/shared/account'
import type { Sql } from '../database/client.ts'

export async function readAccountCounts(sql: Sql, organizationId: string): Promise<AccountCounts> {
  const rows = await sql.$queryRaw<AccountCounts[]>`
    with today as materialized (select log_day() as day),
    people as (
      select m.member_id, not exists (
        select from member_standing s where s.organization_id = m.organization_id and s.member_id = m.member_id
          and (s.valid_from is null or s.valid_from <= today.day) and (s.valid_to is null or s.valid_to >= today.day)
      ) as able
      from today cross join lateral organization_subtree(${organizationId}::uuid, today.day) beneath
      join membership m on m.organization_id = beneath.organization_id and m.kind = 'regular'
        and (m.valid_from is null or m.valid_from <= today.day) and (m.valid_to is null or m.valid_to >= today.day)
    )
    select count(*)::integer as members, count(*) filter (where able)::integer as able, count(a.member_id)::integer as active,
      count(a.member_id) filter (where able)::integer as "activeAble", 0 as waiting
    from people p left join account a on a.member_id = p.member_id and not a.suspended`
  return rows[0] ?? { members: 0, able: 0, active: 0, activeAble: 0, waiting: 0 }
}
