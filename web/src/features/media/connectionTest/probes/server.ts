// Is the server reached: by requests, and by the connection that a room holds.
import type { Probe } from '../connectionTest.ts'
import { noAnswer } from './noAnswer.ts'

export interface ServerDeps {
  /** A short request. */
  ask(signal: AbortSignal): Promise<unknown>
  connect(signal: AbortSignal): Promise<void>
  now(): number
}

/** One answer tells little: the first also opens the line. */
const TRIES = 3
/** From here on a conversation is felt as slow. */
const SLOW_MS = 800
const PATIENCE_MS = 8_000

export const probeServer =
  ({ ask, connect, now }: ServerDeps): Probe =>
  async ({ signal }) => {
    let ms = Number.POSITIVE_INFINITY
    const patience = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)])
    try {
      for (let tried = 0; tried < TRIES; tried += 1) {
        const from = now()
        await ask(patience)
        ms = Math.min(ms, now() - from)
      }
    } catch (error) {
      // A line on which three short answers take longer than that is a slow one, not none.
      if (!Number.isFinite(ms)) {
        const outcome = noAnswer(error)
        return outcome.reason === 'noServer' ? { ...outcome, reason: 'serverUnreachable' } : outcome
      }
    }
    const figures = { ms: Math.max(1, Math.round(ms)) }
    try {
      await connect(signal)
    } catch {
      return { state: 'failed', reason: 'socketBlocked', figures }
    }
    return ms > SLOW_MS
      ? { state: 'poor', reason: 'serverSlow', figures }
      : { state: 'good', reason: 'serverGood', figures }
  }
