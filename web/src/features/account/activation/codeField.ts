// The field for a slip's code: shown in groups while it is typed, and what is wrong with it in words.
import { CODE_ALPHABET, CODE_LENGTH, foldCode } from '@hoi-truong/shared/account'
import type { MessageKey } from '@hoi-truong/shared/i18n'

export interface CodeFinding {
  key: MessageKey
  values?: Record<string, string | number>
}

/** ABCD-EFGH-JKMNP as far as it is typed. What does not belong into a code stays as it is, to be seen. */
export function groupCode(typed: string): string {
  const code = foldCode(typed)
  if ([...code].some((letter) => !CODE_ALPHABET.includes(letter))) return typed
  return [code.slice(0, 4), code.slice(4, 8), code.slice(8)].filter((group) => group !== '').join('-')
}

/** How many letters are still to come; negative: too many. */
export const missingIn = (typed: string): number => CODE_LENGTH - foldCode(typed).length

/** @returns null when the code is whole */
export function findInCode(typed: string): CodeFinding | null {
  const code = foldCode(typed)
  if (code === '') return { key: 'activation.code_needed' }
  const letter = [...code].find((one) => !CODE_ALPHABET.includes(one))
  if (letter !== undefined) return { key: 'activation.code_strange', values: { letter } }
  const missing = missingIn(typed)
  if (missing > 0) return { key: 'activation.code_short', values: { count: missing } }
  if (missing < 0) return { key: 'activation.code_long', values: { count: -missing } }
  return null
}
