// What passes and who is elected (DOMAIN 2.4): every matter of the default rules at its exact boundaries.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultRuleSet, type Threshold } from '../rules/index.ts'
import { type PollMatter, pollMatterSchema, reaches, verdictOf, votesNeeded } from './index.ts'
import { baseOf, idOf, optionsOf, questionOf, thresholdOf } from './testing/polls.ts'

const passes = (matter: PollMatter, votes: number, base: number): boolean => {
  const decided = { question: questionOf(matter), base: baseOf(base), threshold: thresholdOf(matter) }
  const verdict = verdictOf(decided, { for: votes, against: base - votes })
  return verdict.kind === 'approval' && verdict.passed
}

/** Votes for, base, passed. */
const moreThanHalf: [number, number, boolean][] = [
  [9, 20, false],
  [10, 20, false], // exactly half
  [11, 20, true],
  [10, 21, false], // the last below half of an odd base
  [11, 21, true],
  [21, 21, true],
  [0, 21, false],
]
const twoThirds: [number, number, boolean][] = [
  [13, 21, false],
  [14, 21, true], // exactly two thirds
  [15, 21, true],
  [13, 20, false], // 39 of 40 thirds
  [14, 20, true],
  [14, 22, false], // 42 of 44 thirds
  [15, 22, true],
  [2, 3, true],
  [1, 3, false],
]

describe.each<PollMatter>(['resolution', 'ordinary', 'scoring', 'conduct', 'discipline', 'rating'])(
  '%s: more than half of the base',
  (matter) => {
    test.each(moreThanHalf)('%i of %i: %s', (votes, base, passed) => expect(passes(matter, votes, base)).toBe(passed))
  },
)

describe.each<PollMatter>(['admission', 'recognition', 'removal', 'expulsion'])(
  '%s: at least two thirds of the base',
  (matter) => {
    test.each(twoThirds)('%i of %i: %s', (votes, base, passed) => expect(passes(matter, votes, base)).toBe(passed))
  },
)

test('the default rules speak of every matter, and the others count as their table says', () => {
  expect(Object.keys(defaultRuleSet.voting.matters).sort()).toEqual([...pollMatterSchema.options].sort())
  const ballots = pollMatterSchema.options.map((matter) => [matter, defaultRuleSet.voting.matters[matter].ballot])
  expect(Object.fromEntries(ballots)).toEqual({
    resolution: 'open',
    ordinary: 'open',
    scoring: 'open',
    conduct: 'open',
    admission: 'either',
    recognition: 'either',
    removal: 'either',
    discipline: 'secret',
    expulsion: 'secret',
    election: 'secret',
    rating: 'secret',
    opinion: 'either',
  })
})

describe('the base, not those who voted', () => {
  test.each([
    // The same 11 votes for: whoever stays away or abstains counts in the base and not for it.
    ['resolution', { for: 11, against: 0, abstain: 0 }, 21, true],
    ['resolution', { for: 11, against: 0, abstain: 0 }, 22, false],
    ['resolution', { for: 11, against: 0, abstain: 0 }, 23, false],
    ['resolution', { for: 10, against: 0, abstain: 11 }, 21, false],
    ['resolution', { for: 10, against: 0, abstain: 9 }, 19, true],
    ['resolution', { for: 0, against: 0, abstain: 21 }, 21, false],
    ['recognition', { for: 14, against: 0, abstain: 0 }, 21, true],
    ['recognition', { for: 14, against: 0, abstain: 0 }, 22, false],
    // An exempt member came: the base went up, and one more vote is needed.
    ['admission', { for: 14, against: 6 }, 20, true],
    ['admission', { for: 14, against: 8 }, 22, false],
  ] as const)('%s %j of %i: %s', (matter, tallies, base, passed) => {
    const decided = { question: questionOf(matter), base: baseOf(base), threshold: thresholdOf(matter) }
    expect(verdictOf(decided, tallies)).toEqual({ kind: 'approval', passed })
  })
})

