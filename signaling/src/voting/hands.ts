// Hands counted at a site, in an open poll. A count replaces the one before it.
import { AppError } from '@hoi-truong/shared/errors'
import { coveredElsewhere, findPoll, handsFault, siteVoters } from '@hoi-truong/shared/voting'
import { siteOf } from '../attendance/sites.ts'
import { defineCommand } from '../log/commandDefinition.ts'
import { handsOf, type PollPapers, withHands } from './papers.ts'
import { pollPapers } from './pollPapers.ts'
import { type Everyone, memberOf, type OpenPoll, openPollOf } from './pollRules.ts'
import { savedVotes, type Votes, withFresh } from './votes.ts'

/** An operator counts at the own site; the chair and the minutes secretary at all. @throws AppError HANDS_NOT_YOURS */
function assertCountsAt({ meeting }: Everyone, memberId: string, siteId: string): void {
  const { operatorId } = siteOf(meeting, siteId)
  if (![operatorId, meeting.chairId, meeting.minutesSecretaryId].includes(memberId))
    throw new AppError('HANDS_NOT_YOURS')
}

/** Who may vote by hand at this site, as things stand. */
function votersAt(everyone: Everyone, poll: OpenPoll, siteId: string, papers: PollPapers, saved: Votes): string[] {
  const { pollId } = poll.question
  const votedAlone = new Set(withFresh(saved, papers.fresh, pollId).keys())
  return siteVoters(everyone, poll, siteId, votedAlone, coveredElsewhere(handsOf(papers, pollId), siteId))
}

export const handsDefinition = defineCommand<'meeting', 'voting.countHands', Votes, PollPapers>({
  type: 'voting.countHands',
  stream: 'meeting',
  action: 'voting.countHands',
  timing: 'live',
  side: pollPapers,
  gather: async (sql, { streamId, state, payload: { pollId } }) => {
    const counts = findPoll(state.everyone.voting, pollId)?.stage === 'open'
    return counts ? savedVotes(sql, streamId, pollId) : new Map()
  },
  decide: ({ state: { everyone }, actor, payload }, { facts: saved, side }) => {
    const { pollId, siteId, tallies } = payload
    const poll = openPollOf(everyone, pollId)
    assertCountsAt(everyone, memberOf(actor), siteId)
    if (poll.question.method !== 'open') throw new AppError('POLL_METHOD_BARRED')
    const covered = votersAt(everyone, poll, siteId, side, saved)
    const mayVote = covered.length
    const fault = handsFault(poll.question, payload, mayVote)
    if (fault === 'HANDS_STALE') throw new AppError(fault, { mayVote })
    if (fault === 'HANDS_TOO_MANY') throw new AppError(fault, { most: mayVote })
    if (fault) throw new AppError(fault, { fields: 'tallies' })
    return { events: [], side: withHands(side, { pollId, siteId, covered, tallies }) }
  },
})
