import type { MemberCategory, MemberStatus, MembershipKind } from '@hoi-truong/shared/organization'
import { defaultRuleSet } from '@hoi-truong/shared/rules'
import { expect, it } from 'vitest'
import { countExpected, countMembers } from './countMembers.ts'

const line = (
  category: MemberCategory = 'official',
  status: MemberStatus = 'active',
  kind: MembershipKind = 'regular',
) => ({ category, status, membership: { kind } })
const many = (count: number, one: ReturnType<typeof line>) => Array.from({ length: count }, () => one)

/** As in the sample: 25 members, 23 official, two exempt, one away; and somebody from elsewhere. */
const sample = [
  ...many(20, line()),
  ...many(2, line('official', 'exempt')),
  line('official', 'away'),
  ...many(2, line('probationary')),
]

it('counts the sample as its minutes do', () => {
  expect(countMembers(sample)).toEqual({
    total: 25,
    official: 23,
    probationary: 2,
    temporary: 0,
    status: { exempt: 2, away: 1, specialDuty: 0, suspended: 0 },
  })
  expect(countExpected(sample, defaultRuleSet)).toBe(22)
})

it('lets whoever is temporarily here stand apart, expected as the rules say', () => {
  const withGuest = [...sample, line('official', 'active', 'temporary')]
  expect(countMembers(withGuest)).toMatchObject({ total: 25, official: 23, temporary: 1 })
  expect(countExpected(withGuest, defaultRuleSet)).toBe(23)
  const rules = { ...defaultRuleSet, temporaryMembers: { inRate: false, inBase: false } }
  expect(countExpected(withGuest, rules)).toBe(22)
})
