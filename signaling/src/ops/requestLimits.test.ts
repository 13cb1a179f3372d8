// How much may be asked at once, in the long run, and how long to wait.
import { AppError } from '@hoi-truong/shared/errors'
import { expect, test } from 'vitest'
import { RequestLimits } from './requestLimits.ts'

function limitsAt(perSecond: number) {
  const clock = { now: 0 }
  const limits = new RequestLimits({ burst: 3, perSecond }, () => clock.now)
  const take = (key = 'a'): AppError | null => {
    try {
      limits.take(key)
      return null
    } catch (error) {
      return error as AppError
    }
  }
  return { clock, take }
}

test('a burst passes, the next is refused with the seconds to wait', () => {
  const { take } = limitsAt(0.1)
  expect([take(), take(), take()]).toEqual([null, null, null])
  expect(take()?.toReply()).toEqual({ code: 'TOO_MANY_REQUESTS', params: { seconds: 10 } })
})

test('one key does not weigh on another', () => {
  const { take } = limitsAt(1)
  for (let i = 0; i < 10; i += 1) take('flooder')
  expect(take('flooder')).toBeInstanceOf(AppError)
  expect(take('other')).toBeNull()
})

test('after the wait one more passes, after a long one a burst and no more; refusals cost nothing', () => {
  const { clock, take } = limitsAt(1)
  for (let i = 0; i < 100; i += 1) take()
  clock.now = 1000
  expect([take(), take()]).toEqual([null, expect.any(AppError)])
  clock.now = 1_000_000
  expect([take(), take(), take(), take()]).toEqual([null, null, null, expect.any(AppError)])
})

test('what costs more takes more, and waits longer', () => {
  const clock = { now: 0 }
  const limits = new RequestLimits({ burst: 100, perSecond: 10 }, () => clock.now)
  limits.take('a', 60)
  expect(() => limits.take('a', 60)).toThrow(expect.objectContaining({ params: { seconds: 2 } }))
  limits.take('a', 40)
  clock.now = 6_000
  limits.take('a', 60)
})
