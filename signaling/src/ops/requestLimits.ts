// How much one member may ask of one node: generous for a person with several tabs, deadly slow for a script.
import { AppError } from '@hoi-truong/shared/errors'
import { LRUCache } from 'lru-cache'

const BURST = 60
const PER_SECOND = 20
const REMEMBERED = 100_000

interface Bucket {
  tokens: number
  filledAt: number
}

export class RequestLimits {
  readonly #buckets = new LRUCache<string, Bucket>({ max: REMEMBERED })

  /** @param key a member's id, or an address before anybody has signed in @throws AppError TOO_MANY_REQUESTS */
  take(key: string): void {
    const now = performance.now()
    const bucket = this.#buckets.get(key) ?? { tokens: BURST, filledAt: now }
    bucket.tokens = Math.min(BURST, bucket.tokens + ((now - bucket.filledAt) / 1000) * PER_SECOND)
    bucket.filledAt = now
    this.#buckets.set(key, bucket)
    if (bucket.tokens < 1)
      throw new AppError('TOO_MANY_REQUESTS', { seconds: Math.ceil((1 - bucket.tokens) / PER_SECOND) })
    bucket.tokens -= 1
  }
}
