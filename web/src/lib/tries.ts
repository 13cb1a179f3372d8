// The rhythm of trying again: ever more slowly while nothing helps, at once when the network comes back, also when it comes back
// in the middle of a try that was begun without it.
import { Backoff } from './backoff.ts'
import { pause } from './pause.ts'

export class Tries {
  readonly #backoff = new Backoff()
  readonly #signal: AbortSignal
  readonly #pause: typeof pause
  #cameBack = false

  constructor(signal: AbortSignal, wait: typeof pause = pause) {
    this.#signal = signal
    this.#pause = wait
    const cameBack = () => {
      this.#cameBack = true
      this.#backoff.reset()
    }
    globalThis.addEventListener?.('online', cameBack, { signal })
  }

  succeeded(): void {
    this.#backoff.reset()
    this.#cameBack = false
  }

  /** Fulfilled when it is time for the next try. */
  async next(): Promise<void> {
    if (!this.#cameBack) await this.#pause(this.#backoff.next(), this.#signal)
    this.#cameBack = false
  }
}
