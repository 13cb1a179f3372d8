// What whoever leads has before the eyes, and what is folded away.
import type { PollStage } from '@hoi-truong/shared/voting'
import { expect, it } from 'vitest'
import { pollOf } from '../testing/polls.ts'
import { countedBy } from './duties.ts'
import { orderedPolls } from './pollOrder.ts'

const poll = (pollId: string, stage: PollStage, itemId: string | null = 'other') =>
  pollOf({ pollId, itemId }, { stage })

it('has what runs, what waits to be announced, what belongs to the item; the rest is folded', () => {
  const polls = [
    poll('later', 'prepared'),
    poll('over', 'announced', 'now'),
    poll('void', 'cancelled'),
    poll('closed', 'closed'),
    poll('any', 'prepared', null),
    poll('here', 'prepared', 'now'),
    poll('open', 'open'),
    poll('next', 'prepared'),
  ]
  const { first, others } = orderedPolls({ polls }, 'now')
  expect(first.map(({ question }) => question.pollId)).toEqual(['open', 'closed', 'here', 'any'])
  expect(others.map(({ question }) => question.pollId)).toEqual(['later', 'next', 'over', 'void'])
})

it('knows who counts which ballots', () => {
  const polls = [
    pollOf({ pollId: 'a', method: 'paper', tellerIds: ['m1', 'm2'] }),
    pollOf({ pollId: 'b', method: 'paper', tellerIds: ['m1', 'm2'] }, { stage: 'closed' }),
    pollOf({ pollId: 'c' }),
  ]
  expect(countedBy({ polls }, 'm1').map(({ question }) => question.pollId)).toEqual(['a'])
  expect(countedBy({ polls }, 'm3')).toEqual([])
})
