// The shares of the sample meeting, and where rounding begins.
import { expect, test } from 'vitest'
import { formatShare } from './formatShare.ts'

test.each([
  [17, 21, '80,95%'],
  [14, 21, '66,67%'],
  [13, 21, '61,90%'],
  [0, 21, '0,00%'],
  [21, 21, '100,00%'],
  [10, 20, '50,00%'],
  [1, 3, '33,33%'],
  // Exactly half of a hundredth goes up; a little less does not.
  [1, 20_000, '0,01%'],
  [1, 20_001, '0,00%'],
  [2_001, 4_171, '47,97%'],
  [99_999, 100_000, '100,00%'],
])('%i of %i is %s', (part, whole, words) => {
  expect(formatShare(part, whole, 'vi')).toBe(words)
  expect(formatShare(part, whole, 'en')).toBe(words.replace(',', '.'))
})

test('of nothing there is no share', () => expect(formatShare(0, 0, 'vi')).toBe('–'))
