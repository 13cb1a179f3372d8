// Counts a poll when it is closed: all that was given, from whatever source, put together once and for all (DOMAIN 2.4).
import type { HandCount } from './hands.ts'
import type { Decided, PollOutcome, SecretBallots } from './outcome.ts'
import { optionIdsOf } from './question.ts'
import type { PaperCount, PollQuestion, Tallies } from './schema.ts'
import { verdictOf } from './verdict.ts'

/** What came in until the closing. */
export interface Given {
  /** In roll order. */
  electorate: readonly string[]
  /** Open polls: by member id, the last vote from an own device. */
  votes: ReadonlyMap<string, readonly string[]>
  /** Open polls: the sites' counts, without those that are left out. */
  hands: readonly HandCount[]
  /** Confirmed by two tellers. */
  paper: (PaperCount & { tellerIds: string[] }) | null
  secret: SecretBallots | null
}

/** Every option of the question is there, also what nobody chose; what it does not offer is not counted. */
export function talliesOf(
  question: Pick<PollQuestion, 'matter' | 'method' | 'options'>,
  ballots: Iterable<readonly string[]>,
  counted: readonly Tallies[] = [],
): Record<string, number> {
  const sums = new Map(optionIdsOf(question).map((option) => [option, 0]))
  const add = (option: string, count: number) => {
    const before = sums.get(option)
    if (before !== undefined) sums.set(option, before + count)
  }
  for (const choices of ballots) for (const choice of choices) add(choice, 1)
  for (const tallies of counted) for (const [option, count] of Object.entries(tallies)) add(option, count)
  return Object.fromEntries(sums)
}

function notVotedOf({ electorate, votes, hands, paper, secret }: Given): number {
  if (paper) return electorate.length - paper.returned
  if (secret) return electorate.length - secret.ballots.length
  const covered = new Set(hands.flatMap((count) => count.covered))
  return electorate.filter((memberId) => !votes.has(memberId) && !covered.has(memberId)).length
}

export function outcomeOf(decided: Decided, given: Given): PollOutcome {
  const { question } = decided
  const { electorate, votes, hands, paper, secret } = given
  const ballots = secret ? secret.ballots : [...votes.values()]
  const tallies = talliesOf(question, ballots, [
    ...hands.map((count) => count.tallies),
    ...(paper ? [paper.tallies] : []),
  ])
  const votersOf = (option: string) => electorate.filter((memberId) => votes.get(memberId)?.includes(option))
  return {
    tallies,
    votes:
      question.method === 'open'
        ? Object.fromEntries(optionIdsOf(question).map((option) => [option, votersOf(option)]))
        : null,
    sites: hands.map(({ siteId, covered, tallies: raised }) => ({ siteId, mayVote: covered.length, tallies: raised })),
    paper,
    // In roll order: the box has them in an order of its own, which is nobody's business either.
    secret: secret && { ...secret, participants: electorate.filter((id) => secret.participants.includes(id)) },
    notVoted: notVotedOf(given),
    verdict: verdictOf(decided, tallies),
  }
}
