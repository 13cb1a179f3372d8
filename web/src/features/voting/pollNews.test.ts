import type { Poll, PollStage } from '@hoi-truong/shared/voting'
import { expect, it } from 'vitest'
import { pollNews } from './pollNews.ts'
import { pollOf } from './testing/polls.ts'

const state = (...polls: Poll[]) => ({ polls })
const poll = (pollId: string, stage: PollStage) => pollOf({ pollId }, { stage })
const kinds = (before: Poll[], after: Poll[]) =>
  pollNews(state(...before), state(...after)).map(({ kind, poll: { question } }) => `${question.pollId} ${kind}`)

it('tells the beginning, the end and the result', () => {
  expect(kinds([poll('a', 'prepared')], [poll('a', 'open')])).toEqual(['a opened'])
  expect(kinds([poll('a', 'open')], [poll('a', 'closed')])).toEqual(['a closed'])
  expect(kinds([poll('a', 'closed')], [poll('a', 'announced')])).toEqual(['a announced'])
  expect(kinds([poll('a', 'open')], [poll('a', 'cancelled')])).toEqual(['a cancelled'])
})

it('tells of a poll made on the spot, and nothing of what is only prepared', () => {
  expect(kinds([], [poll('a', 'open'), poll('b', 'prepared')])).toEqual(['a opened'])
  expect(kinds([poll('a', 'prepared')], [])).toEqual([])
})

it('says that ballots are on paper', () => {
  const paper = pollOf({ pollId: 'a', method: 'paper' }, { stage: 'open' })
  expect(kinds([], [paper])).toEqual(['a openedOnPaper'])
})

it('tells the last of what happened during a break, and of what did not change nothing', () => {
  expect(
    kinds([poll('a', 'prepared'), poll('b', 'announced')], [poll('a', 'announced'), poll('b', 'announced')]),
  ).toEqual(['a announced'])
})
