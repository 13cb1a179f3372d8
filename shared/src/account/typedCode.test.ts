import { describe, expect, it, test } from 'vitest'
import { oneTimeCodeSchema } from './oneTimeCode.ts'
import { foldCode, printedCode } from './typedCode.ts'

test.each([
  ['7K2M-9XQ4-B3TDA', '7K2M9XQ4B3TDA'],
  ['7k2m 9xq4 b3tda', '7K2M9XQ4B3TDA'],
  ['  7k2m9xq4b3tda\n', '7K2M9XQ4B3TDA'],
  ['7K2M–9XQ4—B3TDA', '7K2M9XQ4B3TDA'],
  ['7K2M‑9XQ4−B3TDA', '7K2M9XQ4B3TDA'],
  // Full-width, as some keyboards type.
  ['７Ｋ２Ｍ9XQ4B3TDA', '7K2M9XQ4B3TDA'],
  ['oiL0-1111-ABCDE', '01101111ABCDE'],
])('reads %j as %s', (typed, code) => {
  expect(foldCode(typed)).toBe(code)
  expect(oneTimeCodeSchema.parse(typed)).toBe(code)
})

describe('what is no code', () => {
  it.each(['', '7K2M9XQ4B3TD', '7K2M9XQ4B3TDAA', 'UUUUUUUUUUUUU', '7K2M9XQ4B3TDÀ'])('refuses %j', (typed) => {
    expect(oneTimeCodeSchema.safeParse(typed).success).toBe(false)
  })
})

it('prints three groups', () => {
  expect(printedCode('7K2M9XQ4B3TDA')).toBe('7K2M-9XQ4-B3TDA')
})
