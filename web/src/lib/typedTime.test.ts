// However a time is written, it is one time.
import { expect, it } from 'vitest'
import { timeTyped } from './typedTime.ts'

it.each(['19:30', '19h30', '19.30', '1930', '19 giờ 30', '19 giờ 30 phút', ' 19:30 '])('reads %s', (text) => {
  expect(timeTyped(text)).toBe('19:30')
})

it('reads full hours and single digits', () => {
  expect(timeTyped('8h')).toBe('08:00')
  expect(timeTyped('8')).toBe('08:00')
  expect(timeTyped('8:05')).toBe('08:05')
})

it.each(['', '25:00', '19:75', '19:3', 'tối', '193', '7:30 PM'])('does not read %s', (text) => {
  expect(timeTyped(text)).toBeNull()
})
