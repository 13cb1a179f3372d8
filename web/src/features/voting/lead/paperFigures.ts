// The tellers' figures while they are typed: what does not fit together is said beneath the field where it shows.
import type { MessageKey } from '@hoi-truong/shared/i18n'
import {
  mostChoices,
  optionIdsOf,
  type PaperCount,
  type PollQuestion,
  paperFault,
  shapeOf,
} from '@hoi-truong/shared/voting'

/** As typed; an empty field is no number yet. */
export interface PaperFigures {
  issued: string
  returned: string
  valid: string
  invalid: string
  tallies: Record<string, string>
}

export type PaperField = Exclude<keyof PaperFigures, 'tallies'> | `option ${string}` | 'sum'
interface FigureFault {
  field: PaperField
  words: [MessageKey, Record<string, number>]
}

export const blankFigures = (question: PollQuestion): PaperFigures => ({
  issued: '',
  returned: '',
  valid: '',
  invalid: '',
  tallies: Object.fromEntries(optionIdsOf(question).map((id) => [id, ''])),
})

const numberIn = (text: string): number | null => (/^\d{1,5}$/.test(text) ? Number(text) : null)

/** Null while a field is empty. */
export function countIn(figures: PaperFigures): PaperCount | null {
  const { tallies: typed, ...others } = figures
  const numbers = Object.values(others).map(numberIn)
  const tallies = Object.entries(typed).map(([id, text]) => [id, numberIn(text)] as const)
  if (numbers.includes(null) || tallies.some(([, count]) => count === null)) return null
  return {
    issued: Number(figures.issued),
    returned: Number(figures.returned),
    valid: Number(figures.valid),
    invalid: Number(figures.invalid),
    tallies: Object.fromEntries(tallies.map(([id, count]) => [id, count ?? 0])),
  }
}

const fault = (field: PaperField, key: MessageKey, values: Record<string, number>): FigureFault => ({
  field,
  words: [key, values],
})

/** What is wrong as far as it is typed; nothing is said of a field that is still empty. @param most how many ballots can have been handed out */
export function figureFaults(question: PollQuestion, figures: PaperFigures, most: number): FigureFault[] {
  const [issued, returned, valid, invalid] = [
    numberIn(figures.issued),
    numberIn(figures.returned),
    numberIn(figures.valid),
    numberIn(figures.invalid),
  ]
  const faults: FigureFault[] = []
  if (issued !== null && issued > most) faults.push(fault('issued', 'polling.paper_most', { count: most }))
  if (issued !== null && returned !== null && returned > issued)
    faults.push(fault('returned', 'polling.paper_returned_over', { count: issued }))
  if (returned !== null && valid !== null && invalid !== null && valid + invalid !== returned)
    faults.push(fault('invalid', 'polling.paper_valid_sum', { sum: valid + invalid, count: returned }))
  if (valid === null) return faults
  const given = Object.entries(figures.tallies).map(([id, text]) => [id, numberIn(text)] as const)
  const approval = shapeOf(question.matter) === 'approval'
  for (const [id, count] of given)
    if (!approval && count !== null && count > valid)
      faults.push(fault(`option ${id}`, 'polling.paper_choice_over', { count: valid }))
  if (given.some(([, count]) => count === null)) return faults
  const sum = given.reduce((all, [, count]) => all + (count ?? 0), 0)
  const atMost = valid * mostChoices(question)
  if (approval && sum !== valid) faults.push(fault('sum', 'polling.paper_choices_sum', { sum, count: valid }))
  else if (!approval && sum > atMost) faults.push(fault('sum', 'polling.paper_votes_over', { sum, count: atMost }))
  return faults
}

/** Whether the server would take these figures. */
export const mayBeSent = (question: PollQuestion, count: PaperCount | null, most: number): count is PaperCount =>
  count !== null && paperFault(question, count, most) === null
