// What came out, as figures to be shown: candidates by votes, where the votes came from.
import { optionIdsOf, type PollOutcome, type PollQuestion } from '@hoi-truong/shared/voting'

export interface OptionFigures {
  optionId: string
  votes: number
  /** Of candidates. */
  standing: 'elected' | 'tied' | 'notElected' | null
}

/** By votes where candidates or options compete, else in the order of the ballot. */
export function figuresOf(
  question: PollQuestion,
  { tallies, verdict }: Pick<PollOutcome, 'tallies' | 'verdict'>,
): OptionFigures[] {
  const standingOf = (optionId: string): OptionFigures['standing'] => {
    if (verdict.kind !== 'election') return null
    if (verdict.elected.includes(optionId)) return 'elected'
    return verdict.tied.includes(optionId) ? 'tied' : 'notElected'
  }
  const figures = optionIdsOf(question).map((optionId) => {
    const votes = tallies[optionId] ?? 0
    return { optionId, votes, standing: standingOf(optionId) }
  })
  return question.options.length === 0 ? figures : figures.sort((one, other) => other.votes - one.votes)
}

/** How many voted on an own device; who chose several is one. */
export const votedAlone = ({ votes }: Pick<PollOutcome, 'votes'>): number =>
  new Set(Object.values(votes ?? {}).flat()).size

/** What this member chose, where that is on the record; null where they did not vote, or nobody may know. */
export function ownChoices({ votes }: Pick<PollOutcome, 'votes'>, memberId: string): string[] | null {
  const own = Object.entries(votes ?? {}).flatMap(([optionId, who]) => (who.includes(memberId) ? [optionId] : []))
  return own.length === 0 ? null : own
}
