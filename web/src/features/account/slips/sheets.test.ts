import { expect, it } from 'vitest'
import { sheetsOf } from './sheets.ts'

it('lays eight on a sheet, in the order of the list', () => {
  const sizes = (count: number) =>
    sheetsOf(Array.from({ length: count }, (_, index) => index)).map(({ length }) => length)
  expect(sizes(0)).toEqual([])
  expect(sizes(1)).toEqual([1])
  expect(sizes(8)).toEqual([8])
  expect(sizes(25)).toEqual([8, 8, 8, 1])
  expect(sheetsOf(['a', 'b'])).toEqual([['a', 'b']])
})
