// A code fits its member only, and only under the secret that it was made with.
import { randomUUID } from 'node:crypto'
import { oneTimeCodeSchema } from '@hoi-truong/shared/account'
import { expect, test } from 'vitest'
import { OneTimeCodes } from './oneTimeCodes.ts'

const codes = new OneTimeCodes('a-secret-of-the-right-length')
const memberId = randomUUID()

test('codes have the form that a slip has, and no two are the same', () => {
  const made = Array.from({ length: 200 }, () => codes.make())
  for (const code of made) expect(oneTimeCodeSchema.parse(code)).toBe(code)
  expect(new Set(made).size).toBe(made.length)
})

test('a code fits its own member and nothing else', () => {
  const code = codes.make()
  const kept = codes.hashOf(memberId, code)
  expect(kept).not.toContain(code)
  expect(codes.fits(memberId, code, kept)).toBe(true)
  expect(codes.fits(randomUUID(), code, kept)).toBe(false)
  expect(codes.fits(memberId, codes.make(), kept)).toBe(false)
  expect(new OneTimeCodes('another-secret-of-that-length').fits(memberId, code, kept)).toBe(false)
  expect(codes.fits(memberId, code, null)).toBe(false)
  expect(codes.fits(null, '', null)).toBe(false)
})
