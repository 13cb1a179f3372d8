// What one ballot may say.
import { shapeOf } from './matters.ts'
import { optionIdsOf } from './question.ts'
import type { PollQuestion } from './schema.ts'

type Asked = Pick<PollQuestion, 'matter' | 'method' | 'options' | 'maxChoices'>

/** How many options one ballot may choose. */
export const mostChoices = ({ matter, maxChoices }: Pick<Asked, 'matter' | 'maxChoices'>): number =>
  shapeOf(matter) === 'approval' ? 1 : maxChoices

/** Whether a ballot cannot be counted as it stands. In an election it may choose nobody; elsewhere who chooses nothing does not vote. */
export function choicesFault(question: Asked, choices: readonly string[]): boolean {
  const least = shapeOf(question.matter) === 'election' ? 0 : 1
  if (choices.length < least || choices.length > mostChoices(question)) return true
  const offered = new Set(optionIdsOf(question))
  return new Set(choices).size !== choices.length || !choices.every((choice) => offered.has(choice))
}
