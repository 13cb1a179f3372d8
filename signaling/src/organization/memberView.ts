// One member with their whole history, as a branch and the branches before it have it on record.
import { AppError } from '@hoi-truong/shared/errors'
import {
  categoryOn,
  type MemberCategory,
  type MembershipKind,
  type MemberView,
  officeOn,
  standingOn,
} from '@hoi-truong/shared/organization'
import type { Sql } from '../database/client.ts'
import { readMemberPeriods } from './membersOn.ts'

interface PersonRow {
  member_number: string
  name: string
  category: MemberCategory
  official_from: string | null
  title: string | null
}

interface MembershipRow {
  organization_id: string
  branch_name: string
  kind: MembershipKind
  valid_from: string | null
  valid_to: string | null
  origin_id: string | null
  origin_name: string | null
  destination_id: string | null
  destination_name: string | null
}

const branchOf = (organizationId: string | null, name: string | null) =>
  name === null ? null : { organizationId, name }

/** @throws AppError MEMBER_UNKNOWN when the branch has no record of the person */
export async function readMemberView(
  sql: Sql,
  organizationId: string,
  memberId: string,
  day: string,
): Promise<Omit<MemberView, 'on' | 'canManage'>> {
  const people = await sql.$queryRaw<PersonRow[]>`
    select m.member_number, m.name, b.category, b.official_from::text, b.title
    from branch_member b join member m on m.id = b.member_id
    where b.organization_id = ${organizationId}::uuid and b.member_id = ${memberId}::uuid`
  const person = people[0]
  if (!person) throw new AppError('MEMBER_UNKNOWN')
  const rows = await sql.$queryRaw<MembershipRow[]>`
    select s.organization_id, o.name as branch_name, s.kind, s.valid_from::text, s.valid_to::text, s.origin_id, s.origin_name,
      s.destination_id, s.destination_name
    from membership s join organization o on o.id = s.organization_id
    where s.member_id = ${memberId}::uuid order by s.valid_from nulls first, s.ordinal`
  const periods = await readMemberPeriods(sql, organizationId)
  const standings = periods.standings.get(memberId) ?? []
  const offices = periods.offices.get(memberId) ?? []
  const memberships = rows.map((row) => ({
    kind: row.kind,
    from: row.valid_from,
    to: row.valid_to,
    branch: { organizationId: row.organization_id, name: row.branch_name },
    origin: branchOf(row.origin_id, row.origin_name),
    destination: branchOf(row.destination_id, row.destination_name),
  }))
  const here = memberships.filter(({ branch }) => branch.organizationId === organizationId)
  const last = here.findLast(({ from }) => from === null || from <= day) ?? here[0]
  if (!last) throw new AppError('MEMBER_UNKNOWN')
  const standing = standingOn({ standings }, day) ?? null
  const category = { category: person.category, officialFrom: person.official_from }
  return {
    memberId,
    memberNumber: person.member_number,
    name: person.name,
    title: person.title,
    category: categoryOn(category, day),
    officialFrom: person.official_from,
    office: officeOn({ offices }, day),
    membership: { kind: last.kind, from: last.from, to: last.to },
    status: standing?.kind ?? 'active',
    standing,
    memberships,
    standings,
    offices,
  }
}
