// What this node sends, by source: counted by the worker and read here now and then. Each consumer is one question to the worker, so they
// are asked a few at a time and no oftener than every few seconds, whoever looks at the figures. What was sent after the last look at a
// consumer that has ended meanwhile is missing.
import type { MediaSource } from '@hoi-truong/shared/media'
import { mediaSources } from '@hoi-truong/shared/media'
import type { Traffic } from '../room/ReceivedSource.ts'

export interface Counted {
  readonly consumer: { readonly id: string; readonly closed: boolean }
  traffic(): Promise<Traffic>
}

export type Totals = Record<MediaSource, { packets: number; bytes: number }>

const AT_ONCE = 50
const LEAST_PAUSE_MS = 10_000

export class TrafficSampler {
  readonly #received: () => Counted[]
  readonly #now: () => number
  readonly #totals = Object.fromEntries(mediaSources.map((source) => [source, { packets: 0, bytes: 0 }])) as Totals
  #seen = new Map<string, Traffic>()
  #readAt = -Infinity
  #reading: Promise<void> | undefined

  constructor(received: () => Counted[], now: () => number = () => performance.now()) {
    this.#received = received
    this.#now = now
  }

  /** Since the start of the process, as of the last look. */
  get totals(): Totals {
    return this.#totals
  }

  /** Looks again, unless it was done a moment ago. */
  refresh(): Promise<void> {
    if (this.#now() - this.#readAt < LEAST_PAUSE_MS) return this.#reading ?? Promise.resolve()
    this.#readAt = this.#now()
    this.#reading = this.#read().finally(() => {
      this.#reading = undefined
    })
    return this.#reading
  }

  async #read(): Promise<void> {
    const all = this.#received()
    const seen = new Map<string, Traffic>()
    for (let from = 0; from < all.length; from += AT_ONCE) {
      await Promise.all(
        all.slice(from, from + AT_ONCE).map(async (received) => {
          const { id } = received.consumer
          const before = this.#seen.get(id)
          // One that has ended meanwhile, or whose worker has, keeps what was read of it before.
          const now = received.consumer.closed ? before : await received.traffic().catch(() => before)
          if (!now) return
          seen.set(id, now)
          const total = this.#totals[now.source]
          total.packets += now.packets - (before?.packets ?? 0)
          total.bytes += now.bytes - (before?.bytes ?? 0)
        }),
      )
    }
    this.#seen = seen
  }
}
