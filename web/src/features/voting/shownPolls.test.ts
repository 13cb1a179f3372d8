import { expect, it } from 'vitest'
import type { PollViewState } from './pollView.ts'
import { begunPolls, pollOnSheet, shownOf } from './shownPolls.ts'
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

const nothing: PollViewState = { small: new Set(), results: [], large: null, asked: false, cancelled: null }
const outcome = {
  tallies: {},
  votes: null,
  sites: [],
  paper: null,
  secret: null,
  notVoted: 0,
  verdict: { kind: 'opinion' },
} as const
const announced = (pollId: string, minute: number) =>
  pollOf({ pollId }, { stage: 'announced', announcedAt: at(minute), outcome: { ...outcome, sites: [] } })
const named = (view: PollViewState, ...polls: Parameters<typeof pollOnSheet>[0]['polls']) => {
  const { large, lines } = shownOf({ polls }, view, true)
  const name = (one: { kind: string; poll: (typeof polls)[number] }) => `${one.kind} ${one.poll.question.pollId}`
  return [large ? name(large) : null, ...lines.map(name)]
}

it('puts what can be answered before what is only read', () => {
  const view = { ...nothing, results: ['r'], large: 'r' }
  expect(named(view, announced('r', 2), pollOf({ pollId: 'o' }))).toEqual(['running o', 'result r'])
})

it('leaves a line of what was made small', () => {
  const view = { ...nothing, small: new Set(['o']), results: ['r'], large: 'r' }
  expect(named(view, announced('r', 2), pollOf({ pollId: 'o' }))).toEqual(['result r', 'running o'])
  expect(named({ ...nothing, small: new Set(['o']) }, pollOf({ pollId: 'o' }))).toEqual([null, 'running o'])
})

it('shows at once that a poll has ended, before a result that is older', () => {
  const closed = pollOf({ pollId: 'c' }, { stage: 'closed', closedAt: at(3) })
  const view = { ...nothing, results: ['r'], large: 'r' }
  expect(named(view, announced('r', 2), closed)).toEqual(['running c', 'result r'])
  expect(named(view, announced('r', 4), closed)).toEqual(['result r', 'running c'])
  expect(named({ ...view, asked: true }, announced('r', 2), closed)).toEqual(['result r', 'running c'])
})

it('says why a poll was cancelled until that is read, and asks nothing once the meeting is over', () => {
  const cancelled = pollOf({ pollId: 'x' }, { stage: 'cancelled' })
  expect(named({ ...nothing, cancelled: 'x' }, cancelled)).toEqual(['cancelled x'])
  expect(named(nothing, cancelled)).toEqual([null])
  expect(shownOf({ polls: [pollOf({ pollId: 'o' })] }, nothing, false)).toEqual({ large: null, lines: [] })
})
