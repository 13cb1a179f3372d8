// The state of the streams in use, each at a known place in its stream, caught up from the table when it has fallen behind.
import { AppError } from '@hoi-truong/shared/errors'
import { GENESIS, isReadable, type LogEntry, type Position, type StreamKind } from '@hoi-truong/shared/log'
import { meetingReducer, organizationReducer } from '@hoi-truong/shared/streams'
import { LRUCache } from 'lru-cache'
import type { Sql } from '../database/client.ts'
import type { StateOfKind } from './commandDefinition.ts'
import { readEvents, readHead, type StreamHead } from './streamRows.ts'

export interface StreamSnapshot<K extends StreamKind = StreamKind> {
  streamId: string
  kind: K
  organizationId: string
  position: Position
  /** `at` of the last event. */
  at: string | null
  state: StateOfKind[K]
}

const CACHED_STREAMS = 2_000

const reducers = { meeting: meetingReducer, organization: organizationReducer }

/** The stream's state with further entries; the given snapshot stays as it is. */
export function advance(snapshot: StreamSnapshot, entries: readonly LogEntry[]): StreamSnapshot {
  const last = entries.at(-1)
  if (!last) return snapshot
  const reducer = reducers[snapshot.kind] as typeof meetingReducer
  let state = snapshot.state as StateOfKind['meeting']
  for (const entry of entries) if (isReadable(entry)) state = reducer.reduce(state, entry)
  return { ...snapshot, state, position: { seq: last.seq, hash: last.hash }, at: last.at }
}

export class StreamCache {
  readonly #snapshots = new LRUCache<string, StreamSnapshot>({ max: CACHED_STREAMS })

  /** The cached snapshot, or the stream's beginning. */
  base(streamId: string, head: StreamHead): StreamSnapshot {
    const cached = this.#snapshots.get(streamId)
    // A head behind the cache is another database under the same address (restored backup): begin again.
    if (cached && cached.position.seq <= head.position.seq) return cached
    const state = reducers[head.kind].initial()
    return { streamId, kind: head.kind, organizationId: head.organizationId, position: GENESIS, at: null, state }
  }

  /** Snapshot at the head, and the entries by which the cache was behind (empty when nothing was cached). */
  async catchUp(
    sql: Sql,
    streamId: string,
    head: StreamHead,
  ): Promise<{ snapshot: StreamSnapshot; missed: LogEntry[] }> {
    const base = this.base(streamId, head)
    if (base.position.seq === head.position.seq && base.position.hash === head.position.hash)
      return { snapshot: base, missed: [] }
    const missed = await readEvents(sql, streamId, base.position.seq, head.position.seq)
    const snapshot = advance(base, missed)
    if (snapshot.position.hash !== head.position.hash) {
      // The cached place is not on this chain: forget it and read the whole stream.
      if (base.position.seq === 0) throw new Error(`stream ${streamId} does not lead to its head`)
      this.#snapshots.delete(streamId)
      return this.catchUp(sql, streamId, head)
    }
    return { snapshot, missed: base.position.seq === 0 ? [] : missed }
  }

  /** Whether somebody has asked for the stream lately. */
  holds(streamId: string): boolean {
    return this.#snapshots.has(streamId)
  }

  /** Keeps a committed snapshot; an older one never replaces a newer. */
  keep(snapshot: StreamSnapshot): void {
    const cached = this.#snapshots.get(snapshot.streamId)
    if (!cached || cached.position.seq <= snapshot.position.seq) this.#snapshots.set(snapshot.streamId, snapshot)
  }

  /** For queries: the committed state now. @throws AppError STREAM_UNKNOWN */
  async read(sql: Sql, streamId: string): Promise<StreamSnapshot> {
    const head = await readHead(sql, streamId)
    if (!head) throw new AppError('STREAM_UNKNOWN')
    const { snapshot } = await this.catchUp(sql, streamId, head)
    return snapshot
  }
}

export function asMeeting(snapshot: StreamSnapshot): StreamSnapshot<'meeting'> {
  if (snapshot.kind !== 'meeting') throw new AppError('MEETING_UNKNOWN')
  return snapshot as StreamSnapshot<'meeting'>
}
