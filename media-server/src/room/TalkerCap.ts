// Who is kept back when too many speak at once. It is a cap and no preselection: whoever begins to speak while fewer than three do is heard
// from the first syllable; only the fourth and later wait until a place is free. Whoever has a place keeps it through a pause for breath.
// Time is given from outside.
const MOST_AT_ONCE = 3
const HOLD_MS = 2_000

export interface CapChange {
  id: string
  capped: boolean
}

export class TalkerCap {
  readonly #never: (id: string) => boolean
  /** Last heard at; in the order in which they began. */
  readonly #talkers = new Map<string, number>()
  #capped: ReadonlySet<string> = new Set()

  /** @param never the chair and whoever has the floor: always heard, and counted among the three */
  constructor(never: (id: string) => boolean) {
    this.#never = never
  }

  isCapped(id: string): boolean {
    return this.#capped.has(id)
  }

  get capped(): number {
    return this.#capped.size
  }

  /** Those who were just heard, loudest first: of two who began in one moment the louder comes first. */
  hear(ids: readonly string[], now: number): CapChange[] {
    // Whoever fell silent long enough ago begins anew, behind those who waited.
    this.#expire(now)
    for (const id of ids) this.#talkers.set(id, now)
    return this.review(now)
  }

  /** Switched off, held or gone: the place is free at once. */
  forget(id: string, now: number): CapChange[] {
    this.#talkers.delete(id)
    return this.review(now)
  }

  /** Also after it has changed who is never kept back. */
  review(now: number): CapChange[] {
    this.#expire(now)
    const before = this.#capped
    this.#capped = new Set(this.#surplus())
    const changed = [...new Set([...before, ...this.#capped])].filter((id) => before.has(id) !== this.#capped.has(id))
    return changed.map((id) => ({ id, capped: this.#capped.has(id) }))
  }

  /** When the next place falls free by silence; undefined while nobody waits for one. */
  nextReviewAt(): number | undefined {
    return this.#capped.size === 0 ? undefined : Math.min(...this.#talkers.values()) + HOLD_MS
  }

  #surplus(): string[] {
    const talkers = [...this.#talkers.keys()]
    const ordinary = talkers.filter((id) => !this.#never(id))
    return ordinary.slice(Math.max(0, MOST_AT_ONCE - (talkers.length - ordinary.length)))
  }

  #expire(now: number): void {
    for (const [id, heardAt] of this.#talkers) if (now - heardAt >= HOLD_MS) this.#talkers.delete(id)
  }
}
