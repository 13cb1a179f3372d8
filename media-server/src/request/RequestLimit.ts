// A token bucket for one socket: room for the burst of requests at joining and at a change of layout, not for a flood.
const BURST = 200
const PER_SECOND = 50

export class RequestLimit {
  readonly #now: () => number
  #tokens = BURST
  #filledAt: number

  constructor(now: () => number = () => performance.now()) {
    this.#now = now
    this.#filledAt = now()
  }

  take(): boolean {
    const now = this.#now()
    this.#tokens = Math.min(BURST, this.#tokens + ((now - this.#filledAt) / 1000) * PER_SECOND)
    this.#filledAt = now
    if (this.#tokens < 1) return false
    this.#tokens--
    return true
  }
}
