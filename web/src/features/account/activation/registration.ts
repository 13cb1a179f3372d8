// The request for an account: what is kept on the device while it is typed, and what is wrong with it.
import type { AccountRequest } from '@hoi-truong/shared/account'
import type { MessageKey } from '@hoi-truong/shared/i18n'
import { findInPassword, type PasswordFindings, type TypedPassword } from './newPassword.ts'

export interface TypedPerson {
  memberNumber: string
  name: string
  phone: string
}

export interface RegistrationFindings extends PasswordFindings {
  memberNumber?: MessageKey
  name?: MessageKey
  phone?: MessageKey
}

const NAME_MAX = 120
const PHONE = /^\+?[0-9 .]{8,16}$/
const numberOf = (typed: string): string => typed.replaceAll(/\s+/g, '')
/** With the dashes and brackets that people write between the figures. */
const phoneOf = (typed: string): string => typed.replaceAll(/[-()]/g, ' ').replaceAll(/\s+/g, ' ').trim()

export function findInRegistration(person: TypedPerson, typed: TypedPassword): RegistrationFindings {
  const number = numberOf(person.memberNumber)
  const name = person.name.trim()
  const phone = phoneOf(person.phone)
  return {
    ...(number === '' ? { memberNumber: 'signin.number_needed' } : {}),
    ...(name === '' ? { name: 'activation.name_needed' } : {}),
    ...(name.length > NAME_MAX ? { name: 'activation.name_long' } : {}),
    ...(phone === '' || PHONE.test(phone) ? {} : { phone: 'activation.phone_wrong' }),
    ...findInPassword(typed, number),
  }
}

export const requestOf = (person: TypedPerson, { password }: TypedPassword): AccountRequest => ({
  memberNumber: numberOf(person.memberNumber),
  name: person.name.trim(),
  phone: phoneOf(person.phone) || null,
  password,
})

const KEPT = 'hoi-truong.registration'
const nobody: TypedPerson = { memberNumber: '', name: '', phone: '' }

/** Until this tab is closed: a reload without network must not cost the typing. Never the password. */
export const keptTyping = {
  read(): TypedPerson {
    try {
      const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null') as Partial<TypedPerson> | null
      return { ...nobody, ...kept }
    } catch {
      return nobody
    }
  },
  write({ memberNumber, name, phone }: TypedPerson): void {
    try {
      sessionStorage.setItem(KEPT, JSON.stringify({ memberNumber, name, phone }))
    } catch {
      // Private windows: kept for as long as the page is open.
    }
  },
  drop(): void {
    try {
      sessionStorage.removeItem(KEPT)
    } catch {
      // Then there is nothing to drop.
    }
  },
}
