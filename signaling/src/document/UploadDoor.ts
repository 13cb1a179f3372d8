// How many uploads are under way at once, on this node and by one member: what is more is told when to come again, before a byte of
// it is read. Disk and memory stay bounded whatever arrives.
import { AppError } from '@hoi-truong/shared/errors'

export interface DoorSettings {
  /** On this node: being received, inspected, or waiting for that. */
  most: number
  mostOfOne: number
}

/** Not all at the same moment again. */
const comeAgainSeconds = (): number => 1 + Math.floor(4 * Math.random())

export class UploadDoor {
  readonly #settings: DoorSettings
  readonly #inside = new Map<string, number>()
  #count = 0

  constructor(settings: DoorSettings) {
    this.#settings = settings
  }

  get count(): number {
    return this.#count
  }

  /** @throws AppError TOO_MANY_REQUESTS @throws whatever the work throws */
  async pass<T>(memberId: string, work: () => Promise<T>): Promise<T> {
    const own = this.#inside.get(memberId) ?? 0
    if (this.#count >= this.#settings.most || own >= this.#settings.mostOfOne)
      throw new AppError('TOO_MANY_REQUESTS', { seconds: comeAgainSeconds() })
    this.#count += 1
    this.#inside.set(memberId, own + 1)
    try {
      return await work()
    } finally {
      this.#count -= 1
      const left = (this.#inside.get(memberId) ?? 1) - 1
      if (left > 0) this.#inside.set(memberId, left)
      else this.#inside.delete(memberId)
    }
  }
}
