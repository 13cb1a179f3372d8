// What each peer of a room may be sent, kept true while cameras and links change. However often they do, a peer hears of it once a second
// at most.
import type { DeviceClass, MediaPolicy } from '@hoi-truong/shared/media'
import { PoorLinks } from './PoorLinks.ts'
import { policyFor } from './policy.ts'

export interface RoomPoliciesOptions {
  camerasOn: () => number
  /** Brings every peer to its policy of now. */
  apply: () => void
}

const LEAST_PAUSE_MS = 1_000

export class RoomPolicies {
  readonly #options: RoomPoliciesOptions
  readonly #links = new PoorLinks()
  #appliedAt = -Infinity
  #timer: NodeJS.Timeout | undefined
  #closed = false

  constructor(options: RoomPoliciesOptions) {
    this.#options = options
  }

  policyFor(device: DeviceClass): MediaPolicy {
    return policyFor(device, {
      camerasOn: this.#options.camerasOn(),
      poorLink: this.#links.any(performance.now()),
    })
  }

  report(sessionId: string, link: 'good' | 'poor'): void {
    this.#links.report(sessionId, link, performance.now())
    this.review()
  }

  left(sessionId: string): void {
    this.#links.left(sessionId, performance.now())
    this.review()
  }

  review(): void {
    if (this.#closed) return
    clearTimeout(this.#timer)
    const wait = this.#appliedAt + LEAST_PAUSE_MS - performance.now()
    if (wait > 0) this.#timer = setTimeout(() => this.review(), wait)
    else this.#apply()
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#timer)
  }

  #apply(): void {
    this.#appliedAt = performance.now()
    this.#options.apply()
    const end = this.#links.endsAt()
    if (end !== undefined && end > this.#appliedAt)
      this.#timer = setTimeout(() => this.review(), Math.ceil(end - this.#appliedAt) + 1)
  }
}
