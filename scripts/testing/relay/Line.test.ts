import { describe, expect, it } from 'vitest'
import { clearLine, type Fate, Line, type LineConditions } from './Line.ts'

const lineOf = (conditions: Partial<LineConditions>, seed = 'fixed') => new Line(seed, { ...clearLine, ...conditions })
const arrivals = (fates: readonly Fate[]) => fates.flatMap((fate) => (fate.kind === 'arrives' ? fate.at : []))
const sendEvery = (line: Line, ms: number, count: number, bytes = 100): Fate[] =>
  Array.from({ length: count }, (_, index) => line.send(index * ms, bytes))

describe('a line', () => {
  it('that is clear hands everything over at once', () => {
    expect(lineOf({}).send(5, 1_500)).toEqual({ kind: 'arrives', at: 5 })
  })

  it('loses the share that was asked for', () => {
    const line = lineOf({ loss: 0.05 })
    const lost = sendEvery(line, 20, 10_000).filter(({ kind }) => kind === 'lost').length
    expect(lost).toBeGreaterThan(450)
    expect(lost).toBeLessThan(550)
    expect(line.counts).toEqual({ packets: 10_000, bytes: 1_000_000, lost, overflowed: 0 })
  })

  it('treats the same packets alike for the same seed and otherwise for another', () => {
    const fates = (seed: string) => sendEvery(lineOf({ loss: 0.3, jitterMs: 50 }, seed), 20, 200)
    expect(fates('one')).toEqual(fates('one'))
    expect(fates('one')).not.toEqual(fates('other'))
  })

  it('lets through no more than its rate', () => {
    // 1,000 bytes at 64 kbit/s take 125 ms.
    const line = lineOf({ bitsPerSecond: 64_000 })
    expect(arrivals(sendEvery(line, 0, 4, 1_000))).toEqual([125, 250, 375, 500])
    expect(line.send(10_000, 1_000)).toEqual({ kind: 'arrives', at: 10_125 })
  })

  it('drops what finds the queue full, and a packet of full size never by itself', () => {
    const line = lineOf({ bitsPerSecond: 64_000, queueMs: 300 })
    expect(sendEvery(line, 0, 4, 1_000).map(({ kind }) => kind)).toEqual(['arrives', 'arrives', 'overflow', 'overflow'])
    expect(line.counts.overflowed).toBe(2)
    expect(lineOf({ bitsPerSecond: 8_000, queueMs: 10 }).send(0, 1_500).kind).toBe('arrives')
  })

  it('delays within its bounds, and nobody overtakes anybody', () => {
    const line = lineOf({ delayMs: 200, jitterMs: 60 })
    const moments = arrivals(sendEvery(line, 20, 1_000))
    const delays = moments.map((moment, index) => moment - index * 20)
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(200)
    expect(Math.max(...delays)).toBeLessThanOrEqual(260)
    expect(new Set(delays.map(Math.round)).size).toBeGreaterThan(20)
    expect(moments).toEqual(moments.toSorted((a, b) => a - b))
  })

  it('that is cut carries nothing and counts nothing', () => {
    const line = lineOf({})
    line.isCut = true
    expect(line.send(0, 100)).toEqual({ kind: 'cut' })
    expect(line.counts.packets).toBe(0)
  })
})
