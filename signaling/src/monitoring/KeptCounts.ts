// Counts of accounts for the pages that ask for a month again and again: they change slowly, and those of a province take the database
// a moment. An answer is kept for as many times as long as it took, so a commune's is always fresh.
import type { AccountCounts } from '@hoi-truong/shared/account'
import { LRUCache } from 'lru-cache'

const TIMES = 50
const LONGEST_MS = 60_000
const KEPT = 500

type Read = (organizationId: string, day: string) => Promise<AccountCounts>

export class KeptCounts {
  readonly #read: Read
  readonly #kept = new LRUCache<string, { counts: AccountCounts; until: number }>({ max: KEPT })
  readonly #asked = new Map<string, Promise<AccountCounts>>()

  constructor(read: Read) {
    this.#read = read
  }

  async of(organizationId: string, day: string): Promise<AccountCounts> {
    const key = `${organizationId} ${day}`
    const kept = this.#kept.get(key)
    if (kept && Date.now() < kept.until) return kept.counts
    const asked = this.#asked.get(key) ?? this.#ask(key, organizationId, day)
    this.#asked.set(key, asked)
    return asked
  }

  async #ask(key: string, organizationId: string, day: string): Promise<AccountCounts> {
    const began = Date.now()
    try {
      const counts = await this.#read(organizationId, day)
      const now = Date.now()
      this.#kept.set(key, { counts, until: now + Math.min(LONGEST_MS, (now - began) * TIMES) })
      return counts
    } finally {
      this.#asked.delete(key)
    }
  }
}
