// Results that are announced: by the chair, or with the closing of the meeting.
import { AppError } from '@hoi-truong/shared/errors'
import type { PollOutcome, TalliedState, VotingEvent } from '@hoi-truong/shared/voting'
import type { StateOfKind } from '../log/commandDefinition.ts'
import { votingEvent } from './votingEvent.ts'

/** Every closed poll has one. */
function resultOf(tallied: TalliedState, pollId: string): PollOutcome {
  const outcome = tallied[pollId]
  if (!outcome) throw new Error('a closed poll has no result')
  return outcome
}

export const announced = (tallied: TalliedState, pollId: string) =>
  votingEvent('voting.announced', { pollId, outcome: resultOf(tallied, pollId) })

/**
 * What the closing of a meeting says of its polls: results that nobody has announced yet are announced with it.
 * @throws AppError POLL_RUNNING
 */
export function resultsAtClosing({ everyone: { voting }, bureau }: StateOfKind['meeting']): VotingEvent[] {
  if (voting.polls.some(({ stage }) => stage === 'open')) throw new AppError('POLL_RUNNING')
  return voting.polls
    .filter(({ stage }) => stage === 'closed')
    .map(({ question }) => announced(bureau.voting, question.pollId))
}
