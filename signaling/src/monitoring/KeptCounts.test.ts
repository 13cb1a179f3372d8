import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { KeptCounts } from './KeptCounts.ts'

const counts = (members: number) => ({ members, able: members, active: 0, activeAble: 0, waiting: 0 })

let members = 0
const read = vi.fn(async (took: number) => {
  await vi.advanceTimersByTimeAsync(took)
  members += 1
  return counts(members)
})

beforeEach(() => {
  vi.useFakeTimers()
  members = 0
  read.mockClear()
})
afterEach(() => void vi.useRealTimers())

async function ask(kept: KeptCounts, id = 'province'): Promise<number> {
  const answer = kept.of(id, '2026-11-22')
  await vi.advanceTimersByTimeAsync(1_000)
  return (await answer).members
}

it('keeps what took long, for fifty times as long', async () => {
  const kept = new KeptCounts(() => read(400))
  expect(await ask(kept)).toBe(1)
  expect(await ask(kept)).toBe(1)
  await vi.advanceTimersByTimeAsync(20_000)
  expect(await ask(kept)).toBe(2)
})

it('asks again for what was quick', async () => {
  const kept = new KeptCounts(() => read(2))
  expect([await ask(kept), await ask(kept)]).toEqual([1, 2])
})

it('asks once for all who ask at the same time, and apart for another organization', async () => {
  const kept = new KeptCounts(() => read(400))
  const answers = Promise.all([kept.of('a', 'day'), kept.of('a', 'day'), kept.of('b', 'day')])
  await vi.advanceTimersByTimeAsync(1_000)
  expect((await answers).map((answer) => answer.members)).toEqual([1, 1, 2])
})

it('keeps no failure', async () => {
  let fails = true
  const kept = new KeptCounts(async () => {
    if (fails) throw new Error('the database is gone')
    return counts(7)
  })
  await expect(kept.of('a', 'day')).rejects.toThrow('gone')
  fails = false
  expect((await kept.of('a', 'day')).members).toBe(7)
})
