// A page fits the screen, and no canvas grows beyond what a cheap phone holds.
import { expect, it } from 'vitest'
import { A4, finenessFor, pageAt, scaleFor } from './pageSizes.ts'

it('fits the width of a phone, and of a page on a wide screen', () => {
  expect(scaleFor(A4, 374, 1) * A4.width).toBeCloseTo(374)
  expect(scaleFor(A4, 1800, 1) * A4.width).toBeCloseTo(900)
  expect(scaleFor(A4, 374, 2) * A4.width).toBeCloseTo(748)
})

it('lives through a moment without width', () => {
  expect(scaleFor(A4, 0, 1)).toBeGreaterThan(0)
})

it('draws as finely as the screen shows, within what a cheap phone holds', () => {
  expect(finenessFor({ width: 374, height: 529 }, 3)).toBe(2)
  expect(finenessFor({ width: 374, height: 529 }, 1)).toBe(1)
  const large = { width: 2700, height: 3800 }
  const fineness = finenessFor(large, 2)
  expect(large.width * fineness * large.height * fineness).toBeLessThanOrEqual(4_000_001)
})

it('knows the page that is being read', () => {
  const tops = [0, 500, 1000]
  expect(pageAt(tops, 0, 600)).toBe(1)
  expect(pageAt(tops, 290, 600)).toBe(1)
  expect(pageAt(tops, 310, 600)).toBe(2)
  expect(pageAt(tops, 5000, 600)).toBe(3)
  expect(pageAt([], 0, 600)).toBe(1)
})
