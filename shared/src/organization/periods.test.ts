// Days are Vietnam's, and both ends of a period belong to it.
import { expect, test } from 'vitest'
import { dayBefore, dayOf, endedBy, isEmpty, isInForce, overlaps } from './index.ts'

test.each([
  ['2026-11-21T16:59:59.999Z', '2026-11-21'],
  ['2026-11-21T17:00:00.000Z', '2026-11-22'],
  ['2026-12-31T18:00:00.000Z', '2027-01-01'],
])('at %s it is the %s in Vietnam', (at, day) => {
  expect(dayOf(at)).toBe(day)
})

test('the day before', () => {
  expect(['2026-03-01', '2024-03-01', '2026-01-01'].map(dayBefore)).toEqual(['2026-02-28', '2024-02-29', '2025-12-31'])
})

test('a period holds on its first and its last day, open ends for ever', () => {
  const march = { from: '2026-03-01', to: '2026-03-31' }
  expect(['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map((day) => isInForce(march, day))).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect(isInForce({ from: null, to: '2026-03-31' }, '1930-02-03')).toBe(true)
  expect(isInForce({ from: '2026-03-01', to: null }, '2099-01-01')).toBe(true)
})

test('periods that touch on a day overlap, those that follow each other do not', () => {
  const march = { from: '2026-03-01', to: '2026-03-31' }
  expect(overlaps(march, { from: '2026-03-31', to: null })).toBe(true)
  expect(overlaps(march, { from: '2026-04-01', to: null })).toBe(false)
  expect(overlaps(march, { from: null, to: '2026-02-28' })).toBe(false)
  expect(overlaps(march, { from: null, to: null })).toBe(true)
})

test('an end before the beginning takes a period back, a later end leaves an earlier one', () => {
  expect(isEmpty(endedBy({ from: '2026-03-02', to: null }, '2026-03-01'))).toBe(true)
  expect(endedBy({ from: null, to: '2026-03-01' }, '2026-05-01').to).toBe('2026-03-01')
})
