// A code is read off paper: however it is typed, it is the same code; what cannot be one is refused.
import { expect, test } from 'vitest'
import { oneTimeCodeSchema } from './oneTimeCode.ts'
import { CODE_ALPHABET, CODE_LENGTH, printedCode } from './typedCode.ts'

const code = '0123ABCDXYZ89'

test('it carries at least sixty random bits', () => {
  expect(Math.log2(new Set(CODE_ALPHABET).size) * CODE_LENGTH).toBeGreaterThanOrEqual(60)
  expect(code).toHaveLength(CODE_LENGTH)
})

test.each([
  code,
  printedCode(code),
  '0123-abcd-xyz89',
  ' 0123 ABCD XYZ89 ',
  'o123–abcd—xyz89',
  'Ol23.ABCD.XYZ89',
  'OI23ABCDXYZ89',
])('typed as %j it is understood', (typed) => {
  expect(oneTimeCodeSchema.parse(typed)).toBe(code)
})

test.each(['', code.slice(1), `${code}0`, code.replace('X', 'U'), 'x'.repeat(65), `${code}\0`])(
  '%j is none',
  (typed) => {
    expect(oneTimeCodeSchema.safeParse(typed).success).toBe(false)
  },
)
