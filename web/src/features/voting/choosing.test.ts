import { expect, it } from 'vitest'
import { choose, isSingle, sameChoices } from './choosing.ts'

const approval = { matter: 'resolution', maxChoices: 1 } as const
const election = { matter: 'election', maxChoices: 3 } as const
const candidates = ['a', 'b', 'c', 'd', 'e']

it('has one choice where the ballot says yes or no', () => {
  expect(choose(approval, ['for', 'against', 'abstain'], ['for'], 'against')).toEqual({
    choices: ['against'],
    full: false,
  })
})

it('keeps a single choice that is pressed again: nobody takes it back by a double press', () => {
  expect(choose(approval, ['for', 'against'], ['for'], 'for').choices).toEqual(['for'])
})

it('ticks and unticks candidates, in the order of the ballot', () => {
  const { choices } = choose(election, candidates, ['d'], 'b')
  expect(choices).toEqual(['b', 'd'])
  expect(choose(election, candidates, choices, 'd').choices).toEqual(['b'])
})

it('takes no more candidates than are to be elected, and says so', () => {
  expect(choose(election, candidates, ['a', 'b', 'c'], 'd')).toEqual({ choices: ['a', 'b', 'c'], full: true })
  expect(choose(election, candidates, ['a', 'b', 'c'], 'c')).toEqual({ choices: ['a', 'b'], full: false })
})

it('leaves the one place of an election empty too', () => {
  const one = { matter: 'election', maxChoices: 1 } as const
  expect(isSingle(one)).toBe(false)
  expect(choose(one, candidates, ['a'], 'a').choices).toEqual([])
})

it('is one choice where an opinion has one', () => {
  expect(isSingle({ matter: 'opinion', maxChoices: 1 })).toBe(true)
  expect(isSingle({ matter: 'opinion', maxChoices: 2 })).toBe(false)
})

it('compares ballots whatever their order', () => {
  expect(sameChoices(['a', 'b'], ['b', 'a'])).toBe(true)
  expect(sameChoices(['a'], ['a', 'b'])).toBe(false)
})
