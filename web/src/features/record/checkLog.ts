// Checks a meeting's whole log against its chain, and against the state that was shown.
import { type LogEntry, type Position, verifyChain } from '@hoi-truong/shared/log'

export type LogFinding = { intact: true; count: number } | { intact: false; seq: number }

/** @param shown where the state on the page stands: a log that is whole but another one, or cut short, is not intact */
export function checkLog(streamId: string, entries: readonly LogEntry[], shown: Position): LogFinding {
  const verdict = verifyChain(streamId, entries)
  if (!verdict.ok) return { intact: false, seq: verdict.seq }
  const at = entries.find(({ seq }) => seq === shown.seq)
  if (at?.hash !== shown.hash) return { intact: false, seq: shown.seq }
  return { intact: true, count: entries.length }
}
