import { expect, it } from 'vitest'
import { linesOf } from './pageText.ts'

it('puts the pieces of a line together', () => {
  const items = [
    { type: 'beginMarkedContent' },
    { str: 'Dự thảo', hasEOL: false },
    { str: ' ', hasEOL: false },
    { str: 'nghị quyết', hasEOL: true },
    { str: '', hasEOL: true },
    { str: 'tháng 11', hasEOL: false },
  ]
  expect(linesOf(items)).toEqual(['Dự thảo nghị quyết', 'tháng 11'])
})

it('has nothing of a page that is a picture', () => {
  expect(linesOf([])).toEqual([])
})
