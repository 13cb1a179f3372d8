// What a branch must know of people on record elsewhere before it takes them in.
import type {
  MemberCategory,
  Membership,
  OtherBranch,
  ReceivedMember,
  Standing,
  StandingKind,
} from '@hoi-truong/shared/organization'
import type { Sql } from '../database/client.ts'

/** Held to the end of the transaction: two branches must not take in the same person at once. */
async function lockPeople(sql: Sql, keys: readonly string[]): Promise<void> {
  await sql.$queryRaw`
    select count(pg_advisory_xact_lock(hashtextextended('member ' || key, 0)))
    from (select key from unnest(${[...keys]}::text[]) as key order by key) as ordered`
}

export interface ImportFacts {
  /** Ids of members who belong to another branch on or after the day from which they would belong here. */
  elsewhere: ReadonlySet<string>
  /** Numbers that belong to other people. */
  numbersTaken: ReadonlySet<string>
  /** A list gives roles where it stands and beneath, nowhere else. */
  rolesReachOut: boolean
}

interface Candidate {
  memberId: string
  memberNumber: string
  membership: { kind: 'regular' | 'temporary'; from: string | null; to: string | null }
  roles: readonly { organizationId: string }[]
}

export async function readImportFacts(
  sql: Sql,
  organizationId: string,
  members: readonly Candidate[],
  day: string,
): Promise<ImportFacts> {
  await lockPeople(
    sql,
    members.map(({ memberNumber }) => memberNumber),
  )
  const candidates = members.map(({ memberId, memberNumber, membership }) => ({
    id: memberId,
    number: memberNumber,
    regular: membership.kind === 'regular',
    valid_from: membership.from,
    valid_to: membership.to,
  }))
  const rows = await sql.$queryRaw<{ id: string; number: string; elsewhere: boolean; taken: boolean }[]>`
    select c.id, c.number,
      c.regular and exists (select 1 from membership s
        where s.member_id = c.id and s.organization_id <> ${organizationId}::uuid and s.kind = 'regular'
          and (s.valid_to is null or c.valid_from is null or s.valid_to >= c.valid_from)
          and (s.valid_from is null or c.valid_to is null or s.valid_from <= c.valid_to)) as elsewhere,
      exists (select 1 from member m where m.member_number = c.number and m.id <> c.id) as taken
    from jsonb_to_recordset(${JSON.stringify(candidates)}::jsonb) as c (
      id uuid, number text, regular boolean, valid_from date, valid_to date)`
  const places = [...new Set(members.flatMap(({ roles }) => roles.map((role) => role.organizationId)))]
  const outside =
    places.length > 0 &&
    (await sql.$queryRaw<{ outside: boolean }[]>`
    select exists (select 1 from unnest(${places}::uuid[]) as place where not exists (
      select 1 from organization_above(place, ${day}::date) a where a.organization_id = ${organizationId}::uuid)) as outside`)
  return {
    rolesReachOut: outside ? (outside[0]?.outside ?? false) : false,
    elsewhere: new Set(rows.flatMap(({ id, elsewhere }) => (elsewhere ? [id] : []))),
    numbersTaken: new Set(rows.flatMap(({ number, taken }) => (taken ? [number] : []))),
  }
}

/** A person as the branch that they belong to, or belonged to last, has them on record. */
export interface PersonFacts extends Omit<ReceivedMember, 'kind' | 'from' | 'to' | 'origin' | 'standings'> {
  home: { branch: OtherBranch; membership: Membership; standings: Standing[] }
}

interface PersonRow {
  memberId: string
  memberNumber: string
  name: string
  category: MemberCategory
  officialFrom: string | null
  organizationId: string
  organizationName: string
  valid_from: string | null
  valid_to: string | null
  destination_id: string | null
  destination_name: string | null
}

export interface StandingRow {
  kind: StandingKind
  valid_from: string | null
  valid_to: string | null
  decision_number: string | null
  decision_date: string | null
  ground: string | null
  place: string | null
}

export const standingOfRow = (row: StandingRow): Standing => ({
  kind: row.kind,
  from: row.valid_from,
  to: row.valid_to,
  decision:
    row.decision_number !== null && row.decision_date !== null
      ? { number: row.decision_number, date: row.decision_date }
      : null,
  ground: row.ground,
  place: row.place,
})

/** Null when nobody has the number. */
export async function readPerson(sql: Sql, memberNumber: string): Promise<PersonFacts | null> {
  await lockPeople(sql, [memberNumber])
  const rows = await sql.$queryRaw<PersonRow[]>`
    select m.id as "memberId", m.member_number as "memberNumber", m.name, b.category, b.official_from::text as "officialFrom",
      b.organization_id as "organizationId", o.name as "organizationName", s.valid_from::text, s.valid_to::text,
      s.destination_id, s.destination_name
    from member m
    join membership s on s.member_id = m.id and s.kind = 'regular'
    join branch_member b on b.organization_id = s.organization_id and b.member_id = s.member_id
    join organization o on o.id = b.organization_id
    where m.member_number = ${memberNumber}
    order by s.valid_to desc nulls first, s.valid_from desc nulls last limit 1`
  const row = rows[0]
  if (!row) return null
  const standings = await sql.$queryRaw<StandingRow[]>`
    select kind, valid_from::text, valid_to::text, decision_number, decision_date::text, ground, place
    from member_standing where organization_id = ${row.organizationId}::uuid and member_id = ${row.memberId}::uuid
    order by ordinal`
  const { memberId, name, category, officialFrom } = row
  const destination =
    row.destination_name === null ? null : { organizationId: row.destination_id, name: row.destination_name }
  return {
    memberId,
    memberNumber,
    name,
    category,
    officialFrom,
    home: {
      branch: { organizationId: row.organizationId, name: row.organizationName },
      membership: { kind: 'regular', from: row.valid_from, to: row.valid_to, origin: null, destination },
      standings: standings.map(standingOfRow),
    },
  }
}

/** The name of an organization as last recorded; null when it is unknown. */
export async function readOrganizationName(sql: Sql, organizationId: string): Promise<string | null> {
  const rows = await sql.$queryRaw<{ name: string }[]>`
    select name from organization where id = ${organizationId}::uuid`
  return rows[0]?.name ?? null
}
