// The polls of a meeting in its state: what is asked, what was frozen, what came out. No votes (see events.ts).
import type { FeaturePart, LogEvent } from '../log/index.ts'
import type { FrozenPoll, VotingEvent } from './events.ts'
import type { PollOutcome } from './outcome.ts'
import type { PollQuestion } from './schema.ts'

export type PollStage = 'prepared' | 'open' | 'closed' | 'announced' | 'cancelled'

export interface Poll {
  question: PollQuestion
  /** 1 as prepared, one more with every change. */
  revision: number
  stage: PollStage
  /** Null until it is opened. */
  frozen: FrozenPoll | null
  /** ISO 8601, the log's clock. */
  openedAt: string | null
  closedAt: string | null
  announcedAt: string | null
  /** Why it was cancelled. */
  reason: string | null
  /** Its votes were counted, so that the bureau knew what came out; of a cancelled poll everybody has to see this. */
  wasCounted: boolean
  /** Once announced. */
  outcome: PollOutcome | null
}

export interface Polls {
  /** In the order in which they were prepared; discarded ones are gone. */
  polls: readonly Poll[]
}

export interface VotingState extends Polls {
  /** Ids of those that are gone: none of them comes back with another question, for whoever still sees the old one. */
  discarded: readonly string[]
}

/** For the bureau: results by poll id from the closing on. */
export type TalliedState = Readonly<Record<string, PollOutcome>>

export const findPoll = ({ polls }: Polls, pollId: string): Poll | undefined =>
  polls.find(({ question }) => question.pollId === pollId)

export const openPolls = ({ polls }: Polls): Poll[] => polls.filter(({ stage }) => stage === 'open')

/** The one that rises over what people are doing: answered on devices. Ballots on paper go on beside it. */
export const openOnDevices = (state: Polls): Poll | undefined =>
  openPolls(state).find(({ question }) => question.method !== 'paper')

const initial: VotingState = { polls: [], discarded: [] }

/** Whether the id has ever stood for a question in this meeting. */
export const isPollIdUsed = (state: VotingState, pollId: string): boolean =>
  findPoll(state, pollId) !== undefined || state.discarded.includes(pollId)

const changed = (state: VotingState, pollId: string, change: (poll: Poll) => Poll): VotingState => ({
  ...state,
  polls: state.polls.map((poll) => (poll.question.pollId === pollId ? change(poll) : poll)),
})

function reduce(state: VotingState, logEvent: LogEvent): VotingState {
  const event = logEvent as LogEvent & VotingEvent
  const { at } = logEvent
  switch (event.type) {
    case 'voting.prepared': {
      const poll: Poll = {
        question: event.payload.question,
        revision: 1,
        stage: 'prepared',
        frozen: null,
        openedAt: null,
        closedAt: null,
        announcedAt: null,
        reason: null,
        wasCounted: false,
        outcome: null,
      }
      return { ...state, polls: [...state.polls, poll] }
    }
    case 'voting.revised': {
      const { question } = event.payload
      return changed(state, question.pollId, (poll) => ({ ...poll, question, revision: poll.revision + 1 }))
    }
    case 'voting.discarded': {
      const { pollId } = event.payload
      const polls = state.polls.filter(({ question }) => question.pollId !== pollId)
      return { polls, discarded: [...state.discarded, pollId] }
    }
    case 'voting.opened': {
      const { pollId, ...frozen } = event.payload
      return changed(state, pollId, (poll) => ({ ...poll, stage: 'open', frozen, openedAt: at }))
    }
    case 'voting.cancelled': {
      const { pollId, reason } = event.payload
      return changed(state, pollId, (poll) => ({
        ...poll,
        stage: 'cancelled',
        reason,
        closedAt: poll.closedAt ?? at,
      }))
    }
    case 'voting.closed':
      return changed(state, event.payload.pollId, (poll) => ({
        ...poll,
        stage: 'closed',
        closedAt: at,
        wasCounted: true,
      }))
    case 'voting.announced': {
      const { pollId, outcome } = event.payload
      return changed(state, pollId, (poll) => ({ ...poll, stage: 'announced', announcedAt: at, outcome }))
    }
    default:
      return state
  }
}

const tallied = {
  initial: {} as TalliedState,
  reduce: (state: TalliedState, logEvent: LogEvent): TalliedState => {
    const event = logEvent as LogEvent & VotingEvent
    return event.type === 'voting.tallied' ? { ...state, [event.payload.pollId]: event.payload.outcome } : state
  },
}

export const votingPart = { everyone: { initial, reduce }, bureau: tallied } satisfies FeaturePart<
  VotingState,
  TalliedState
>
