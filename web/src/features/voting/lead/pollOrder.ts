// Which polls whoever leads sees first: what runs, what waits to be announced, what is prepared for the item that is on.
import type { Poll, Polls } from '@hoi-truong/shared/voting'

interface OrderedPolls {
  first: Poll[]
  /** Folded away: prepared for other items, over, cancelled. */
  others: Poll[]
}

const LAST = 4
const isOver = ({ stage }: Poll): boolean => stage === 'announced' || stage === 'cancelled'

/** @param itemId the item that is on; what is prepared for none belongs to any */
export function orderedPolls({ polls }: Polls, itemId: string | null): OrderedPolls {
  const rank = (poll: Poll): number => {
    if (poll.stage === 'open') return 0
    if (poll.stage === 'closed') return 1
    if (poll.stage !== 'prepared') return LAST
    if (poll.question.itemId === null) return 3
    return poll.question.itemId === itemId ? 2 : LAST
  }
  const first = polls.filter((poll) => rank(poll) < LAST).toSorted((one, other) => rank(one) - rank(other))
  const others = polls
    .filter((poll) => rank(poll) === LAST)
    .toSorted((one, other) => Number(isOver(one)) - Number(isOver(other)))
  return { first, others }
}
