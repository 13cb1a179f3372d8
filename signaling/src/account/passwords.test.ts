// Passwords are kept as argon2id with OWASP's parameters, compared as people type them, and unknown accounts cost the same.
import * as argon2 from '@node-rs/argon2'
import { expect, test, vi } from 'vitest'
import { hashPassword, verifyPassword } from './passwords.ts'

vi.mock('@node-rs/argon2', { spy: true })

test('the hash is argon2id with 19 MiB and 2 passes, salted', async () => {
  const [one, other] = await Promise.all([hashPassword('Thử-nghiệm 1'), hashPassword('Thử-nghiệm 1')])
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
  expect(other).not.toBe(one)
})

test('the right password fits, also from a keyboard that composes letters another way', async () => {
  const stored = await hashPassword('Tiếng Việt'.normalize('NFC'))
  expect(await verifyPassword(stored, 'Tiếng Việt'.normalize('NFD'))).toBe(true)
  expect(await verifyPassword(stored, 'Tieng Viet')).toBe(false)
})

test('an unknown account costs the work of a known one and never fits', async () => {
  const stored = await hashPassword('any')
  await verifyPassword(null, 'the decoy is made')
  const verify = vi.mocked(argon2.verify).mockClear()
  await verifyPassword(stored, 'wrong')
  expect(await verifyPassword(null, 'no such account')).toBe(false)
  const parameters = verify.mock.calls.map(([hash]) => String(hash).split('$').slice(0, 4))
  expect(parameters).toHaveLength(2)
  expect(parameters[1]).toEqual(parameters[0])
})
