// Whether somebody in a room has a poor link. Voices are sent once for all, so one poor link decides for everybody; it takes half a minute
// without any until that ends, since each change makes every sender begin anew. Time is given from outside.
const CALM_MS = 30_000

export class PoorLinks {
  readonly #poor = new Set<string>()
  #calmSince: number | undefined

  report(peerId: string, link: 'good' | 'poor', now: number): void {
    if (link === 'poor') this.#poor.add(peerId)
    else this.left(peerId, now)
  }

  left(peerId: string, now: number): void {
    if (this.#poor.delete(peerId) && this.#poor.size === 0) this.#calmSince = now
  }

  any(now: number): boolean {
    return this.#poor.size > 0 || (this.#calmSince !== undefined && now - this.#calmSince < CALM_MS)
  }

  /** When that ends by itself, if it does. */
  endsAt(): number | undefined {
    return this.#poor.size > 0 || this.#calmSince === undefined ? undefined : this.#calmSince + CALM_MS
  }
}
