// What is guessed first is refused; what an old hand can remember is not.
import { expect, test } from 'vitest'
import { isWeakPassword } from './weakPassword.ts'

const weak = (password: string) => isWeakPassword(password, 'MAU-00004')

test.each([
  'MAU-00004',
  'mau00004',
  ' mau - 00004 ',
  '12345678',
  '1234567890',
  '87654321',
  '11111111',
  '123123123',
  '12341234',
  'abababab',
  'abcdefgh',
  'Password',
  'Mật khẩu',
  'Anh Yêu Em',
  '!!!!!!!!',
])('%j is refused', (password) => {
  expect(weak(password)).toBe(true)
})

test.each(['con trâu đi cày', 'Thu-nghiem-2026', '19051890x', 'MAU-00005', 'mau-00004 và hơn'])(
  '%j is taken',
  (password) => {
    expect(weak(password)).toBe(false)
  },
)
