// What is wrong with what was typed, field by field, by the same schema that the server holds against it.
import type { MessageKey } from '@hoi-truong/shared/i18n'
import { memberCommands } from '@hoi-truong/shared/organization'
import type { z } from 'zod'

type MemberCommandType = keyof typeof memberCommands
export type MemberCommand = {
  [T in MemberCommandType]: { type: T; payload: z.input<(typeof memberCommands)[T]> }
}[MemberCommandType]

/** Fields are named by their place in the payload ("decision.date"); all are typed as text. */
export type Values = Record<string, string>
export type FieldErrors = Partial<Record<string, MessageKey>>

const isDay = (field: string): boolean => /(^|\.)(from|to|date)$/.test(field)
/** Two digits typed into a field of four make a year of the Romans. */
const isLikely = (day: string): boolean => day >= '1930-01-01' && day <= '2100-12-31'

function wordsFor(field: string, value: string | undefined, code: string): MessageKey {
  if (value === undefined || value.trim() === '') return 'members.needed'
  if (isDay(field)) return 'members.day_wrong'
  if (field === 'memberNumber') return 'members.number_wrong'
  return code === 'too_big' ? 'members.too_long' : 'members.too_short'
}

interface Days {
  from?: string | null
  to?: string | null
  decision?: { date: string }
}

export interface Ending {
  /** Where the period begins that the command ends, when the payload does not say. */
  begins?: string | null
  /** An end before the beginning is meant: it takes a mistake back. */
  takesBack?: boolean
}

export function checkCommand({ type, payload }: MemberCommand, values: Values, ending: Ending = {}): FieldErrors {
  const errors: FieldErrors = {}
  for (const { path, code } of memberCommands[type].safeParse(payload).error?.issues ?? []) {
    // An issue with the whole is about the one thing that a form cannot do without.
    const field = path.join('.') || 'destinationName'
    errors[field] ??= wordsFor(field, values[field], code)
  }
  const { from, to, decision } = payload as Days
  for (const [field, day] of Object.entries({ from, to, 'decision.date': decision?.date }))
    if (day && !isLikely(day)) errors[field] ??= 'members.day_unlikely'
  const begins = ending.begins ?? from
  if (!ending.takesBack && begins && to && to < begins) errors.to ??= 'members.to_before_from'
  return errors
}
