// Whom a branch answers to, the nearest first: asked for with every roll call that moves, so kept for a moment.
import { LRUCache } from 'lru-cache'
import type { Sql } from '../database/client.ts'

/** Another node may have moved a branch. What this node moves is known at once. */
const KEPT_MS = 60_000

export class Uppers {
  readonly #sql: Sql
  readonly #kept = new LRUCache<string, Promise<string[]>>({ max: 10_000, ttl: KEPT_MS })

  constructor(sql: Sql) {
    this.#sql = sql
  }

  /** The organization itself, then those above it today. */
  of(organizationId: string): Promise<string[]> {
    const kept = this.#kept.get(organizationId)
    if (kept) return kept
    const asked = this.#read(organizationId)
    this.#kept.set(organizationId, asked)
    // What failed is asked again next time; who waits for it now is told.
    asked.catch(() => this.#kept.delete(organizationId))
    return asked
  }

  /** The tree has changed. */
  forget(): void {
    this.#kept.clear()
  }

  async #read(organizationId: string): Promise<string[]> {
    const rows = await this.#sql.$queryRaw<{ id: string }[]>`
      select organization_id as id from organization_above(${organizationId}::uuid, log_day()) order by depth`
    return rows.map(({ id }) => id)
  }
}
