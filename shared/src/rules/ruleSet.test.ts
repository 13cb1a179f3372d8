// Rule sets as they are adopted, and as they were pinned before rules had all their fields.
import { describe, expect, test } from 'vitest'
import { defaultRuleSet, defaultVotingRules, ruleSetSchema, upcastRuleSet, votingRulesSchema } from './index.ts'

const { voting: _, ...beforePolls } = defaultRuleSet

describe('read from before there were polls', () => {
  test('a whole set gets the default rules of votes, and keeps all that it said', () => {
    const stored = { ...beforePolls, id: 'tinh', version: 2, lateAfterMinutes: 5 }
    expect(upcastRuleSet(stored)).toEqual({ ...stored, voting: defaultVotingRules })
    expect(ruleSetSchema.parse(stored)).toEqual({ ...stored, voting: defaultVotingRules })
  })

  test('one with its own rules of votes keeps them', () => {
    const stored = { ...defaultRuleSet, voting: { ...defaultVotingRules, electronicSecret: true } }
    expect(upcastRuleSet(stored)).toEqual(stored)
  })

  test('one of the first form: what it said holds, the rest is the default', () => {
    const first = { id: 'default', version: 1, lateAfterMinutes: 10, minimumMinutes: 75 }
    expect(upcastRuleSet(first)).toEqual({
      ...defaultRuleSet,
      id: 'default',
      version: 1,
      lateAfterMinutes: 10,
      minimumMinutes: { ...defaultRuleSet.minimumMinutes, regular: 75 },
    })
  })
})

test('the default set is one that could be adopted', () => {
  expect(ruleSetSchema.parse(defaultRuleSet)).toEqual(defaultRuleSet)
})

describe('rules of votes that cannot be adopted', () => {
  const { matters } = defaultVotingRules
  const { resolution: __, ...withoutOne } = matters
  const threshold = (numerator: number, denominator: number) => ({
    matters: { ...matters, resolution: { threshold: { numerator, denominator, strict: true }, ballot: 'open' } },
  })
  test.each([
    ['a matter is missing', { matters: withoutOne }],
    ['a matter that there is not', { matters: { ...matters, war: matters.resolution } }],
    ['a way that there is not', { matters: { ...matters, resolution: { threshold: null, ballot: 'shout' } } }],
    ['more than all', threshold(3, 2)],
    ['a part of nothing', threshold(0, 0)],
    ['half a vote', threshold(1.5, 2)],
    ['less than nothing', threshold(-1, 2)],
    ['a ballot of one would be secret to nobody', { minimumSecretElectorate: 1 }],
    ['nothing said of ballots on devices', { electronicSecret: undefined }],
    ['something more', { runningTotals: true }],
  ])('%s', (_case, more) => {
    const voting = { ...defaultVotingRules, ...more }
    expect(votingRulesSchema.safeParse(voting).success).toBe(false)
    expect(ruleSetSchema.safeParse({ ...defaultRuleSet, voting }).success).toBe(false)
  })

  test('figures only, for any matter, can', () => {
    const voting = { ...defaultVotingRules, matters: { ...matters, rating: { threshold: null, ballot: 'either' } } }
    expect(votingRulesSchema.safeParse(voting).success).toBe(true)
  })
})
