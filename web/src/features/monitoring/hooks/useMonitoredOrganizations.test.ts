import type { OwnOrganization } from '@hoi-truong/shared/organization'
import { expect, test } from 'vitest'
import { highestMonitored } from './useMonitoredOrganizations.ts'

const organization = (id: string, parentId: string | null, roles: OwnOrganization['roles']): OwnOrganization => ({
  organizationId: id,
  code: id,
  name: id,
  kind: 'commune',
  kindName: 'Đảng bộ xã',
  branchType: null,
  committee: null,
  parentId,
  roles,
})
const ids = (organizations: OwnOrganization[]) => highestMonitored(organizations).map((one) => one.organizationId)

test('whoever has no role above looks at nothing', () => {
  expect(ids([organization('branch', 'commune', ['branchSecretary', 'member'])])).toEqual([])
})

test('what stands beneath one’s commune is reached from there', () => {
  expect(
    ids([organization('commune', 'province', ['upperMonitor']), organization('branch', 'commune', ['upperMonitor'])]),
  ).toEqual(['commune'])
})

test('a single branch that one follows is looked at by itself', () => {
  expect(
    ids([organization('commune', 'province', ['member']), organization('branch', 'commune', ['upperMonitor'])]),
  ).toEqual(['branch'])
})
