import { expect, it, test } from 'vitest'
import { leafed, pageOf, typedPage } from './leafing.ts'

const state = { shown: 3, own: null, pages: 5 }

it('is with the presenter until they leaf alone, and again afterwards', () => {
  expect(pageOf(state)).toBe(3)
  expect(pageOf({ ...state, shown: 4 })).toBe(4)
  expect(pageOf({ ...state, own: 1, shown: 4 })).toBe(1)
  expect(pageOf({ ...state, own: null, shown: 4 })).toBe(4)
})

it('begins with the first page where nobody has said which', () => {
  expect(pageOf({ shown: null, own: null, pages: null })).toBe(1)
})

it('begins to leaf where everybody is, and stops at both ends', () => {
  expect(leafed(state, 0)).toBe(3)
  expect(leafed(state, 1)).toBe(4)
  expect(leafed({ ...state, own: 5 }, 1)).toBe(5)
  expect(leafed({ ...state, own: 1 }, -1)).toBe(1)
})

test.each<[string, number | null]>([
  ['2', 2],
  [' 5 ', 5],
  ['6', null],
  ['0', null],
  ['-1', null],
  ['1.5', null],
  ['hai', null],
  ['', null],
  ['99999', null],
])('%j typed as a page', (text, page) => {
  expect(typedPage(text, 5)).toBe(page)
})
