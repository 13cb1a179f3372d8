// Four times a second at most, seldom enough for a full hall, and never without the last word.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { PacedTelling } from './PacedTelling.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function open({ screens = 20, fails = false } = {}) {
  const told: string[] = []
  const errors: unknown[] = []
  const telling = new PacedTelling({
    tell: async (meetingId) => {
      told.push(meetingId)
      if (fails) throw new Error('away')
    },
    screens: () => screens,
    onError: (error) => void errors.push(error),
  })
  return { telling, told, errors }
}

it('tells what comes alone at once, and what comes in the pause once, when it is over', async () => {
  const { telling, told } = open()
  telling.note('a')
  expect(told).toEqual(['a'])
  await vi.advanceTimersByTimeAsync(100)
  for (let vote = 0; vote < 50; vote += 1) telling.note('a')
  expect(told).toEqual(['a'])
  await vi.advanceTimersByTimeAsync(150)
  expect(told).toEqual(['a', 'a'])
  await vi.advanceTimersByTimeAsync(1_000)
  expect(told).toEqual(['a', 'a'])
})

it('pauses for each meeting alone', () => {
  const { telling, told } = open()
  telling.note('a')
  telling.note('b')
  expect(told).toEqual(['a', 'b'])
})

it('pauses longer the more screens follow', async () => {
  const { telling, told } = open({ screens: 2_000 })
  telling.note('a')
  telling.note('a')
  await vi.advanceTimersByTimeAsync(1_999)
  expect(told).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(told).toHaveLength(2)
})

it('goes on after a failure, which it reports', async () => {
  const { telling, told, errors } = open({ fails: true })
  telling.note('a')
  await vi.advanceTimersByTimeAsync(250)
  telling.note('a')
  await vi.advanceTimersByTimeAsync(0)
  expect(told).toEqual(['a', 'a'])
  expect(errors).toHaveLength(2)
})

it('tells nothing after its end', async () => {
  const { telling, told } = open()
  telling.note('a')
  telling.note('a')
  telling.end()
  telling.note('a')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(told).toEqual(['a'])
  expect(vi.getTimerCount()).toBe(0)
})
