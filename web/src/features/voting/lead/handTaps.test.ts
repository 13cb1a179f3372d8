// Fifteen people in a hall and one thumb.
import type { SiteStanding } from '@hoi-truong/shared/voting'
import { describe, expect, it } from 'vitest'
import { countStateOf, uncountedSites } from './closing.ts'
import { changeBetween, handsProblem, sumOf, typedCount, withRest } from './handTaps.ts'

const approval = { matter: 'resolution', maxChoices: 1 } as const
const election = { matter: 'election', maxChoices: 3 } as const

it('fills in the rest by one press, whatever stood there', () => {
  const typed = { for: 3, against: 1, abstain: 1 }
  expect(withRest(typed, 'for', 15)).toEqual({ for: 13, against: 1, abstain: 1 })
  expect(sumOf(withRest({ for: 0, against: 0, abstain: 0 }, 'for', 15))).toBe(15)
  expect(withRest({ for: 0, against: 16, abstain: 0 }, 'for', 15).for).toBe(0)
})

describe('more hands than people', () => {
  it('is told with by how many', () => {
    expect(handsProblem(approval, { for: 15, against: 0, abstain: 0 }, 15)).toBeNull()
    expect(handsProblem(approval, { for: 15, against: 2, abstain: 0 }, 15)).toEqual({ kind: 'over', by: 2 })
  })

  it('may be as many as everybody has choices, but for one candidate no more than people', () => {
    expect(handsProblem(election, { a: 15, b: 15, c: 15 }, 15)).toBeNull()
    expect(handsProblem(election, { a: 16, b: 0, c: 0 }, 15)).toEqual({ kind: 'option', optionId: 'a' })
    expect(handsProblem(election, { a: 15, b: 15, c: 15, d: 1 }, 15)).toEqual({ kind: 'over', by: 1 })
  })
})

it.each([
  ['', 0],
  ['12', 12],
  ['1 2', 12],
  ['-3', 3],
  ['abc', 0],
  ['1234567', 12_345],
])('reads %j as %d', (text, count) => {
  expect(typedCount(text)).toBe(count)
})

it('tells who came and who went', () => {
  expect(changeBetween(['a', 'b'], ['b', 'c'])).toEqual({ came: ['c'], went: ['a'] })
})

it('asks the chair only about sites whose hands are missing or out of date', () => {
  const site = (siteId: string, more: Partial<SiteStanding>): SiteStanding => ({
    siteId,
    mayVote: 5,
    tallies: null,
    counted: false,
    stale: false,
    ...more,
  })
  const sites = [
    site('missing', {}),
    site('counted', { counted: true }),
    site('stale', { counted: true, stale: true }),
    site('all gone', { counted: true, stale: true, mayVote: 0 }),
    site('empty', { mayVote: 0 }),
  ]
  expect(sites.map(countStateOf)).toEqual(['missing', 'counted', 'stale', 'stale', 'nobody'])
  expect(uncountedSites({ sites }).map(({ siteId }) => siteId)).toEqual(['missing', 'stale', 'all gone'])
})
