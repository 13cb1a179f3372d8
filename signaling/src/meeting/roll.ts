// The roll of a meeting as the member list stands now: who is summoned, and who follows from the committee above.
import type { MeetingRoll, RollEntry } from '@hoi-truong/shared/meeting'
import type { Sql } from '../database/client.ts'

interface RollRow extends RollEntry {
  follower: boolean
}

/** Null when the organization is unknown. */
export async function readRoll(sql: Sql, organizationId: string): Promise<MeetingRoll | null> {
  const organizations = await sql.$queryRaw<{ name: string; upper: string | null }[]>`
    select o.name, coalesce(p.committee, p.name) as upper
    from organization o left join organization p on p.id = o.parent_id where o.id = ${organizationId}::uuid`
  const organization = organizations[0]
  if (!organization) return null
  const rows = await sql.$queryRaw<RollRow[]>`
    select m.id as "memberId", m.name, m.category, m.status, m.office, m.title, m.organization_id <> ${organizationId}::uuid as follower
    from member m
    where m.organization_id = ${organizationId}::uuid
      or exists (select 1 from role_assignment a
        where a.member_id = m.id and a.organization_id = ${organizationId}::uuid and a.role = 'upperMonitor')
    order by follower, m.position, m.name`
  const entries = (follower: boolean): RollEntry[] =>
    rows.filter((row) => row.follower === follower).map(({ follower: _, ...entry }) => entry)
  return {
    organizationName: organization.name,
    upperName: organization.upper,
    members: entries(false),
    followers: entries(true),
  }
}
