import { defaultRuleSet } from '@hoi-truong/shared/rules'
import { expect, it } from 'vitest'
import { meaningOf } from './meaning.ts'

const official = { category: 'official', temporary: false } as const

it('says what the rules in force make of a status', () => {
  const means = (status: Parameters<typeof meaningOf>[1]['status']) =>
    meaningOf(defaultRuleSet, { ...official, status })
  expect(means('active')).toEqual(['members.means_expected', 'members.means_in_base'])
  expect(means('exempt')).toEqual(['members.means_not_expected', 'members.means_outside_base_absent'])
  expect(means('away')).toEqual(['members.means_not_expected', 'members.means_outside_base'])
  expect(means('suspended')).toEqual([
    'members.means_not_expected',
    'members.means_outside_base',
    'members.means_no_room',
  ])
})

it('follows another rule set', () => {
  const rules = { ...defaultRuleSet, outsideRate: [], outsideBase: [], outsideBaseWhenAbsent: [] }
  expect(meaningOf(rules, { ...official, status: 'exempt' })).toEqual([
    'members.means_expected',
    'members.means_in_base',
  ])
})

it('gives no vote to probationary members and, by default, to members temporarily here', () => {
  const person = { status: 'active', temporary: false } as const
  expect(meaningOf(defaultRuleSet, { ...person, category: 'probationary' })).toContain('members.means_no_vote')
  expect(meaningOf(defaultRuleSet, { ...official, status: 'active', temporary: true })).toContain(
    'members.means_no_vote',
  )
})
