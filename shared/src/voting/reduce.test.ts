// A poll's course as events make it, and who reads its result when.
import { describe, expect, test } from 'vitest'
import { eventOf } from '../testing/events.ts'
import { at } from '../testing/sampleEvening.ts'
import { findPoll, openOnDevices, openPolls, outcomeOf, type VotingState, votingPart } from './index.ts'
import { baseOf, idOf, numbered, questionOf, thresholdOf } from './testing/polls.ts'

const { initial, reduce } = votingPart.everyone
const pollId = idOf(1)
const question = questionOf('resolution')
const frozen = {
  threshold: thresholdOf('resolution'),
  base: baseOf(3),
  electorate: numbered(3),
  inPersonOnly: false,
  publicKey: null,
}
const outcome = outcomeOf(
  { question, base: baseOf(3), threshold: thresholdOf('resolution') },
  { electorate: numbered(3), votes: new Map([['m1', ['for']]]), hands: [], paper: null, secret: null },
)

type Step = [type: string, payload: object, time?: string]
const play = (state: VotingState, ...steps: Step[]): VotingState =>
  steps.reduce(
    (before, [type, payload, time = '20:40']) => reduce(before, eventOf(type, payload, { at: at(time) })),
    state,
  )
const prepared: Step = ['voting.prepared', { question }]
const opened: Step = ['voting.opened', { pollId, ...frozen }, '20:41']
const closed: Step = ['voting.closed', { pollId }, '20:45']
const announced: Step = ['voting.announced', { pollId, outcome }, '20:46']
const cancelled: Step = ['voting.cancelled', { pollId, reason: 'Sai nội dung' }, '20:43']
const poll = (...steps: Step[]) => findPoll(play(initial, ...steps), pollId)

describe('the course of a poll', () => {
  test('prepared: nothing is frozen yet', () => {
    expect(poll(prepared)).toEqual({
      question,
      revision: 1,
      stage: 'prepared',
      frozen: null,
      openedAt: null,
      closedAt: null,
      announcedAt: null,
      reason: null,
      wasCounted: false,
      outcome: null,
    })
  })

  test('changed: another question, one revision on', () => {
    const other = { ...question, title: 'Thông qua chương trình' }
    expect(poll(prepared, ['voting.revised', { question: other }])).toMatchObject({ question: other, revision: 2 })
  })

  test('opened: what decides the result is kept, and when', () => {
    expect(poll(prepared, opened)).toMatchObject({ stage: 'open', frozen, openedAt: at('20:41'), closedAt: null })
  })

  test('closed: no result for everyone yet', () => {
    expect(poll(prepared, opened, closed)).toMatchObject({
      stage: 'closed',
      frozen,
      closedAt: at('20:45'),
      outcome: null,
    })
  })

  test('announced: the result is everyone’s', () => {
    expect(poll(prepared, opened, closed, announced)).toMatchObject({
      stage: 'announced',
      openedAt: at('20:41'),
      closedAt: at('20:45'),
      announcedAt: at('20:46'),
      outcome,
    })
  })

  test('cancelled: why is told, and there is no result', () => {
    expect(poll(prepared, opened, cancelled)).toMatchObject({
      stage: 'cancelled',
      reason: 'Sai nội dung',
      closedAt: at('20:43'),
      outcome: null,
    })
  })

  test('cancelled when the result was known to the bureau: everybody can see that, and when the voting was over', () => {
    expect(poll(prepared, opened, cancelled)).toMatchObject({ wasCounted: false })
    const known = poll(prepared, opened, closed, ['voting.cancelled', { pollId, reason: 'Sai nội dung' }, '20:47'])
    expect(known).toMatchObject({ stage: 'cancelled', wasCounted: true, closedAt: at('20:45'), outcome: null })
  })

  test('taken off the list before it was opened: gone', () => {
    expect(play(initial, prepared, ['voting.discarded', { pollId }])).toEqual({ ...initial, discarded: [pollId] })
  })
})

test('several polls keep their order, and only the one that is meant changes', () => {
  const others = [2, 3].map((number): Step => ['voting.prepared', { question: { ...question, pollId: idOf(number) } }])
  const before = play(initial, prepared, ...others)
  const after = play(before, opened)
  expect(after.polls.map(({ question: { pollId: id } }) => id)).toEqual([idOf(1), idOf(2), idOf(3)])
  expect(after.polls.map(({ stage }) => stage)).toEqual(['open', 'prepared', 'prepared'])
  expect(after.polls[1]).toBe(before.polls[1])
  expect(findPoll(after, idOf(4))).toBeUndefined()
})

test('the one on devices rises, the one on paper goes on beside it', () => {
  const paper = questionOf('rating', { pollId: idOf(2) })
  const both = play(initial, ['voting.prepared', { question: paper }], prepared, opened, [
    'voting.opened',
    { pollId: idOf(2), ...frozen },
  ])
  expect(openPolls(both).map(({ question: { pollId: id } }) => id)).toEqual([idOf(2), idOf(1)])
  expect(openOnDevices(both)?.question.pollId).toBe(idOf(1))
  expect(openOnDevices(play(both, closed))).toBeUndefined()
})

test('what is not its business leaves the state as it is', () => {
  const state = play(initial, prepared)
  expect(reduce(state, eventOf('meeting.opened', {}))).toBe(state)
  expect(reduce(state, eventOf('voting.tallied', { pollId, outcome }))).toBe(state)
})

test('the bureau has the result from the closing on', () => {
  const { bureau } = votingPart
  const tallied = bureau.reduce(bureau.initial, eventOf('voting.tallied', { pollId, outcome }))
  expect(tallied).toEqual({ [pollId]: outcome })
  expect(bureau.reduce(tallied, eventOf('voting.announced', { pollId, outcome }))).toBe(tallied)
  expect(Object.keys(bureau.reduce(tallied, eventOf('voting.tallied', { pollId: idOf(2), outcome })))).toHaveLength(2)
})
