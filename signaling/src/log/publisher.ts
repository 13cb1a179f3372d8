// Tells the rest of this process what was committed, each stream's entries once and in order.
import type { LogEntry } from '@hoi-truong/shared/log'
import { LRUCache } from 'lru-cache'
import type { StreamSnapshot } from './streamCache.ts'

export interface CommittedBatch {
  /** The stream after the batch. */
  snapshot: StreamSnapshot
  entries: readonly LogEntry[]
}

export type BatchListener = (batch: CommittedBatch) => void
/** `changed`: the side states (sideState.ts) that a committed batch has changed; it may have had no entries at all. */
export type BesideListener = (snapshot: StreamSnapshot, changed: ReadonlySet<object>) => void

export class Publisher {
  readonly #listeners: BatchListener[] = []
  readonly #besideListeners: BesideListener[] = []
  readonly #published = new LRUCache<string, number>({ max: 10_000 })
  readonly #onError: (error: unknown) => void

  constructor(onError: (error: unknown) => void) {
    this.#onError = onError
  }

  subscribe(listener: BatchListener): void {
    this.#listeners.push(listener)
  }

  /** For what goes on beside the stream: votes come without events (ADR 0016). */
  subscribeBeside(listener: BesideListener): void {
    this.#besideListeners.push(listener)
  }

  publishBeside(snapshot: StreamSnapshot, changed: ReadonlySet<object>): void {
    for (const listener of this.#besideListeners) this.#tell(() => listener(snapshot, changed))
  }

  publish(snapshot: StreamSnapshot, entries: readonly LogEntry[]): void {
    const done = this.#published.get(snapshot.streamId) ?? 0
    const fresh = entries.filter((entry) => entry.seq > done)
    const last = fresh.at(-1)
    if (!last) return
    this.#published.set(snapshot.streamId, last.seq)
    for (const listener of this.#listeners) this.#tell(() => listener({ snapshot, entries: fresh }))
  }

  /** What is committed stays committed: a listener that fails must not turn an accepted command into a refusal. */
  #tell(work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#onError(error)
    }
  }
}
