// The estimate on lines of many widths: near enough, with little data on thin ones; and what each is enough for.
import { AppError } from '@hoi-truong/shared/errors'
import { expect, it, test } from 'vitest'
import { Unreachable } from '../../../../lib/problem.ts'
import { enoughFor, estimate, probeBandwidth, type Transfer } from './bandwidth.ts'

const never = new AbortController().signal

/** A line of so many kbit/s with so many milliseconds there and back, on a clock of its own. */
function line(kbit: number, latency: number) {
  const clock = { now: 0 }
  let moved = 0
  const transfer: Transfer = async (kilobytes) => {
    moved += kilobytes
    clock.now += latency + (kilobytes * 1024 * 8) / kbit
    return kilobytes * 1024
  }
  return { now: () => clock.now, transfer, moved: () => moved }
}

test.each([
  [32, 400],
  [64, 400],
  [256, 300],
  [1_000, 50],
  [4_000, 30],
  [16_000, 5],
])('%i kbit/s with %i ms is found within a tenth', async (kbit, latency) => {
  const { transfer, now } = line(kbit, latency)
  const found = (await estimate(transfer, [32, 128, 512], now, never)) ?? 0
  expect(Math.abs(found - kbit) / kbit).toBeLessThan(0.1)
})

test('a thin line is not filled for long', async () => {
  const { transfer, now, moved } = line(32, 400)
  await estimate(transfer, [16, 128, 512], now, never)
  expect(moved()).toBeLessThanOrEqual(20)
  const wide = line(50_000, 5)
  expect(await estimate(wide.transfer, [32, 128, 512], wide.now, never)).toBe(20_000)
  expect(wide.moved()).toBeLessThanOrEqual(1 + 32 + 128 + 3 * 512)
})

test('one block that was held up does not count: the median does', async () => {
  const clock = { now: 0 }
  const waits = [1, 500, 2_000, 500]
  const transfer: Transfer = async (kilobytes) => {
    clock.now += waits.shift() ?? 500
    return kilobytes * 1024
  }
  expect(await estimate(transfer, [32], () => clock.now, never)).toBeGreaterThan(400)
})

test('stopped before anything is known, it says nothing', async () => {
  const stop = new AbortController()
  const transfer: Transfer = async () => {
    stop.abort()
    return 1024
  }
  expect(await estimate(transfer, [32], () => 0, stop.signal)).toBeNull()
})

it.each([
  [8_000, 4_000, 'good', 'speedForAll'],
  [8_000, 300, 'good', 'speedForPicture'],
  [300, 4_000, 'good', 'speedForPicture'],
  [256, 128, 'good', 'speedForPicture'],
  [64, 32, 'poor', 'speedForVoice'],
  [8_000, 30, 'poor', 'speedForVoice'],
  [30, 30, 'poor', 'speedForLittle'],
])('%i down and %i up is %s: %s', (down, up, state, reason) => {
  expect(enoughFor(down, up)).toEqual({ state, reason, figures: { down, up } })
})

it('what is refused or not answered is said so', async () => {
  const context = { signal: never, show: () => undefined }
  const failing = (error: unknown) => {
    const transfer = () => Promise.reject(error)
    return probeBandwidth({ download: transfer, upload: transfer, now: () => 0 })(context)
  }
  expect(await failing(new Unreachable())).toEqual({ state: 'failed', reason: 'noServer' })
  expect(await failing(new AppError('TOO_MANY_REQUESTS', { seconds: 9 }))).toEqual({
    state: 'failed',
    reason: 'tooMany',
    figures: { seconds: 9 },
  })
})
