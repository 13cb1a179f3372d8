// The branches beneath an organization as they stood in a month, each with the line that it belongs to and the day by which it meets.
import { defaultRuleSet } from '@hoi-truong/shared/rules'
import type { Sql } from '../database/client.ts'

/** From its first day to its last, or to today when it is not over: what comes later nobody has seen yet. */
export interface MonthSpan {
  month: string
  from: string
  to: string
  /** The month's own last day. */
  lastDay: string
  today: string
}

export interface MonthOrganization {
  organizationId: string
  code: string
  name: string
  branch: boolean
  /** The organization directly beneath the root through which it hangs; null for the root. */
  lineId: string | null
  /** `meetingDays.to` of the rules in force: its own, else those of the nearest above. */
  dueTo: number
  /** Null: since before the records. */
  began: string | null
  /** The first day on which it is no more. */
  endedFrom: string | null
}

/** @param month YYYY-MM; the current one by the log's clock when left out */
export async function readMonthSpan(sql: Sql, month: string | undefined): Promise<MonthSpan & { now: string }> {
  const rows = await sql.$queryRaw<(MonthSpan & { now: Date })[]>`
    with clock as materialized (select log_clock() as now),
    today as (select now, (now at time zone 'Asia/Ho_Chi_Minh')::date as day from clock),
    asked as (select *, to_date(coalesce(${month ?? null}::text, to_char(day, 'YYYY-MM')), 'YYYY-MM') as first from today),
    span as (select *, (first + interval '1 month' - interval '1 day')::date as last from asked)
    select to_char(first, 'YYYY-MM') as month, first::text as "from", last::text as "lastDay", day::text as today, now,
      (case when day between first and last then day else last end)::text as "to"
    from span`
  const row = rows[0]
  if (!row) throw new Error('the clock did not answer')
  return { ...row, now: row.now.toISOString() }
}

/**
 * The root first, when it stood in that month. An organization stands where it stood last in the month. Branches end the way down:
 * tổ đảng meet with their branch.
 */
export async function readMonthTree(sql: Sql, rootId: string, { from, to }: MonthSpan): Promise<MonthOrganization[]> {
  const usual = defaultRuleSet.meetingDays.to
  return sql.$queryRaw<MonthOrganization[]>`
    with recursive adopted as materialized (
      select distinct on (r.organization_id) r.organization_id, (r.rule_set -> 'meetingDays' ->> 'to')::integer as due_to
      from rule_set_adoption r
      where r.valid_from <= ${to}::date and (r.valid_to is null or r.valid_to >= ${to}::date)
      order by r.organization_id, r.valid_from desc, r.ordinal desc
    ),
    kinds as materialized (select kind, branch from organization_kind),
    beneath as (
      select root.organization_id, root.name, k.branch, null::uuid as line_id, coalesce((
        select a.due_to from organization_above(${rootId}::uuid, ${to}::date) above
        join adopted a on a.organization_id = above.organization_id order by above.depth limit 1
      ), ${usual}) as due_to, 0 as depth
      from (
        select v.* from organization_version v
        where v.organization_id = ${rootId}::uuid
          and (v.valid_from is null or v.valid_from <= ${to}::date) and (v.valid_to is null or v.valid_to >= ${from}::date)
        order by v.ordinal desc limit 1
      ) as root
      join kinds k on k.kind = root.kind
      union all
      select child.organization_id, child.name, k.branch, coalesce(beneath.line_id, child.organization_id),
        coalesce(a.due_to, beneath.due_to), beneath.depth + 1
      from beneath
      cross join lateral (
        select v.organization_id, v.name, v.kind from organization_version v
        where v.parent_id = beneath.organization_id and v.kind <> 'group'
          and (v.valid_from is null or v.valid_from <= ${to}::date) and (v.valid_to is null or v.valid_to >= ${from}::date)
          and not exists (
            select from organization_version later
            where later.organization_id = v.organization_id and later.ordinal > v.ordinal and later.valid_from <= ${to}::date)
        offset 0
      ) as child
      join kinds k on k.kind = child.kind
      left join adopted a on a.organization_id = child.organization_id
      where not beneath.branch and beneath.depth < 32
    )
    select b.organization_id as "organizationId", o.code, b.name, b.branch, b.line_id as "lineId", b.due_to as "dueTo",
      first.valid_from::text as began, o.ended_from::text as "endedFrom"
    from beneath b
    join organization o on o.id = b.organization_id
    left join organization_version first on first.organization_id = b.organization_id and first.ordinal = 0
    order by b.depth, o.code`
}
