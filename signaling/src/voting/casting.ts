// A vote from an own device, in an open poll.
import { AppError } from '@hoi-truong/shared/errors'
import { castingFault, choicesFault, coveredAt, mostChoices } from '@hoi-truong/shared/voting'
import { defineCommand } from '../log/commandDefinition.ts'
import { handsOf, type PollPapers, withVote } from './papers.ts'
import { pollPapers } from './pollPapers.ts'
import { type Everyone, memberOf, type OpenPoll, openPollOf } from './pollRules.ts'

const siteName = ({ meeting }: Everyone, siteId: string | null): string =>
  meeting.plan?.sites.find((site) => site.siteId === siteId)?.name ?? ''

/** @throws AppError why this member may not vote alone now */
function assertCasts(everyone: Everyone, papers: PollPapers, poll: OpenPoll, memberId: string): void {
  const refusal = castingFault(everyone, poll, memberId, coveredAt(handsOf(papers, poll.question.pollId), memberId))
  if (!refusal) return
  const { code, siteId } = refusal
  throw siteId === null ? new AppError(code) : new AppError(code, { site: siteName(everyone, siteId) })
}

export const castingDefinition = defineCommand<'meeting', 'voting.cast', undefined, PollPapers>({
  type: 'voting.cast',
  stream: 'meeting',
  action: 'voting.cast',
  timing: 'live',
  side: pollPapers,
  decide: ({ state: { everyone }, actor, payload: { pollId, choices } }, { side }) => {
    const memberId = memberOf(actor)
    const poll = openPollOf(everyone, pollId)
    // Secret ballots come without a name, or on paper.
    if (poll.question.method !== 'open') throw new AppError('POLL_METHOD_BARRED')
    assertCasts(everyone, side, poll, memberId)
    if (choicesFault(poll.question, choices))
      throw new AppError('VOTE_CHOICES_WRONG', { most: mostChoices(poll.question) })
    return { events: [], side: withVote(side, { pollId, memberId, choices }) }
  },
})
