// How fast the line is, roughly: blocks that grow until one takes long enough to be measured, then the median of three. On a slow line
// it ends after some seconds, with little data.
import type { Probe } from '../connectionTest.ts'
import { MOST_KBIT, type Outcome, type Reason } from '../steps.ts'
import { noAnswer } from './noAnswer.ts'

/** Moves so many kilobytes and tells how many bytes went; when `signal` is aborted it may tell a part, or reject. */
export type Transfer = (kilobytes: number, signal: AbortSignal) => Promise<number>

export interface BandwidthDeps {
  download: Transfer
  upload: Transfer
  now(): number
}

const BLOCKS = [32, 128, 512] as const
const UP_BLOCKS = [16, 128, 512] as const
/** A block that is through sooner says more about the way there than about the width of the line. */
const LONG_ENOUGH_MS = 350
const BUDGET_MS = 3_000
/** Slower than this a first block is not waited for. */
const PATIENCE_MS = 6_000
const MEASUREMENTS = 3

/** Kilobits per second; null when it was stopped before anything was known. */
export async function estimate(
  transfer: Transfer,
  blocks: readonly number[],
  now: () => number,
  signal: AbortSignal,
): Promise<number | null> {
  const began = now()
  // What every request costs, however small.
  await transfer(1, AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]))
  const latency = now() - began
  const rates: number[] = []
  for (let block = 0; rates.length < MEASUREMENTS && !signal.aborted; ) {
    const left = BUDGET_MS - (now() - began)
    if (left <= 0 && rates.length > 0) break
    const kilobytes = blocks[block] ?? 1
    const from = now()
    const patience = AbortSignal.any([
      signal,
      AbortSignal.timeout(rates.length > 0 ? Math.max(Math.ceil(left), 500) : PATIENCE_MS),
    ])
    const bytes = await transfer(kilobytes, patience).catch((error: unknown) => {
      // Not done in time: the line carries no more than this.
      if (patience.aborted && !signal.aborted) return kilobytes * 1024
      throw error
    })
    const elapsed = now() - from
    // A first answer that was late by chance must not make the line look many times as wide.
    const ms = Math.max(1, elapsed - latency, elapsed / 4)
    if (patience.aborted && rates.length > 0) break
    if (ms < LONG_ENOUGH_MS && block < blocks.length - 1) block += 1
    else rates.push((bytes * 8) / ms)
  }
  return signal.aborted || rates.length === 0 ? null : Math.max(1, Math.round(Math.min(MOST_KBIT, median(rates))))
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** What a room needs, in kbit/s, with something to spare. */
const needs: readonly { down: number; up: number; state: Outcome['state']; reason: Reason }[] = [
  { down: 1_000, up: 500, state: 'good', reason: 'speedForAll' },
  { down: 200, up: 120, state: 'good', reason: 'speedForPicture' },
  { down: 40, up: 24, state: 'poor', reason: 'speedForVoice' },
  { down: 0, up: 0, state: 'poor', reason: 'speedForLittle' },
]

export function enoughFor(down: number, up: number): Outcome {
  const met = needs.find((need) => down >= need.down && up >= need.up)
  return { state: met?.state ?? 'poor', reason: met?.reason ?? 'speedForLittle', figures: { down, up } }
}

export const probeBandwidth =
  ({ download, upload, now }: BandwidthDeps): Probe =>
  async ({ signal }) => {
    try {
      const down = await estimate(download, BLOCKS, now, signal)
      const up = await estimate(upload, UP_BLOCKS, now, signal)
      return down === null || up === null ? { state: 'aborted', reason: 'interrupted' } : enoughFor(down, up)
    } catch (error) {
      return noAnswer(error)
    }
  }
