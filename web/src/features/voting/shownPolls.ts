// Which poll has the sheet, and which ones have a line.
import { findPoll, openOnDevices, type Poll, type Polls } from '@hoi-truong/shared/voting'
import type { PollViewState } from './pollView.ts'

/** On devices: the one that is open, else the one that has ended last and waits for its result. */
export function pollOnSheet(voting: Polls): Poll | null {
  const open = openOnDevices(voting)
  if (open) return open
  const waiting = voting.polls.filter(({ stage, question }) => stage === 'closed' && question.method !== 'paper')
  return waiting.sort((one, other) => (one.closedAt ?? '').localeCompare(other.closedAt ?? '')).at(-1) ?? null
}

export interface Shown {
  /** What is large over the stage. */
  large: { kind: 'running' | 'cancelled' | 'result'; poll: Poll } | null
  /** What waits as a line above it. */
  lines: { kind: 'running' | 'result'; poll: Poll }[]
}

/** What can still be answered comes before what is only read, and of that the newest, unless something was asked for. */
export function shownOf(voting: Polls, view: PollViewState, underWay: boolean): Shown {
  const running = underWay ? pollOnSheet(voting) : null
  const small = running !== null && view.small.has(running.question.pollId)
  const cancelled = view.cancelled === null ? undefined : findPoll(voting, view.cancelled)
  const results = view.results.flatMap((pollId) => findPoll(voting, pollId) ?? [])
  const result = results.find(({ question, outcome }) => outcome !== null && question.pollId === view.large)
  const isNewer = view.asked || (result?.announcedAt ?? '') > (running?.closedAt ?? '')
  const large = (): Shown['large'] => {
    if (running?.stage === 'open' && !small) return { kind: 'running', poll: running }
    if (cancelled) return { kind: 'cancelled', poll: cancelled }
    if (running && !small && !(result && isNewer)) return { kind: 'running', poll: running }
    return result ? { kind: 'result', poll: result } : null
  }
  const first = large()
  const last = results.filter((poll) => poll !== first?.poll).at(-1)
  return {
    large: first,
    lines: [
      ...(running && running !== first?.poll ? [{ kind: 'running' as const, poll: running }] : []),
      ...(last ? [{ kind: 'result' as const, poll: last }] : []),
    ],
  }
}

/** What everybody may look at again: all that was begun, the newest first. */
export const begunPolls = ({ polls }: Polls): Poll[] =>
  polls
    .filter(({ openedAt }) => openedAt !== null)
    .sort((one, other) => (other.openedAt ?? '').localeCompare(one.openedAt ?? ''))
