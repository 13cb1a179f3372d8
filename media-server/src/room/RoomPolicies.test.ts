// How often a room's policy is brought to its peers, and when a poor link is forgotten; with made time.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { RoomPolicies } from './RoomPolicies.ts'

let camerasOn = 0
let applied: string[]
let policies: RoomPolicies

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  camerasOn = 0
  applied = []
  policies = new RoomPolicies({
    camerasOn: () => camerasOn,
    apply: () => {
      const { cameras, voice } = policies.policyFor('phone')
      applied.push(`${cameras} ${voice}`)
    },
  })
})

afterEach(() => {
  policies.close()
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
})

it('is applied at once, and again once a second however often it changes', () => {
  policies.review()
  expect(applied).toEqual(['3 usual'])
  for (camerasOn = 1; camerasOn <= 100; camerasOn += 1) policies.review()
  expect(applied).toHaveLength(1)
  vi.advanceTimersByTime(1_000)
  expect(applied).toEqual(['3 usual', '2 usual'])
  vi.advanceTimersByTime(60_000)
  expect(applied).toHaveLength(2)
})

it('one poor link makes voices frugal until half a minute after the last one', () => {
  policies.report('an', 'poor')
  policies.report('binh', 'poor')
  vi.advanceTimersByTime(60_000)
  expect(applied).toEqual(['3 frugal', '3 frugal'])
  policies.report('an', 'good')
  vi.advanceTimersByTime(60_000)
  expect(applied.at(-1)).toBe('3 frugal')
  policies.left('binh')
  vi.advanceTimersByTime(29_999)
  expect(applied.at(-1)).toBe('3 frugal')
  vi.advanceTimersByTime(10)
  expect(applied.at(-1)).toBe('3 usual')
})

it('a closed room does nothing any more', () => {
  policies.report('an', 'poor')
  policies.report('an', 'good')
  policies.close()
  policies.report('an', 'poor')
  vi.advanceTimersByTime(60_000)
  expect(applied).toEqual(['3 frugal'])
})
