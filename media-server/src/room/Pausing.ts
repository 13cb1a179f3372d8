// Something of mediasoup that may be paused for several reasons at once: it flows only while there is none. The worker is told one thing
// after the other, so that a pause and a resume given in one moment end as the last of them said.
export interface Pausable {
  readonly paused: boolean
  readonly closed: boolean
  pause(): Promise<void>
  resume(): Promise<void>
}

export class Pausing<Reason extends string> {
  readonly #pausable: Pausable
  readonly #reasons: Set<Reason>
  readonly #onChange: (paused: boolean) => void
  #settling: Promise<void> | undefined

  /** @param reasons those that hold already; the thing itself may still have to be brought to it, by `settle` */
  constructor(pausable: Pausable, reasons: Iterable<Reason>, onChange: (paused: boolean) => void = () => {}) {
    this.#pausable = pausable
    this.#reasons = new Set(reasons)
    this.#onChange = onChange
  }

  has(reason: Reason): boolean {
    return this.#reasons.has(reason)
  }

  /** Resolved when the worker has done it, or at once when there was nothing to do. */
  set(reason: Reason, holds: boolean): Promise<void> {
    if (holds) this.#reasons.add(reason)
    else this.#reasons.delete(reason)
    return this.settle()
  }

  settle(): Promise<void> {
    if (!this.#settling && this.#differs()) this.#settling = this.#work()
    return this.#settling ?? Promise.resolve()
  }

  #differs(): boolean {
    return !this.#pausable.closed && this.#pausable.paused !== this.#reasons.size > 0
  }

  async #work(): Promise<void> {
    try {
      while (this.#differs()) {
        const paused = this.#reasons.size > 0
        if (paused) await this.#pausable.pause()
        else await this.#pausable.resume()
        if (!this.#pausable.closed) this.#onChange(paused)
      }
    } finally {
      // Within the function, not after its promise: a reason given in between must not be left waiting for nobody.
      this.#settling = undefined
    }
  }
}
