// Organizations, members and role assignments as tables.
import type { LogEvent } from '@hoi-truong/shared/log'
import type { MemberRecord, OrganizationEvent, OrganizationRecord } from '@hoi-truong/shared/organization'
import type { Sql } from '../database/client.ts'
import { defineProjection } from '../log/projection.ts'

async function projectOrganization(sql: Sql, id: string, organization: OrganizationRecord): Promise<void> {
  const { code, name, level, committee, parentId } = organization
  await sql.$executeRaw`
    insert into organization (id, code, name, level, committee, parent_id)
    values (${id}::uuid, ${code}, ${name}, ${level}, ${committee}, ${parentId}::uuid)
    on conflict (id) do update set code = excluded.code, name = excluded.name, level = excluded.level,
      committee = excluded.committee, parent_id = excluded.parent_id`
}

async function projectMembers(sql: Sql, organizationId: string, members: readonly MemberRecord[]): Promise<void> {
  const rows = JSON.stringify(
    members.map((member, position) => ({
      id: member.memberId,
      member_number: member.memberNumber,
      name: member.name,
      category: member.category,
      status: member.status,
      office: member.office,
      title: member.title,
      position,
    })),
  )
  await sql.$executeRaw`
    insert into member (id, organization_id, member_number, name, category, status, office, title, position)
    select r.id, ${organizationId}::uuid, r.member_number, r.name, r.category, r.status, r.office, r.title, r.position
    from jsonb_to_recordset(${rows}::jsonb) as r (
      id uuid, member_number text, name text, category text, status text, office text, title text, position integer)
    on conflict (id) do update set organization_id = excluded.organization_id, member_number = excluded.member_number,
      name = excluded.name, category = excluded.category, status = excluded.status, office = excluded.office,
      title = excluded.title, position = excluded.position`
  const assignments = JSON.stringify(
    members.flatMap((member) =>
      member.roles.map(({ role, organizationId: on }) => ({ member_id: member.memberId, role, organization_id: on })),
    ),
  )
  const memberIds = members.map((member) => member.memberId)
  await sql.$executeRaw`delete from role_assignment where member_id = any(${memberIds}::uuid[])`
  await sql.$executeRaw`
    insert into role_assignment (member_id, role, organization_id)
    select distinct r.member_id, r.role, r.organization_id
    from jsonb_to_recordset(${assignments}::jsonb) as r (member_id uuid, role text, organization_id uuid)`
}

export const organizationProjection = defineProjection<'organization'>({
  stream: 'organization',
  apply: async (sql, streamId, events) => {
    for (const logEvent of events) {
      const event = logEvent as LogEvent & OrganizationEvent
      if (event.type === 'organization.registered') await projectOrganization(sql, streamId, event.payload)
      if (event.type === 'organization.membersImported') await projectMembers(sql, streamId, event.payload.members)
    }
  },
})
