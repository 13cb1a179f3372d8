// What is on record of the organizations and people that a list names: read once for the dry run, in large pieces.
import {
  type BranchType,
  foldHeading,
  type KnownMember,
  type Membership,
  type OfficeTerm,
} from '@hoi-truong/shared/organization'
import type { Sql } from '../../../database/client.ts'
import { type StandingRow, standingOfRow } from '../../memberFacts.ts'
import type { Kinds } from './readTables.ts'

export interface KnownOrganization {
  id: string
  code: string
  /** Beneath the organization that is imported into, or that one itself. */
  inside: boolean
  name: string
  kind: string
  branch: boolean
  branchType: BranchType | null
  committee: string | null
  parentId: string | null
  /** Of the last version, and of the first. */
  from: string | null
  firstFrom: string | null
  endedFrom: string | null
}

export interface KnownPerson {
  memberId: string
  number: string
  /** By organization. */
  records: ReadonlyMap<string, KnownMember>
}

export interface KnownSecretary {
  organizationId: string
  memberId: string
  offices: OfficeTerm[]
}

const AT_ONCE = 5_000

function* pieces<T>(values: readonly T[]): Generator<T[]> {
  for (let from = 0; from < values.length; from += AT_ONCE) yield values.slice(from, from + AT_ONCE)
}

export async function readKinds(sql: Sql): Promise<{ kinds: Kinds; names: string[] }> {
  const rows = await sql.$queryRaw<{ kind: string; name: string; branch: boolean }[]>`
    select kind, name, branch from organization_kind order by rank, name`
  return {
    kinds: new Map(rows.map(({ kind, name, branch }) => [foldHeading(name), { kind, branch }])),
    names: rows.map(({ name }) => name),
  }
}

/** All beneath the root, and whatever else has one of the codes. */
export async function readKnownOrganizations(
  sql: Sql,
  rootId: string,
  day: string,
  codes: readonly string[],
): Promise<KnownOrganization[]> {
  const found = new Map<string, KnownOrganization>()
  const inside = await sql.$queryRaw<{ id: string }[]>`
    select organization_id as id from organization_subtree(${rootId}::uuid, ${day}::date)`
  const beneath = inside.map(({ id }) => id)
  for (const [some, named] of [...pairs(beneath, codes)]) {
    const rows = await sql.$queryRaw<KnownOrganization[]>`
      select o.id, o.code, v.name, v.kind, k.branch, v.branch_type as "branchType", v.committee, v.parent_id as "parentId",
        v.valid_from::text as "from", first.valid_from::text as "firstFrom", o.ended_from::text as "endedFrom",
        o.id = any(${some}::uuid[]) or exists (
          select from organization_above(o.id, greatest(${day}::date, first.valid_from)) above
          where above.organization_id = ${rootId}::uuid) as inside
      from organization o
      join lateral (
        select * from organization_version w where w.organization_id = o.id order by w.ordinal desc limit 1) as v on true
      join organization_version first on first.organization_id = o.id and first.ordinal = 0
      join organization_kind k on k.kind = v.kind
      where o.id = any(${some}::uuid[]) or o.code = any(${named}::text[])`
    for (const row of rows) found.set(row.id, { ...row, inside: row.inside || (found.get(row.id)?.inside ?? false) })
  }
  return [...found.values()]
}

function* pairs(ids: readonly string[], codes: readonly string[]): Generator<[string[], string[]]> {
  for (const some of pieces(ids)) yield [some, []]
  for (const some of pieces(codes)) yield [[], some]
}

interface PersonRow {
  memberId: string
  number: string
  name: string
  organizationId: string | null
  category: KnownMember['category']
  officialFrom: string | null
  title: string | null
  memberships: Membership[] | null
  standings: StandingRow[] | null
  offices: OfficeTerm[] | null
}

/** By the number on the card, in whatever branch they are. */
export async function readKnownPeople(sql: Sql, numbers: readonly string[]): Promise<ReadonlyMap<string, KnownPerson>> {
  const people = new Map<string, KnownPerson & { records: Map<string, KnownMember> }>()
  for (const some of pieces(numbers)) {
    const rows = await sql.$queryRaw<PersonRow[]>`
      select m.id as "memberId", m.member_number as number, m.name, b.organization_id as "organizationId", b.category,
        b.official_from::text as "officialFrom", b.title,
        (select jsonb_agg(jsonb_build_object('kind', s.kind, 'from', s.valid_from, 'to', s.valid_to, 'origin', null,
            'destination', null) order by s.ordinal)
          from membership s where s.organization_id = b.organization_id and s.member_id = b.member_id) as memberships,
        (select jsonb_agg(to_jsonb(s) order by s.ordinal)
          from member_standing s where s.organization_id = b.organization_id and s.member_id = b.member_id) as standings,
        (select jsonb_agg(jsonb_build_object('office', f.office, 'from', f.valid_from, 'to', f.valid_to) order by f.ordinal)
          from member_office f where f.organization_id = b.organization_id and f.member_id = b.member_id) as offices
      from member m
      left join lateral (select distinct s.organization_id from membership s where s.member_id = m.id) as home on true
      left join branch_member b on b.organization_id = home.organization_id and b.member_id = m.id
      where m.member_number = any(${some}::text[])`
    for (const row of rows) {
      const { memberId, number, name, organizationId, category, officialFrom, title } = row
      const person = people.get(number) ?? { memberId, number, records: new Map<string, KnownMember>() }
      people.set(number, person)
      if (organizationId !== null)
        person.records.set(organizationId, {
          memberId,
          memberNumber: number,
          name,
          category,
          officialFrom,
          title,
          memberships: row.memberships ?? [],
          standings: (row.standings ?? []).map(standingOfRow),
          offices: row.offices ?? [],
        })
    }
  }
  return people
}

/** Who is, was or will be secretary of one of these branches. */
export async function readKnownSecretaries(sql: Sql, organizationIds: readonly string[]): Promise<KnownSecretary[]> {
  const found: KnownSecretary[] = []
  for (const some of pieces(organizationIds))
    found.push(
      ...(await sql.$queryRaw<KnownSecretary[]>`
        select f.organization_id as "organizationId", f.member_id as "memberId",
          jsonb_agg(jsonb_build_object('office', f.office, 'from', f.valid_from, 'to', f.valid_to) order by f.ordinal) as offices
        from member_office f where f.organization_id = any(${some}::uuid[]) and f.office = 'branchSecretary'
        group by f.organization_id, f.member_id`),
    )
  return found
}
