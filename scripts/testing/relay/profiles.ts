// The bad networks that this project promises to carry a meeting over (docs/benchmarks.md): the delay is the round trip's, half of it each
// way; loss strikes each way by itself.
import type { LineConditions } from './Line.ts'
import type { NetworkConditions } from './Relay.ts'

export interface Profile {
  downKbits: number
  upKbits: number
  roundTripMs: number
  loss: number
}

/** Mobile lines: short waits for a turn to send, and half a second of queue at the mast. */
const JITTER_MS = 20
const QUEUE_MS = 500

export function conditionsOf({ downKbits, upKbits, roundTripMs, loss }: Profile): NetworkConditions {
  const line = (kbits: number): LineConditions => ({
    bitsPerSecond: kbits * 1_000,
    delayMs: roundTripMs / 2,
    jitterMs: JITTER_MS,
    loss,
    queueMs: QUEUE_MS,
  })
  return { up: line(upKbits), down: line(downKbits) }
}

export const profiles = {
  /** Voice only. */
  edge: { downKbits: 64, upKbits: 32, roundTripMs: 400, loss: 0.05 },
  /** Voice and one small picture. */
  weak3g: { downKbits: 256, upKbits: 256, roundTripMs: 300, loss: 0.05 },
} as const satisfies Record<string, Profile>
