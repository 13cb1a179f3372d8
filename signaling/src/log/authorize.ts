// The permission table applied: which roles an actor has for a command's stream, and the refusal in the clearest words.
import { AppError } from '@hoi-truong/shared/errors'
import { meetingRolesOf } from '@hoi-truong/shared/meeting'
import { type Action, type Grantee, may, permissions, type Role } from '@hoi-truong/shared/permissions'
import type { Sql } from '../database/client.ts'
import type { Actor, StateOfKind } from './commandDefinition.ts'

/** Roles by assignment on the organization or on one above it. */
export async function organizationRoles(sql: Sql, memberId: string, organizationId: string): Promise<Role[]> {
  const rows = await sql.$queryRaw<{ role: Role }[]>`
    with recursive above as (
      select id, parent_id from organization where id = ${organizationId}::uuid
      union all
      select o.id, o.parent_id from organization o join above on o.id = above.parent_id
    )
    select distinct a.role from role_assignment a join above on above.id = a.organization_id
    where a.member_id = ${memberId}::uuid`
  return rows.map((row) => row.role)
}

/** @throws AppError FORBIDDEN, or a refusal that says more */
export function requireRole(roles: readonly Grantee[], action: Action): void {
  if (!may(roles, action)) throw new AppError('FORBIDDEN')
}

/** @throws AppError MEETING_NOT_MEMBER, MEETING_NOT_CHAIR or FORBIDDEN */
export function requireMeetingRole(
  meeting: StateOfKind['meeting']['everyone']['meeting'],
  actor: Actor,
  action: Action,
): void {
  const roles: readonly Grantee[] = actor.kind === 'server' ? ['server'] : meetingRolesOf(meeting, actor.memberId)
  if (may(roles, action)) return
  if (roles.length === 0) throw new AppError('MEETING_NOT_MEMBER')
  const grantees: readonly Grantee[] = permissions[action]
  throw new AppError(grantees.length === 1 && grantees[0] === 'chair' ? 'MEETING_NOT_CHAIR' : 'FORBIDDEN')
}
