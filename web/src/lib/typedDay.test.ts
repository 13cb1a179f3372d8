import { expect, it } from 'vitest'
import { dayTyped, tidyDay } from './typedDay.ts'

it('reads the ways in which people write a day', () => {
  for (const text of ['03/11/2026', '3/11/2026', ' 3.11.2026 ', '03-11-2026', '3 11 2026', '03112026'])
    expect(dayTyped(text), text).toBe('2026-11-03')
})

it('leaves what is no day for the schema to refuse', () => {
  for (const text of ['', 'mai', '3/11', '3/11/26', '2026-11', '3112026']) expect(dayTyped(text), text).toBe(text)
  expect(dayTyped('31/02/2026')).toBe('2026-02-31')
})

it('writes a day in one form, and touches nothing else', () => {
  expect(tidyDay('3.11.2026')).toBe('03/11/2026')
  expect(tidyDay('03112026')).toBe('03/11/2026')
  expect(tidyDay('3/11')).toBe('3/11')
})
