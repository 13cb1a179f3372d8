import { expect, it, test } from 'vitest'
import { readSlipHash, slipAddressOf } from './slipAddress.ts'

it('is read as it was made', () => {
  const slip = { memberNumber: 'MAU-00001', code: '7K2M9XQ4B3TDA' }
  expect(readSlipHash(new URL(slipAddressOf('https://hop.example', slip)).hash)).toEqual(slip)
})

it('is read also when a scanner has escaped it', () => {
  expect(readSlipHash('#MAU-00001%3A7K2M9XQ4B3TDA')).toEqual({ memberNumber: 'MAU-00001', code: '7K2M9XQ4B3TDA' })
})

test.each(['', '#', '#content', '#:', '#MAU-00001:', '#:7K2M', '#a:b:c', '#%E0%A4%A'])('%j is no slip', (hash) => {
  expect(readSlipHash(hash)).toBeNull()
})
