// What happened to a meeting's polls between two of its states, as far as everybody is concerned by it.
import type { Poll, Polls } from '@hoi-truong/shared/voting'

export interface PollNews {
  kind: 'opened' | 'openedOnPaper' | 'closed' | 'cancelled' | 'announced'
  poll: Poll
}

/** After a break several things may have happened to one poll: only the last is news. */
export function pollNews(before: Polls, after: Polls): PollNews[] {
  if (before === after) return []
  const stages = new Map(before.polls.map(({ question, stage }) => [question.pollId, stage]))
  return after.polls.flatMap((poll): PollNews[] => {
    const { stage, question } = poll
    if (stage === 'prepared' || stage === stages.get(question.pollId)) return []
    if (stage === 'open') return [{ kind: question.method === 'paper' ? 'openedOnPaper' : 'opened', poll }]
    return [{ kind: stage, poll }]
  })
}
