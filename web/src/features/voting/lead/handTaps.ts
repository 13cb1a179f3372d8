// Hands as they are typed in: the sum, the rest by one press, and what cannot be.
import { mostChoices, type PollQuestion, type Tallies } from '@hoi-truong/shared/voting'

export const sumOf = (tallies: Tallies): number => Object.values(tallies).reduce((sum, count) => sum + count, 0)

/** Whoever is not counted elsewhere raised the hand for this one; only where each person has one hand. */
export function withRest(tallies: Tallies, optionId: string, mayVote: number): Tallies {
  const others = sumOf(tallies) - (tallies[optionId] ?? 0)
  return { ...tallies, [optionId]: Math.max(0, mayVote - others) }
}

type HandsProblem = { kind: 'over'; by: number } | { kind: 'option'; optionId: string }

export function handsProblem(
  question: Pick<PollQuestion, 'matter' | 'maxChoices'>,
  tallies: Tallies,
  mayVote: number,
): HandsProblem | null {
  const most = mayVote * mostChoices(question)
  const tooMany = Object.entries(tallies).find(([, count]) => count > mayVote)
  if (mostChoices(question) > 1 && tooMany) return { kind: 'option', optionId: tooMany[0] }
  const over = sumOf(tallies) - most
  return over > 0 ? { kind: 'over', by: over } : null
}

/** What a person typed into a field for a number: digits only, nothing is nothing. */
export const typedCount = (text: string): number => Number(text.replaceAll(/\D/g, '').slice(0, 5))

interface Change {
  came: string[]
  went: string[]
}

export const changeBetween = (before: readonly string[], now: readonly string[]): Change => ({
  came: now.filter((id) => !before.includes(id)),
  went: before.filter((id) => !now.includes(id)),
})
