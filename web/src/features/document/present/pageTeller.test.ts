// How often the others are told where the presenter is, and what they are told after a break.
import type { ShownPage } from '@hoi-truong/shared/document'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Unreachable } from '../../../lib/problem.ts'
import { PageTeller } from './pageTeller.ts'

const at = (page: number, x: number | null = null): ShownPage => ({
  presentationId: 'p',
  page,
  pointer: x === null ? null : { x, y: 0.5 },
})

let sent: ShownPage[]
let behind: boolean[]
let answer: () => Promise<void>
let teller: PageTeller

beforeEach(() => {
  vi.useFakeTimers()
  sent = []
  behind = []
  answer = () => Promise.resolve()
  teller = new PageTeller({
    send: (shown) => {
      sent.push(shown)
      return answer()
    },
    isPassing: (error) => error instanceof Unreachable,
    onBehind: (is) => behind.push(is),
  })
})
afterEach(() => {
  teller.stop()
  vi.useRealTimers()
})
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

it('says a page at once', async () => {
  teller.show(at(1))
  await pass(0)
  teller.show(at(2))
  await pass(0)
  expect(sent).toEqual([at(1), at(2)])
  expect(teller.waits).toBe(false)
})

it('says a moving pointer five times a second at most, the newest place last', async () => {
  teller.show(at(1))
  await pass(0)
  for (let step = 1; step <= 100; step += 1) {
    teller.show(at(1, step / 100))
    await pass(10)
  }
  await pass(300)
  expect(sent.length).toBeGreaterThan(4)
  expect(sent.length).toBeLessThanOrEqual(7)
  expect(sent.at(-1)).toEqual(at(1, 1))
  const before = sent.length
  await pass(10_000)
  expect(sent).toHaveLength(before)
})

it('does not let a pointer hold up a page', async () => {
  teller.show(at(1, 0.1))
  await pass(0)
  teller.show(at(1, 0.2))
  teller.show(at(2))
  await pass(0)
  expect(sent).toEqual([at(1, 0.1), at(2)])
})

it('waits for the answer, then says only where the presenter is now', async () => {
  let arrive: () => void = () => undefined
  answer = () =>
    new Promise((resolve) => {
      arrive = resolve
    })
  for (const page of [1, 2, 3, 4]) teller.show(at(page))
  await pass(5_000)
  expect(sent).toEqual([at(1)])
  expect(teller.waits).toBe(true)
  answer = () => Promise.resolve()
  arrive()
  await pass(0)
  expect(sent).toEqual([at(1), at(4)])
})

it('tries again what nobody answered, and says when the others are behind and when no longer', async () => {
  answer = () => Promise.reject(new Unreachable())
  teller.show(at(3))
  await pass(0)
  expect(behind).toEqual([true])
  answer = () => Promise.resolve()
  await pass(1_000)
  expect(sent).toEqual([at(3), at(3)])
  expect(behind).toEqual([true, false])
})

it('lets go of what was refused', async () => {
  answer = () => Promise.reject(new Error('over'))
  teller.show(at(3))
  await pass(60_000)
  expect(sent).toEqual([at(3)])
  expect(teller.waits).toBe(false)
})
