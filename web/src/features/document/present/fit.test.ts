import { expect, it } from 'vitest'
import { fitScale, isCut, pointerAt, scrolledTo, WHOLE } from './fit.ts'

const report = { width: 600, height: 900 }
const slide = { width: 1800, height: 450 }

it('shows the whole page, whichever side is the narrow one', () => {
  const hall = { width: 1800, height: 900 }
  for (const size of [WHOLE, 1]) {
    expect(fitScale(report, hall, size)).toBe(1)
    expect(fitScale(slide, { width: 900, height: 450 }, size)).toBe(0.5)
    expect(isCut(report, hall, size)).toBe(false)
  }
  expect(fitScale(report, hall, 2)).toBe(2)
  expect(isCut(report, hall, 2)).toBe(true)
})

it('does not make a page of text so small that nobody reads it, nor wider than the place', () => {
  const laptop = { width: 900, height: 450 }
  const phone = { width: 360, height: 270 }
  expect(fitScale(report, laptop, 1)).toBe(0.7)
  expect(fitScale(report, phone, 1)).toBe(0.6)
  expect(isCut(report, phone, 1)).toBe(true)
  expect(fitScale(report, phone, WHOLE)).toBe(0.3)
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
