// What is wrong with a new password that was typed twice.
import { isWeakPassword, PASSWORD_MAX_CHARACTERS, PASSWORD_MIN_CHARACTERS } from '@hoi-truong/shared/account'
import type { MessageKey } from '@hoi-truong/shared/i18n'

export interface TypedPassword {
  password: string
  again: string
}

export const noPassword: TypedPassword = { password: '', again: '' }

export type PasswordFindings = Partial<Record<keyof TypedPassword, MessageKey>>

/** By the same rules as the server. Empty when all is well. */
export function findInPassword({ password, again }: TypedPassword, memberNumber: string): PasswordFindings {
  if (password === '') return { password: 'activation.password_needed' }
  if (password.length < PASSWORD_MIN_CHARACTERS) return { password: 'activation.password_short' }
  if (password.length > PASSWORD_MAX_CHARACTERS) return { password: 'activation.password_long' }
  if (isWeakPassword(password, memberNumber)) return { password: 'activation.password_weak' }
  if (again === '') return { again: 'activation.again_needed' }
  // The same letters from two keyboards may be coded in two ways.
  if (again.normalize('NFC') !== password.normalize('NFC')) return { again: 'activation.again_differs' }
  return {}
}