describe('thresholds of other rule sets', () => {
  const of = (numerator: number, denominator: number, strict: boolean): Threshold => ({
    numerator,
    denominator,
    strict,
  })
  test.each([
    [of(1, 2, false), 10, 20, true],
    [of(2, 3, true), 14, 21, false],
    [of(2, 3, true), 15, 21, true],
    [of(3, 4, false), 15, 20, true],
    [of(3, 4, false), 14, 20, false],
    [of(1, 1, false), 20, 20, true],
    [of(1, 1, false), 19, 20, false],
    [of(1, 1, true), 20, 20, false],
    [of(0, 1, true), 1, 20, true],
    // Nobody's vote passes nothing.
    [of(0, 1, false), 0, 20, false],
    [of(0, 1, false), 0, 0, false],
    [of(1, 2, true), 0, 0, false],
  ])('%j: %i of %i: %s', (threshold, votes, base, passed) => expect(reaches(threshold, votes, base)).toBe(passed))

  test('a matter without a threshold decides nothing', () => {
    const decided = { question: questionOf('rating'), base: baseOf(21), threshold: null }
    expect(verdictOf(decided, { for: 21, against: 0 })).toEqual({ kind: 'opinion' })
  })
})

describe('an election', () => {
  const [a, b, c, d, e] = optionsOf(5).map(({ optionId }) => optionId) as [string, string, string, string, string]
  const name = new Map([a, b, c, d, e].map((id, index) => [id, 'abcde'[index]]))
  const named = (ids: string[]) => ids.map((id) => name.get(id)).join('')
  const elect = (votes: number[], seats = 3, base = 21) => {
    const question = questionOf('election', { maxChoices: seats })
    const tallies = Object.fromEntries([a, b, c, d, e].map((id, index) => [id, votes[index] ?? 0]))
    const verdict = verdictOf({ question, base: baseOf(base), threshold: thresholdOf('election') }, tallies)
    if (verdict.kind !== 'election') throw new Error(verdict.kind)
    return [named(verdict.elected), named(verdict.tied)]
  }

  test.each([
    ['3 of 5, all past half', [20, 15, 12, 8, 5], 3, 21, 'abc', ''],
    ['by votes, not by the ballot', [12, 8, 20, 5, 15], 3, 21, 'cea', ''],
    ['more past half than seats', [20, 15, 12, 11, 5], 3, 21, 'abc', ''],
    ['fewer past half than seats', [20, 15, 10, 8, 5], 3, 21, 'ab', ''],
    ['nobody past half', [10, 10, 10, 10, 10], 3, 21, '', ''],
    ['exactly half of an even base is not past it', [10, 11, 9, 0, 0], 3, 20, 'b', ''],
    ['a tie at the last place', [20, 15, 12, 12, 5], 3, 21, 'ab', 'cd'],
    ['three equal at the last two places', [20, 13, 13, 13, 5], 3, 21, 'a', 'bcd'],
    ['all equal, more than seats', [15, 15, 15, 15, 15], 3, 21, '', 'abcde'],
    ['all equal, as many as seats', [15, 15, 15, 0, 0], 3, 21, 'abc', ''],
    ['a tie above the last place takes nobody’s', [15, 15, 12, 11, 0], 3, 21, 'abc', ''],
    ['a tie below half decides nothing', [20, 15, 10, 10, 0], 3, 21, 'ab', ''],
    ['a tie across half: one past it, one not', [20, 15, 11, 10, 0], 3, 21, 'abc', ''],
    ['one seat, one past half', [11, 10, 0, 0, 0], 1, 21, 'a', ''],
    ['one seat, two equal past half of a small base', [3, 3, 0, 0, 0], 1, 5, '', 'ab'],
    ['nobody voted', [0, 0, 0, 0, 0], 3, 21, '', ''],
  ])('%s', (_, votes, seats, base, elected, tied) => expect(elect(votes, seats, base)).toEqual([elected, tied]))

  test('of one candidate: yes or not elected', () => {
    const question = questionOf('election', { options: optionsOf(1), maxChoices: 1 })
    const decided = { question, base: baseOf(21), threshold: thresholdOf('election') }
    expect(verdictOf(decided, { [a]: 11 })).toEqual({ kind: 'election', elected: [a], tied: [] })
    expect(verdictOf(decided, { [a]: 10 })).toEqual({ kind: 'election', elected: [], tied: [] })
  })

  test('who is no candidate is never elected', () => {
    const question = questionOf('election')
    const decided = { question, base: baseOf(21), threshold: thresholdOf('election') }
    expect(verdictOf(decided, { [idOf(1)]: 21 })).toEqual({ kind: 'election', elected: [], tied: [] })
  })

  test('never more than its seats, never one who is tied, nobody past over with more votes', () => {
    const votes = fc.array(fc.nat(30), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(votes, fc.integer({ min: 1, max: 8 }), fc.nat(40), (given, wanted, base) => {
        const options = optionsOf(given.length)
        const seats = Math.min(wanted, given.length)
        const question = questionOf('election', { options, maxChoices: seats })
        const tallies = Object.fromEntries(options.map(({ optionId }, index) => [optionId, given[index] ?? 0]))
        const threshold = { numerator: 1, denominator: 2, strict: true }
        const verdict = verdictOf({ question, base: baseOf(base), threshold }, tallies)
        if (verdict.kind !== 'election') return false
        const { elected, tied } = verdict
        const votesOf = (id: string) => tallies[id] ?? 0
        const past = options.map(({ optionId }) => optionId).filter((id) => 2 * votesOf(id) > base && votesOf(id) > 0)
        const others = past.filter((id) => !elected.includes(id))
        const filled = elected.length + tied.length
        return (
          elected.length <= seats &&
          new Set([...elected, ...tied]).size === filled &&
          [...elected, ...tied].every((id) => past.includes(id)) &&
          elected.every((id) => others.every((other) => votesOf(id) > votesOf(other))) &&
          new Set(tied.map(votesOf)).size <= 1 &&
          // Places stay open only for want of candidates past half, or for a tie that is too wide for them.
          (tied.length === 0
            ? elected.length === Math.min(seats, past.length)
            : elected.length < seats && filled > seats)
        )
      }),
    )
  })
})

