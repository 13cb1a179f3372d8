// What the figures decide (DOMAIN 2.4). Integers only: 14 of 21 are two thirds, and no rounding may make it otherwise.
import type { Threshold } from '../rules/votingRules.ts'
import { shapeOf } from './matters.ts'
import type { Decided, Elected, Verdict } from './outcome.ts'
import { optionIdsOf } from './question.ts'
import type { Tallies } from './schema.ts'

/** Nothing passes without a vote for it, whatever the threshold. */
export function reaches({ numerator, denominator, strict }: Threshold, votes: number, base: number): boolean {
  const [given, needed] = [votes * denominator, base * numerator]
  return votes > 0 && (strict ? given > needed : given >= needed)
}

/** The fewest votes that pass. */
export function votesNeeded({ numerator, denominator, strict }: Threshold, base: number): number {
  const needed = base * numerator
  const least = strict ? Math.floor(needed / denominator) + 1 : Math.ceil(needed / denominator)
  return Math.max(1, least)
}

function electedOf({ question, base, threshold }: Decided & { threshold: Threshold }, tallies: Tallies): Elected {
  const votesOf = (option: string) => tallies[option] ?? 0
  const past = optionIdsOf(question)
    .filter((option) => reaches(threshold, votesOf(option), base.base))
    .sort((one, other) => votesOf(other) - votesOf(one))
  const seats = question.maxChoices
  const firstOut = past[seats]
  const lastIn = past[seats - 1]
  if (firstOut === undefined || lastIn === undefined) return { elected: past, tied: [] }
  const limit = votesOf(lastIn)
  if (votesOf(firstOut) < limit) return { elected: past.slice(0, seats), tied: [] }
  return {
    elected: past.filter((option) => votesOf(option) > limit),
    tied: past.filter((option) => votesOf(option) === limit),
  }
}

export function verdictOf(decided: Decided, tallies: Tallies): Verdict {
  const { question, base, threshold } = decided
  const shape = shapeOf(question.matter)
  if (threshold === null || shape === 'opinion') return { kind: 'opinion' }
  if (shape === 'approval') return { kind: 'approval', passed: reaches(threshold, tallies.for ?? 0, base.base) }
  return { kind: 'election', ...electedOf({ ...decided, threshold }, tallies) }
}
