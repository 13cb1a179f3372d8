import { expect, it } from 'vitest'
import { findInPassword as find, type TypedPassword } from './newPassword.ts'

const findInPassword = (typed: TypedPassword) => find(typed, 'MAU-00001')

it('says what is wrong with a new password', () => {
  expect(findInPassword({ password: '', again: '' })).toEqual({ password: 'activation.password_needed' })
  expect(findInPassword({ password: 'ngan', again: 'ngan' })).toEqual({ password: 'activation.password_short' })
  expect(findInPassword({ password: 'a'.repeat(201), again: '' })).toEqual({ password: 'activation.password_long' })
  expect(findInPassword({ password: 'mau 00001', again: 'mau 00001' })).toEqual({
    password: 'activation.password_weak',
  })
  expect(findInPassword({ password: 'mau-giay-2026', again: '' })).toEqual({ again: 'activation.again_needed' })
  expect(findInPassword({ password: 'mau-giay-2026', again: 'mau-giay-2025' })).toEqual({
    again: 'activation.again_differs',
  })
  expect(findInPassword({ password: 'mau-giay-2026', again: 'mau-giay-2026' })).toEqual({})
})

it('takes the same letters in both of their codings', () => {
  const password = 'Giấy mẫu 2026'
  expect(findInPassword({ password: password.normalize('NFC'), again: password.normalize('NFD') })).toEqual({})
})
