import { expect, it } from 'vitest'
import { fitScale, pointerAt, scrolledTo } from './fit.ts'

it('shows the whole page, whichever side is the narrow one', () => {
  const space = { width: 900, height: 450 }
  expect(fitScale({ width: 600, height: 900 }, space, 1)).toBe(0.5)
  expect(fitScale({ width: 1800, height: 450 }, space, 1)).toBe(0.5)
  expect(fitScale({ width: 600, height: 900 }, space, 2)).toBe(1)
})

it('says where the pointer is in thousandths of the page, never beside it', () => {
  const page = { left: 100, top: 50, width: 300, height: 600 }
  expect(pointerAt({ clientX: 200, clientY: 200 }, page)).toEqual({ x: 0.333, y: 0.25 })
  expect(pointerAt({ clientX: 90, clientY: 700 }, page)).toEqual({ x: 0, y: 1 })
})

it('moves a page that is made bigger only when the pointer would be out of sight', () => {
  expect(scrolledTo(150, 0, 400)).toBe(0)
  expect(scrolledTo(390, 0, 400)).toBe(190)
  expect(scrolledTo(20, 300, 400)).toBe(0)
})
