import { expect, it } from 'vitest'
import { Backoff } from './backoff.ts'

it('tries quickly at first, never waits longer than 5 s, never ends, and starts anew after success', () => {
  const backoff = new Backoff(() => 0.5)
  const waits = Array.from({ length: 50 }, () => backoff.next())
  expect(waits.slice(0, 3)).toEqual([200, 300, 400])
  // A server that is back after a second or two is found within the goal of three.
  expect(waits.slice(0, 6).reduce((sum, wait) => sum + wait)).toBeLessThan(3_000)
  expect(waits.at(-1)).toBe(5000)
  backoff.reset()
  expect(backoff.next()).toBe(200)
})

it('spreads the tries of many clients', () => {
  expect(new Backoff(() => 0).next()).toBe(150)
  expect(new Backoff(() => 1).next()).toBe(250)
})
