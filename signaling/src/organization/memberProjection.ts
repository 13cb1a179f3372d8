// The members of a branch as tables, written anew from the state for those who changed.
import { foldForSearch, type MemberRecord, type MembersState } from '@hoi-truong/shared/organization'
import type { Sql } from '../database/client.ts'

const periodOf = ({ from, to }: { from: string | null; to: string | null }) => ({ valid_from: from, valid_to: to })

/** One row for each, numbered by member. */
const rowsOf = <T>(members: readonly MemberRecord[], list: (member: MemberRecord) => readonly T[]) =>
  members.flatMap((member) =>
    list(member).map((item, ordinal) => ({ ...item, member_id: member.memberId, ordinal }) as const),
  )

/**
 * Whoever belongs here, or is not on record anywhere yet: a visitor's own row stays with their branch. True when the branch had none of
 * them on record before.
 */
async function projectPeople(sql: Sql, organizationId: string, members: readonly MemberRecord[]): Promise<boolean> {
  const rows = members.map((member) => ({
    id: member.memberId,
    number: member.memberNumber,
    name: member.name,
    home: member.memberships.some(({ kind, to }) => kind === 'regular' && to === null),
    category: member.category,
    official_from: member.officialFrom,
    title: member.title,
    search: ` ${foldForSearch(member.name)}`,
  }))
  const written = await sql.$queryRaw<{ fresh: boolean }[]>`
    with r as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, number text, name text, home boolean,
        category text, official_from date, title text, search text)
    ), added as (
      insert into member (id, organization_id, member_number, name)
      select r.id, ${organizationId}::uuid, r.number, r.name from r
      on conflict (id) do nothing
    ), moved as (
      update member m set organization_id = ${organizationId}::uuid, member_number = r.number, name = r.name
      from r where m.id = r.id and r.home
    )
    insert into branch_member (organization_id, member_id, category, official_from, title, search)
    select ${organizationId}::uuid, r.id, r.category, r.official_from, r.title, r.search from r
    on conflict (organization_id, member_id) do update set category = excluded.category,
      official_from = excluded.official_from, title = excluded.title, search = excluded.search
    returning xmax = 0 as fresh`
  return written.every(({ fresh }) => fresh)
}

async function clear(sql: Sql, organizationId: string, memberIds: readonly string[]): Promise<void> {
  const ids = [...memberIds]
  await sql.$executeRaw`
    with memberships as (
      delete from membership where organization_id = ${organizationId}::uuid and member_id = any(${ids}::uuid[])
    ), standings as (
      delete from member_standing where organization_id = ${organizationId}::uuid and member_id = any(${ids}::uuid[])
    ), offices as (
      delete from member_office where organization_id = ${organizationId}::uuid and member_id = any(${ids}::uuid[])
    )
    delete from role_assignment where source_id = ${organizationId}::uuid and member_id = any(${ids}::uuid[])`
}

function membershipRows(members: readonly MemberRecord[]) {
  return rowsOf(members, (member) =>
    member.memberships.map((one) => ({
      kind: one.kind,
      ...periodOf(one),
      origin_id: one.origin?.organizationId ?? null,
      origin_name: one.origin?.name ?? null,
      destination_id: one.destination?.organizationId ?? null,
      destination_name: one.destination?.name ?? null,
    })),
  )
}

function standingRows(members: readonly MemberRecord[]) {
  return rowsOf(members, (member) =>
    member.standings.map((one) => ({
      kind: one.kind,
      ...periodOf(one),
      decision_number: one.decision?.number ?? null,
      decision_date: one.decision?.date ?? null,
      ground: one.ground,
      place: one.place,
    })),
  )
}

/** What somebody may do follows from what they are, for as long as they are it; other roles were assigned. */
function roleRows(organizationId: string, members: readonly MemberRecord[]) {
  return rowsOf(members, (member) => [
    ...member.memberships.map((one) => ({ role: 'member', organization_id: organizationId, ...periodOf(one) })),
    ...member.offices.map((term) => ({ role: term.office, organization_id: organizationId, ...periodOf(term) })),
    ...member.roles.map(({ role, organizationId: on, ...period }) => ({
      role,
      organization_id: on,
      ...periodOf(period),
    })),
  ])
}

/** One statement for all: an import writes thousands of branches. */
async function projectPeriods(sql: Sql, organizationId: string, members: readonly MemberRecord[]): Promise<void> {
  const offices = rowsOf(members, (member) =>
    member.offices.map((term) => ({ office: term.office, ...periodOf(term) })),
  )
  await sql.$executeRaw`
    with memberships as (
      insert into membership (organization_id, member_id, ordinal, kind, valid_from, valid_to, origin_id, origin_name,
        destination_id, destination_name)
      select ${organizationId}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(membershipRows(members))}::jsonb) as r (
        member_id uuid, ordinal integer, kind text, valid_from date, valid_to date, origin_id uuid, origin_name text,
        destination_id uuid, destination_name text)
    ), standings as (
      insert into member_standing (organization_id, member_id, ordinal, kind, valid_from, valid_to, decision_number, decision_date,
        ground, place)
      select ${organizationId}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(standingRows(members))}::jsonb) as r (
        member_id uuid, ordinal integer, kind text, valid_from date, valid_to date, decision_number text, decision_date date,
        ground text, place text)
    ), offices as (
      insert into member_office (organization_id, member_id, ordinal, office, valid_from, valid_to)
      select ${organizationId}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(offices)}::jsonb) as r (
        member_id uuid, ordinal integer, office text, valid_from date, valid_to date)
    )
    insert into role_assignment (source_id, member_id, ordinal, role, organization_id, valid_from, valid_to)
    select ${organizationId}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(roleRows(organizationId, members))}::jsonb) as r (
      member_id uuid, ordinal integer, role text, organization_id uuid, valid_from date, valid_to date)`
}

export async function projectMembers(
  sql: Sql,
  organizationId: string,
  state: MembersState,
  memberIds: readonly string[],
): Promise<void> {
  const members = memberIds.flatMap((memberId) => state.members[memberId] ?? [])
  const areFresh = await projectPeople(sql, organizationId, members)
  if (!areFresh) await clear(sql, organizationId, memberIds)
  await projectPeriods(sql, organizationId, members)
}
