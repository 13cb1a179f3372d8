// The sample meeting's figures, and candidates.
import type { PollOutcome, PollQuestion } from '@hoi-truong/shared/voting'
import { expect, it } from 'vitest'
import { figuresOf, ownChoices, votedAlone } from './figures.ts'

const question: PollQuestion = {
  pollId: 'p',
  itemId: null,
  matter: 'resolution',
  method: 'open',
  title: 'Thông qua Nghị quyết',
  options: [],
  maxChoices: 1,
  showTallies: false,
  tellerIds: [],
  repeats: null,
}
const votes = { for: ['dv16', 'dv17'], against: [], abstain: ['dv22'] }

it('keeps yes and no in the order of the ballot', () => {
  const verdict = { kind: 'approval', passed: true } as const
  const figures = figuresOf(question, { tallies: { for: 1, against: 17, abstain: 0 }, verdict })
  expect(figures.map(({ optionId, votes: count }) => [optionId, count])).toEqual([
    ['for', 1],
    ['against', 17],
    ['abstain', 0],
  ])
})

it('lists candidates by votes with what became of them', () => {
  const ids = ['a', 'b', 'c', 'd']
  const options = ids.map((optionId) => ({ optionId, label: optionId }))
  const asked: PollQuestion = { ...question, matter: 'election', method: 'paper', options, maxChoices: 2 }
  const outcome: Pick<PollOutcome, 'tallies' | 'verdict'> = {
    tallies: { a: 3, b: 15, c: 12, d: 12 },
    verdict: { kind: 'election', elected: ['b'], tied: ['c', 'd'] },
  }
  expect(figuresOf(asked, outcome).map(({ optionId, standing }) => `${optionId} ${standing}`)).toEqual([
    'b elected',
    'c tied',
    'd tied',
    'a notElected',
  ])
})

it('knows how many voted on their devices, and what one of them chose', () => {
  expect(votedAlone({ votes })).toBe(3)
  expect(votedAlone({ votes: { a: ['x', 'y'], b: ['x'] } })).toBe(2)
  expect(votedAlone({ votes: null })).toBe(0)
  expect(ownChoices({ votes }, 'dv22')).toEqual(['abstain'])
  expect(ownChoices({ votes }, 'dv25')).toBeNull()
  expect(ownChoices({ votes: null }, 'dv22')).toBeNull()
})
