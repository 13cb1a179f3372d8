// Events for tests of reducers: only what a reducer reads is true of them.
import type { LogEvent } from '../log/index.ts'

let seq = 0
const ZERO = '0'.repeat(64)

export function eventOf(
  type: string,
  payload: unknown,
  { at = '2026-11-03T12:00:00.000Z', version = 1, actorId = null }: Partial<LogEvent> = {},
): LogEvent {
  seq += 1
  const chain = { seq, contentHash: ZERO, prevHash: ZERO, hash: ZERO }
  return { ...chain, type, version, audience: 'everyone', payload, at, actorId, salt: '' }
}
