// How long voices wait before they are played. What was lost on the way is asked for again, which helps only if the sound can wait for it:
// on a link that loses words a second of delay is better than the gaps, in a meeting where one speaks at a time.
import type { LinkSample } from './linkSample.ts'

export interface Patience {
  bufferMs: number | null
  /** Looks in a row without loss. */
  calmLooks: number
}

export const patient: Patience = { bufferMs: null, calmLooks: 0 }

const WORTH_IT = 0.015
const MOST_MS = 1_000
/** The gap is noticed with the next packet, and what comes again may itself be late. */
const MARGIN_MS = 140
/** Not to and fro: each change stretches somebody's words. */
const STEP_MS = 100
const CALM_LOOKS = 15

export function patienceAfter({ bufferMs, calmLooks }: Patience, { loss, asked, roundTripMs }: LinkSample): Patience {
  if (loss === null || roundTripMs === null) return { bufferMs, calmLooks }
  // What has come in time because it was waited for is no reason to wait no longer.
  if (Math.max(loss, asked ?? 0) < WORTH_IT) {
    const calm = calmLooks + 1
    return calm >= CALM_LOOKS ? patient : { bufferMs, calmLooks: calm }
  }
  const wanted = Math.min(MOST_MS, Math.ceil((roundTripMs + MARGIN_MS) / STEP_MS) * STEP_MS)
  return { bufferMs: Math.max(bufferMs ?? 0, wanted), calmLooks: 0 }
}
