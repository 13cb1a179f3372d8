// A ballot as it is filled in: what a press on one of the choices makes of those made before.
import { mostChoices, type PollQuestion, shapeOf } from '@hoi-truong/shared/voting'

export interface Chosen {
  choices: readonly string[]
  /** One more than may be chosen was pressed: nothing changed, and that is said. */
  full: boolean
}

/** Whether one choice takes the place of another: then they are radio buttons, else boxes to be ticked. */
export const isSingle = ({ matter, maxChoices }: Pick<PollQuestion, 'matter' | 'maxChoices'>): boolean =>
  shapeOf(matter) !== 'election' && mostChoices({ matter, maxChoices }) === 1

/** In the order of the ballot, whatever the order of the presses. */
export function choose(
  question: Pick<PollQuestion, 'matter' | 'maxChoices'>,
  optionIds: readonly string[],
  choices: readonly string[],
  pressed: string,
): Chosen {
  if (isSingle(question)) return { choices: [pressed], full: false }
  if (choices.includes(pressed)) return { choices: choices.filter((choice) => choice !== pressed), full: false }
  if (choices.length >= mostChoices(question)) return { choices, full: true }
  return { choices: optionIds.filter((option) => option === pressed || choices.includes(option)), full: false }
}

/** Also where they were made in another order. */
export const sameChoices = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((choice) => other.includes(choice))
