import { expect, test } from 'vitest'
import { isMonth, shiftMonth } from './month.ts'

test.each([
  ['2026-11', 1, '2026-12'],
  ['2026-12', 1, '2027-01'],
  ['2026-01', -1, '2025-12'],
  ['2026-11', 0, '2026-11'],
])('%s and %i months is %s', (month, by, other) => {
  expect(shiftMonth(month, by)).toBe(other)
})

test.each([
  ['2026-11', true],
  ['2026-13', false],
  ['0000-01', false],
  ['2026-11-03', false],
  ['', false],
  [null, false],
])('%s is a month: %s', (text, is) => {
  expect(isMonth(text)).toBe(is)
})
