// State beside a stream that commands also decide on and change, but that is not worth keeping as events (presence leases). It is
// loaded once for a batch under the stream's lock, carried through its commands, and saved once in the same transaction.
import type { Sql } from '../database/client.ts'

export interface SideState<S> {
  load: (sql: Sql, streamId: string) => Promise<S>
  save: (sql: Sql, streamId: string, before: S, after: S) => Promise<void>
}

/** The side states that one batch has touched. */
export class SideStates {
  readonly #sql: Sql
  readonly #streamId: string
  readonly #touched = new Map<SideState<unknown>, { before: unknown; now: unknown }>()

  constructor(sql: Sql, streamId: string) {
    this.#sql = sql
    this.#streamId = streamId
  }

  async read(side: SideState<unknown>): Promise<unknown> {
    const touched = this.#touched.get(side)
    if (touched) return touched.now
    const loaded = await side.load(this.#sql, this.#streamId)
    this.#touched.set(side, { before: loaded, now: loaded })
    return loaded
  }

  write(side: SideState<unknown>, state: unknown): void {
    const touched = this.#touched.get(side)
    if (touched) touched.now = state
  }

  /** Returns those that the batch has changed. */
  async save(): Promise<ReadonlySet<object>> {
    const changed = [...this.#touched].filter(([, { before, now }]) => before !== now)
    for (const [side, { before, now }] of changed) await side.save(this.#sql, this.#streamId, before, now)
    return new Set(changed.map(([side]) => side))
  }
}
