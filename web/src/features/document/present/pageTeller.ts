// Tells the others where the presenter is: pages at once, a moving pointer a few times a second, never a second message before the first
// has been answered, so that a slow line carries the newest place and no queue of old ones.
import type { ShownPage } from '@hoi-truong/shared/document'

/** Five times a second: the eye follows it, and a line of 32 kbit/s hardly notices. */
const POINTER_PACE_MS = 200
const RETRY_MS = 1_000

export interface PageTellerDeps {
  send(shown: ShownPage): Promise<void>
  /** True where the same message may be taken later. */
  isPassing(error: unknown): boolean
  /** Whether there is something that the others have not been told for want of a line. */
  onBehind(behind: boolean): void
}

export class PageTeller {
  readonly #deps: PageTellerDeps
  #wanted: ShownPage | null = null
  #said: ShownPage | null = null
  #saidAt = -Infinity
  #busy = false
  #stopped = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(deps: PageTellerDeps) {
    this.#deps = deps
  }

  /** Whether something is still to be said. */
  get waits(): boolean {
    return this.#wanted !== null || this.#busy
  }

  show(shown: ShownPage): void {
    this.#wanted = shown
    this.#go()
  }

  stop(): void {
    this.#stopped = true
    clearTimeout(this.#timer)
  }

  #go(): void {
    clearTimeout(this.#timer)
    const shown = this.#wanted
    if (!shown || this.#busy || this.#stopped) return
    const turned = shown.page !== this.#said?.page
    const rest = turned ? 0 : this.#saidAt + POINTER_PACE_MS - performance.now()
    if (rest > 0) this.#later(rest)
    else void this.#send(shown)
  }

  #later(ms: number): void {
    this.#timer = setTimeout(() => this.#go(), ms)
  }

  async #send(shown: ShownPage): Promise<void> {
    this.#wanted = null
    this.#busy = true
    this.#saidAt = performance.now()
    let failed = false
    try {
      await this.#deps.send(shown)
      this.#said = shown
    } catch (error) {
      failed = this.#deps.isPassing(error)
      if (failed) this.#wanted ??= shown
    }
    this.#busy = false
    if (this.#stopped) return
    this.#deps.onBehind(failed)
    if (failed) this.#later(RETRY_MS)
    else this.#go()
  }
}
