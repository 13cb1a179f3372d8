// An organization's versions, rule sets and members as tables. What changed is written anew from the state: the tables cannot drift
// from what the reducer says.
import type { LogEvent } from '@hoi-truong/shared/log'
import type { OrganizationEvent, OrganizationState } from '@hoi-truong/shared/organization'
import type { Sql } from '../database/client.ts'
import { defineProjection } from '../log/projection.ts'
import { projectMembers } from './memberProjection.ts'

/** One statement: an import registers thousands. */
async function projectOrganization(sql: Sql, id: string, { code, versions, end }: OrganizationState): Promise<void> {
  const last = versions.at(-1)
  if (!last) return
  const rows = versions.map((version, ordinal) => ({
    ordinal,
    valid_from: version.from,
    valid_to: version.to,
    name: version.name,
    kind: version.kind,
    branch_type: version.branchType,
    committee: version.committee,
    parent_id: version.parentId,
  }))
  await sql.$executeRaw`
    with itself as (
      insert into organization (id, code, name, ended_from, merged_into)
      values (${id}::uuid, ${code}, ${last.name}, ${end?.from ?? null}::date, ${end?.mergedInto ?? null}::uuid)
      on conflict (id) do update set code = excluded.code, name = excluded.name, ended_from = excluded.ended_from,
        merged_into = excluded.merged_into
    ), gone as (
      delete from organization_version where organization_id = ${id}::uuid and ordinal >= ${rows.length}
    )
    insert into organization_version (organization_id, ordinal, valid_from, valid_to, name, kind, branch_type, committee, parent_id)
    select ${id}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
      ordinal integer, valid_from date, valid_to date, name text, kind text, branch_type text, committee text, parent_id uuid)
    on conflict (organization_id, ordinal) do update set valid_from = excluded.valid_from, valid_to = excluded.valid_to,
      name = excluded.name, kind = excluded.kind, branch_type = excluded.branch_type, committee = excluded.committee,
      parent_id = excluded.parent_id`
}

/** What was accepted is applied from now on; the event is the decision, the row is the work. */
async function projectImports(sql: Sql, events: readonly LogEvent[]): Promise<void> {
  for (const event of events as readonly (LogEvent & OrganizationEvent)[])
    if (event.type === 'organization.imported')
      await sql.$executeRaw`
        update import_run set status = 'applying', accepted_at = ${event.at}::timestamptz, claimed_by = null, beat_at = null,
          attempts = 0
        where id = ${event.payload.importId}::uuid and status = 'checked'`
}

async function projectRuleSets(sql: Sql, id: string, { adoptions }: OrganizationState): Promise<void> {
  const rows = adoptions.map(({ ruleSet, from, to }, ordinal) => ({
    ordinal,
    rule_set_id: ruleSet.id,
    version: ruleSet.version,
    valid_from: from,
    valid_to: to,
    rule_set: ruleSet,
  }))
  await sql.$executeRaw`
    insert into rule_set_adoption (organization_id, ordinal, rule_set_id, version, valid_from, valid_to, rule_set)
    select ${id}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
      ordinal integer, rule_set_id text, version integer, valid_from date, valid_to date, rule_set jsonb)
    on conflict (organization_id, ordinal) do nothing`
}

/** Whose records an event changes. */
function membersIn(event: OrganizationEvent): string[] {
  if (event.type === 'organization.membersImported') return event.payload.members.map(({ memberId }) => memberId)
  return event.type.startsWith('member.') ? [(event.payload as { memberId: string }).memberId] : []
}

const treeEvents: ReadonlySet<string> = new Set([
  'organization.registered',
  'organization.changed',
  'organization.ended',
] satisfies OrganizationEvent['type'][])

export const organizationProjection = defineProjection<'organization'>({
  stream: 'organization',
  apply: async (sql, streamId, events, { everyone: { organization }, bureau }) => {
    const types = new Set(events.map(({ type }) => type))
    if (events.some(({ type }) => treeEvents.has(type))) await projectOrganization(sql, streamId, organization)
    if (types.has('ruleSet.adopted')) await projectRuleSets(sql, streamId, organization)
    if (types.has('organization.imported')) await projectImports(sql, events)
    const memberIds = new Set(events.flatMap((event) => membersIn(event as LogEvent & OrganizationEvent)))
    if (memberIds.size > 0) await projectMembers(sql, streamId, bureau.organization, [...memberIds])
  },
})
