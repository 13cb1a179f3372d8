// The organizations that the member looks at from above, the highest of each way: what stands beneath them is reached from there.
import type { OwnOrganization } from '@hoi-truong/shared/organization'
import { may } from '@hoi-truong/shared/permissions'
import { useOwnOrganizations } from '../../meeting/api/meetings.ts'

export function highestMonitored(organizations: readonly OwnOrganization[]): OwnOrganization[] {
  const seen = organizations.filter(({ roles }) => may(roles, 'monitoring.view'))
  const ids = new Set(seen.map(({ organizationId }) => organizationId))
  return seen.filter(({ parentId }) => parentId === null || !ids.has(parentId))
}

export function useMonitoredOrganizations(): OwnOrganization[] {
  const { data } = useOwnOrganizations()
  return highestMonitored(data ?? [])
}
