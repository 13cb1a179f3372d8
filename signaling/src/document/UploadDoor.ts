// How many uploads are under way at once, on this node and by one member: what is more is told when to come again, before a byte of
// it is read. Disk and memory stay bounded whatever arrives.
import { AppError } from '@hoi-truong/shared/errors'

export interface DoorSettings {
  /** On this node: being received, inspected, or waiting for that. */
  most: number
  mostOfOne: number
}

const FADES_MS = 10_000
const SHORTEST_SECONDS = 4
const LONGEST_SECONDS = 30

/** How often something has happened lately: each time counts one, and fades. */
class Lately {
  #count = 0
  #at = performance.now()

  get count(): number {
    const now = performance.now()
    this.#count *= Math.exp((this.#at - now) / FADES_MS)
    this.#at = now
    return this.#count
  }

  add(): void {
    this.#count = this.count + 1
  }
}

export class UploadDoor {
  readonly #settings: DoorSettings
  readonly #inside = new Map<string, number>()
  readonly #refused = new Lately()
  readonly #done = new Lately()
  #count = 0

  constructor(settings: DoorSettings) {
    this.#settings = settings
  }

  get count(): number {
    return this.#count
  }

  /** The more are waiting outside for each that gets through, the later; and not all at the same moment. */
  #comeAgainSeconds(): number {
    const crowd = (this.#refused.count / Math.max(8, this.#done.count)) * (FADES_MS / 1_000)
    return 1 + Math.floor(Math.random() * Math.min(LONGEST_SECONDS, Math.max(SHORTEST_SECONDS, crowd)))
  }

  /** @throws AppError TOO_MANY_REQUESTS @throws whatever the work throws */
  async pass<T>(memberId: string, work: () => Promise<T>): Promise<T> {
    const own = this.#inside.get(memberId) ?? 0
    if (this.#count >= this.#settings.most || own >= this.#settings.mostOfOne) {
      this.#refused.add()
      throw new AppError('TOO_MANY_REQUESTS', { seconds: this.#comeAgainSeconds() })
    }
    this.#count += 1
    this.#inside.set(memberId, own + 1)
    try {
      return await work()
    } finally {
      this.#count -= 1
      this.#done.add()
      const left = (this.#inside.get(memberId) ?? 1) - 1
      if (left > 0) this.#inside.set(memberId, left)
      else this.#inside.delete(memberId)
    }
  }
}