describe('opinions', () => {
  test.each([
    ['all for one', 21],
    ['nobody', 0],
  ])('%s: figures only, whatever the rules ask', (_, votes) => {
    const threshold = { numerator: 1, denominator: 2, strict: true }
    const tallies = { [idOf(900)]: votes }
    expect(verdictOf({ question: questionOf('opinion'), base: baseOf(21), threshold }, tallies)).toEqual({
      kind: 'opinion',
    })
  })
})

const anyThreshold = fc
  .record({ denominator: fc.integer({ min: 1, max: 100 }), part: fc.nat(100), strict: fc.boolean() })
  .map(({ denominator, part, strict }) => ({ numerator: part % (denominator + 1), denominator, strict }))

test('one more vote for it never undoes a passing', () => {
  fc.assert(
    fc.property(anyThreshold, fc.nat(100_000), fc.nat(100_000), fc.nat(100_000), (threshold, base, one, other) => {
      const [fewer, more] = [Math.min(one, other), Math.max(one, other)]
      return !reaches(threshold, fewer, base) || reaches(threshold, more, base)
    }),
  )
})

test('a larger base never makes pass what did not', () => {
  fc.assert(
    fc.property(anyThreshold, fc.nat(100_000), fc.nat(100_000), fc.nat(100_000), (threshold, votes, one, other) => {
      const [smaller, larger] = [Math.min(one, other), Math.max(one, other)]
      return !reaches(threshold, votes, larger) || reaches(threshold, votes, smaller)
    }),
  )
})

test('the fewest votes that pass do, one less does not', () => {
  expect([21, 20, 1].map((base) => votesNeeded({ numerator: 1, denominator: 2, strict: true }, base))).toEqual([
    11, 11, 1,
  ])
  expect([21, 20, 22].map((base) => votesNeeded({ numerator: 2, denominator: 3, strict: false }, base))).toEqual([
    14, 14, 15,
  ])
  fc.assert(
    fc.property(anyThreshold, fc.integer({ min: 1, max: 100_000 }), (threshold, base) => {
      const needed = votesNeeded(threshold, base)
      return reaches(threshold, needed, base) && !reaches(threshold, needed - 1, base)
    }),
  )
})
