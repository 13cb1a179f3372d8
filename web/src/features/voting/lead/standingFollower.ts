// Asks where a poll stands, again when something of it has moved, at most every two seconds: who has not voted is not pushed to anybody.
import type { PollStanding } from '@hoi-truong/shared/voting'
import { isPassing, type Problem, problemOf } from '../../../lib/problem.ts'

const EVERY_MS = 2_000

interface StandingDeps {
  ask(): Promise<PollStanding>
  told(standing: PollStanding): void
  /** It is of no use to ask again. */
  refused(problem: Problem): void
  /** Resolves early when the signal aborts. */
  pause(ms: number, signal: AbortSignal): Promise<void>
}

export class StandingFollower {
  readonly #deps: StandingDeps
  readonly #stop = new AbortController()
  #rest = new AbortController()
  #asks = true
  #wake: () => void = () => undefined

  constructor(deps: StandingDeps) {
    this.#deps = deps
  }

  /** Runs until `stop`, or until the server refuses for good. */
  async run(): Promise<void> {
    const { signal } = this.#stop
    while (!signal.aborted) {
      this.#asks = false
      this.#rest = new AbortController()
      try {
        const standing = await this.#deps.ask()
        if (signal.aborted) return
        this.#deps.told(standing)
      } catch (error) {
        if (signal.aborted) return
        if (!isPassing(error)) return this.#deps.refused(problemOf(error))
        this.#asks = true
      }
      await this.#deps.pause(EVERY_MS, AbortSignal.any([signal, this.#rest.signal]))
      if (!this.#asks && !signal.aborted) await new Promise<void>((resolve) => (this.#wake = resolve))
    }
  }

  /** Something of the poll has changed. */
  moved(): void {
    this.#asks = true
    this.#wake()
  }

  /** What this person has just done is looked at without waiting. */
  again(): void {
    this.#rest.abort()
    this.moved()
  }

  stop(): void {
    this.#stop.abort()
    this.#wake()
  }
}
