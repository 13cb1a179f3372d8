// Who has something to do for a vote that is on, beside voting.
import { openPolls, type Poll, type Polls } from '@hoi-truong/shared/voting'

/** Polls on paper that this member counts as a teller, as long as they are open. */
export const countedBy = (state: Polls, memberId: string): Poll[] =>
  openPolls(state).filter(({ question }) => question.method === 'paper' && question.tellerIds.includes(memberId))
