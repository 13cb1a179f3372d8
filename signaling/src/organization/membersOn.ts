// The list of a branch as it stood on a day: who belonged to it, as what, with which status and office.
import {
  categoryOn,
  compareInList,
  foldForSearch,
  type MemberCategory,
  type MemberLine,
  type MembershipKind,
  type OfficeTerm,
  officeOn,
  type Standing,
  standingOn,
} from '@hoi-truong/shared/organization'
import type { Sql } from '../database/client.ts'
import { type StandingRow, standingOfRow } from './memberFacts.ts'

interface MemberRow {
  member_id: string
  member_number: string
  name: string
  category: MemberCategory
  official_from: string | null
  title: string | null
  kind: MembershipKind
  valid_from: string | null
  valid_to: string | null
}

interface TermRow {
  member_id: string
  office: OfficeTerm['office']
  valid_from: string | null
  valid_to: string | null
}

export interface MemberPeriods {
  standings: ReadonlyMap<string, Standing[]>
  offices: ReadonlyMap<string, OfficeTerm[]>
}

const grouped = <R extends { member_id: string }, T>(rows: readonly R[], of: (row: R) => T): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(row.member_id, [...(groups.get(row.member_id) ?? []), of(row)])
  return groups
}

/** All standings and terms of office that a branch has on record, by member. */
export async function readMemberPeriods(sql: Sql, organizationId: string): Promise<MemberPeriods> {
  const standings = await sql.$queryRaw<(StandingRow & { member_id: string })[]>`
    select member_id, kind, valid_from::text, valid_to::text, decision_number, decision_date::text, ground, place
    from member_standing where organization_id = ${organizationId}::uuid order by member_id, ordinal`
  const offices = await sql.$queryRaw<TermRow[]>`
    select member_id, office, valid_from::text, valid_to::text
    from member_office where organization_id = ${organizationId}::uuid order by member_id, ordinal`
  return {
    standings: grouped(standings, standingOfRow),
    offices: grouped(offices, ({ office, valid_from, valid_to }) => ({ office, from: valid_from, to: valid_to })),
  }
}

/** Each word begins a word of the name; a number, for those who may see numbers, begins the card's number. */
function searchPatterns(search: string): { words: string[]; number: string } {
  const literal = (text: string) => text.replace(/[\\%_]/g, '\\$&')
  const folded = foldForSearch(search)
  return {
    words: folded === '' ? [] : folded.split(' ').map((word) => `% ${literal(word)}%`),
    number: `${literal(search.trim().toUpperCase())}%`,
  }
}

export type ListedMember = MemberLine & { memberNumber: string }

/** In the order of the list. @param search as typed; `numbers`: whether it may find by the card's number */
export async function readMembersOn(
  sql: Sql,
  organizationId: string,
  day: string,
  { search = '', numbers = false }: { search?: string; numbers?: boolean } = {},
): Promise<ListedMember[]> {
  const { words, number } = searchPatterns(search)
  const rows = await sql.$queryRaw<MemberRow[]>`
    select b.member_id, m.member_number, m.name, b.category, b.official_from::text, b.title, s.kind, s.valid_from::text,
      s.valid_to::text
    from branch_member b
    join member m on m.id = b.member_id
    join membership s on s.organization_id = b.organization_id and s.member_id = b.member_id
    where b.organization_id = ${organizationId}::uuid
      and (s.valid_from is null or s.valid_from <= ${day}::date) and (s.valid_to is null or s.valid_to >= ${day}::date)
      and (b.search like all(${words}::text[]) or (${numbers} and m.member_number like ${number}))`
  const { standings, offices } = await readMemberPeriods(sql, organizationId)
  return rows
    .map((row) => lineOf(row, day, standings.get(row.member_id) ?? [], offices.get(row.member_id) ?? []))
    .sort(compareInList)
}

function lineOf(row: MemberRow, day: string, standings: Standing[], terms: OfficeTerm[]): ListedMember {
  const standing = standingOn({ standings }, day) ?? null
  return {
    memberId: row.member_id,
    memberNumber: row.member_number,
    name: row.name,
    title: row.title,
    category: categoryOn({ category: row.category, officialFrom: row.official_from }, day),
    officialFrom: row.official_from,
    office: officeOn({ offices: terms }, day),
    membership: { kind: row.kind, from: row.valid_from, to: row.valid_to },
    status: standing?.kind ?? 'active',
    standing,
  }
}
