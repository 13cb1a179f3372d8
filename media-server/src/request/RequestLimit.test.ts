// A burst passes, a flood does not, and patience is rewarded.
import { expect, it } from 'vitest'
import { RequestLimit } from './RequestLimit.ts'

it('lets a burst through, then as many as the rate gives', () => {
  let now = 0
  const limit = new RequestLimit(() => now)
  const taken = (tries: number) => Array.from({ length: tries }, () => limit.take()).filter(Boolean).length
  expect(taken(1_000)).toBe(200)
  expect(taken(10)).toBe(0)
  now += 1_000
  expect(taken(1_000)).toBe(50)
  now += 3_600_000
  expect(taken(1_000)).toBe(200)
})
