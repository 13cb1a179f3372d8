// Hands things over when their time has come, in the order in which they were given: timers of Node that end in the same moment do not
// keep it.
export class InOrder {
  readonly #waiting: { at: number; act: () => void }[] = []
  #timer: NodeJS.Timeout | undefined

  /** @param at by `performance.now()`; earlier than what waits already means: directly after it */
  add(at: number, act: () => void): void {
    this.#waiting.push({ at, act })
    if (this.#timer === undefined) this.#wait()
  }

  clear(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#waiting.length = 0
  }

  #wait(): void {
    const [next] = this.#waiting
    this.#timer = next ? setTimeout(() => this.#due(), Math.max(0, next.at - performance.now())) : undefined
  }

  #due(): void {
    const now = performance.now()
    // A timer may end a fraction of a millisecond early.
    while (this.#waiting[0] && this.#waiting[0].at <= now + 0.5) this.#waiting.shift()?.act()
    this.#wait()
  }
}
