// How much one member, or one address before anybody has signed in, may ask of one node: generous for people, deadly slow for a script.
import { AppError } from '@hoi-truong/shared/errors'
import { LRUCache } from 'lru-cache'

const REMEMBERED = 100_000

export interface LimitSettings {
  /** So many at once. */
  burst: number
  /** So many in the long run. */
  perSecond: number
}

interface Bucket {
  tokens: number
  filledAt: number
}

export class RequestLimits {
  readonly #buckets = new LRUCache<string, Bucket>({ max: REMEMBERED })
  readonly #settings: LimitSettings
  readonly #now: () => number

  /** @param now milliseconds of a clock that never goes back */
  constructor(settings: LimitSettings, now: () => number = () => performance.now()) {
    this.#settings = settings
    this.#now = now
  }

  /** @param key a member's id or an address @param cost at most the burst @throws AppError TOO_MANY_REQUESTS */
  take(key: string, cost = 1): void {
    const { burst, perSecond } = this.#settings
    const now = this.#now()
    const bucket = this.#buckets.get(key) ?? { tokens: burst, filledAt: now }
    bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.filledAt) / 1000) * perSecond)
    bucket.filledAt = now
    this.#buckets.set(key, bucket)
    if (bucket.tokens < cost)
      throw new AppError('TOO_MANY_REQUESTS', { seconds: Math.ceil((cost - bucket.tokens) / perSecond) })
    bucket.tokens -= cost
  }
}
