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

export class Publisher {
  readonly #listeners: BatchListener[] = []
  readonly #published = new LRUCache<string, number>({ max: 10_000 })
  readonly #onError: (error: unknown) => void

  constructor(onError: (error: unknown) => void) {
    this.#onError = onError
  }

  subscribe(listener: BatchListener): void {
    this.#listeners.push(listener)
  }

  publish(snapshot: StreamSnapshot, entries: readonly LogEntry[]): void {
    const done = this.#published.get(snapshot.streamId) ?? 0
    const fresh = entries.filter((entry) => entry.seq > done)
    const last = fresh.at(-1)
    if (!last) return
    this.#published.set(snapshot.streamId, last.seq)
    for (const listener of this.#listeners) {
      try {
        listener({ snapshot, entries: fresh })
      } catch (error) {
        // What is committed stays committed: a listener that fails must not turn an accepted command into a refusal.
        this.#onError(error)
      }
    }
  }
}
