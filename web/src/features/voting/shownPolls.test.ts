import { expect, it } from 'vitest'
import { begunPolls, pollOnSheet } from './shownPolls.ts'
import { pollOf } from './testing/polls.ts'

const at = (minute: number) => `2026-11-03T13:0${minute}:00.000Z`

it('gives the sheet to what is open on devices', () => {
  const paper = pollOf({ pollId: 'paper', method: 'paper' })
  const closed = pollOf({ pollId: 'closed' }, { stage: 'closed', closedAt: at(1) })
  const open = pollOf({ pollId: 'open' })
  expect(pollOnSheet({ polls: [paper, closed, open] })).toBe(open)
})

it('keeps it at what ended last until the result is there', () => {
  const first = pollOf({ pollId: 'first' }, { stage: 'closed', closedAt: at(1) })
  const last = pollOf({ pollId: 'last' }, { stage: 'closed', closedAt: at(2) })
  expect(pollOnSheet({ polls: [last, first] })).toBe(last)
  expect(pollOnSheet({ polls: [pollOf({}, { stage: 'announced' })] })).toBeNull()
})

it('gives none to what is on paper, or only prepared', () => {
  const paper = pollOf({ method: 'paper' })
  const prepared = pollOf({}, { stage: 'prepared', openedAt: null, frozen: null })
  expect(pollOnSheet({ polls: [paper, prepared] })).toBeNull()
  expect(begunPolls({ polls: [prepared] })).toEqual([])
})

it('lists the newest first', () => {
  const one = pollOf({ pollId: 'one' }, { openedAt: at(1) })
  const two = pollOf({ pollId: 'two' }, { openedAt: at(2) })
  expect(begunPolls({ polls: [one, two] })).toEqual([two, one])
})
