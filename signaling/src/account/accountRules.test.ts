// Of the branch's officers each acts on the accounts below, never on one of the same rank.
import type { Grantee } from '@hoi-truong/shared/permissions'
import { expect, test } from 'vitest'
import { rolesBelow } from './accountRules.ts'

const below = (...roles: Grantee[]) => rolesBelow(roles.map((role) => ({ role, at: 'here' })))

test.each<[Grantee, Grantee[]]>([
  ['branchSecretary', ['siteOperator', 'committeeMember', 'deputySecretary']],
  ['deputySecretary', ['siteOperator', 'committeeMember']],
  ['committeeMember', ['siteOperator']],
  ['member', []],
  ['upperMonitor', []],
  ['administrator', []],
])('below a %s are %j', (role, roles) => {
  expect(below(role)).toEqual(roles)
})

test('the highest of several roles counts, and only those held right here', () => {
  expect(below('member', 'deputySecretary', 'siteOperator')).toEqual(below('deputySecretary'))
  expect(rolesBelow([{ role: 'branchSecretary', at: 'above' }])).toEqual([])
})
