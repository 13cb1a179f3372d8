// What happened before the demo began: written to the log under its own times, chained and projected like everything else. Nothing
// but demo data comes this way; commands cannot be given for yesterday.
import { randomBytes, randomUUID } from 'node:crypto'
import { chainEvent, type EventDraft, GENESIS, type LogEvent, type Position } from '@hoi-truong/shared/log'
import type { Database } from '../database/client.ts'
import { projections } from '../log/registry.ts'
import { advance, StreamCache } from '../log/streamCache.ts'
import { beginStream } from '../log/streamRows.ts'

export interface PastEvent {
  draft: EventDraft
  /** ISO 8601, never before the one before. */
  at: string
  actorId: string | null
}

export async function layPast(
  database: Database,
  stream: { streamId: string; organizationId: string },
  past: readonly PastEvent[],
): Promise<void> {
  const head = { kind: 'meeting' as const, organizationId: stream.organizationId, position: GENESIS }
  let position: Position = GENESIS
  const events = past.map(({ draft, at, actorId }): LogEvent => {
    const salt = randomBytes(16).toString('hex')
    const event = chainEvent(stream.streamId, position, draft, { actorId, at, salt })
    position = { seq: event.seq, hash: event.hash }
    return event
  })
  const snapshot = advance(new StreamCache().base(stream.streamId, head), events)
  await database.$transaction(async (sql) => {
    const appended = events.map((event) => ({ event, commandId: randomUUID(), bodyHash: 'laid with the demo data' }))
    await beginStream(sql, snapshot, appended, snapshot.at ?? '')
    for (const projection of projections)
      if (projection.stream === 'meeting') await projection.apply(sql, stream.streamId, events, snapshot.state)
  })
}
