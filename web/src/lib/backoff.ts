// How long to wait before the next try: the first ones are quick, because most breaks are short, and it never ends.
const STEPS_MS = [200, 300, 400, 500, 600, 800, 1200, 2000, 3500, 5000] as const
const LONGEST_MS = 5000

export class Backoff {
  #tries = 0
  readonly #random: () => number

  constructor(random: () => number = Math.random) {
    this.#random = random
  }

  /** Spread by a quarter either way, so that a room that lost its server does not come back all at once. */
  next(): number {
    const step = STEPS_MS[this.#tries] ?? LONGEST_MS
    this.#tries += 1
    return Math.round(step * (0.75 + this.#random() / 2))
  }

  reset(): void {
    this.#tries = 0
  }
}
