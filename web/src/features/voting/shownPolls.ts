// Which poll has the sheet, and which ones have a line.
import { openOnDevices, type Poll, type VotingState } from '@hoi-truong/shared/voting'

/** On devices: the one that is open, else the one that has ended last and waits for its result. */
export function pollOnSheet(voting: VotingState): Poll | null {
  const open = openOnDevices(voting)
  if (open) return open
  const waiting = voting.polls.filter(({ stage, question }) => stage === 'closed' && question.method !== 'paper')
  return waiting.sort((one, other) => (one.closedAt ?? '').localeCompare(other.closedAt ?? '')).at(-1) ?? null
}

/** What everybody may look at again: all that was begun, the newest first. */
export const begunPolls = ({ polls }: VotingState): Poll[] =>
  polls
    .filter(({ openedAt }) => openedAt !== null)
    .sort((one, other) => (other.openedAt ?? '').localeCompare(one.openedAt ?? ''))
