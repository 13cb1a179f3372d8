// Who sees what stands beneath an organization: roles on it, or on one above it, that day.
import { AppError } from '@hoi-truong/shared/errors'
import { type HeldRole, mayWith, type Role } from '@hoi-truong/shared/permissions'
import type { Sql } from '../database/client.ts'
import { organizationRoles } from '../organization/facts.ts'

export const maySeeBeneath = async (sql: Sql, memberId: string, organizationId: string): Promise<boolean> =>
  mayWith(await organizationRoles(sql, memberId, organizationId), 'monitoring.view')

/** @throws AppError FORBIDDEN, also for what does not exist: who has no role there does not learn what there is */
export async function requireSight(sql: Sql, memberId: string, organizationId: string): Promise<void> {
  if (!(await maySeeBeneath(sql, memberId, organizationId))) throw new AppError('FORBIDDEN')
}

interface Upper {
  organizationId: string
  name: string
}

/**
 * The organization as it is called, and those above it up to the highest that the member may see, the nearest first.
 * @throws AppError FORBIDDEN
 */
export async function readPlace(
  sql: Sql,
  memberId: string,
  organizationId: string,
  today: string,
): Promise<{ organization: Upper; above: Upper[] }> {
  const rows = await sql.$queryRaw<(Upper & { roles: Role[] | null })[]>`
    select o.id as "organizationId", o.name, held.roles
    from organization_above(${organizationId}::uuid, ${today}::date) above
    join organization o on o.id = above.organization_id
    left join (
      select r.organization_id, array_agg(r.role) as roles from roles_in_force(${memberId}::uuid, ${today}::date) r
      group by r.organization_id
    ) as held on held.organization_id = above.organization_id
    order by above.depth`
  const sees = ({ roles }: { roles: Role[] | null }) =>
    mayWith(
      (roles ?? []).map((role): HeldRole => ({ role, at: 'here' })),
      'monitoring.view',
    )
  const [own, ...above] = rows.slice(0, rows.findLastIndex(sees) + 1).map(({ organizationId: id, name }) => ({
    organizationId: id,
    name,
  }))
  if (!own) throw new AppError('FORBIDDEN')
  return { organization: own, above }
}
