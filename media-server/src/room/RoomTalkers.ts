// Who is heard on one router and who is kept back: what the observer measures goes through the cap, and what changes is told.
import type { Loudness } from './SpeakerObserver.ts'
import { type CapChange, TalkerCap } from './TalkerCap.ts'

export interface RoomTalkersOptions {
  /** By producer: is its member heard whoever else speaks? */
  neverCapped: (producerId: string) => boolean
  onSpeakers: (speakers: { memberId: string; volume: number }[]) => void
  onCapped: (producerId: string, capped: boolean) => void
}

/** A fan or a street is measured too, but must not take a place from a voice. */
const QUIETEST_TALKER_DBOV = -55
const MOST_SHOWN = 5

export class RoomTalkers {
  readonly #options: RoomTalkersOptions
  readonly #cap: TalkerCap
  #timer: NodeJS.Timeout | undefined

  constructor(options: RoomTalkersOptions) {
    this.#options = options
    this.#cap = new TalkerCap(options.neverCapped)
  }

  get capped(): number {
    return this.#cap.capped
  }

  isCapped(producerId: string): boolean {
    return this.#cap.isCapped(producerId)
  }

  /** Loudest first. */
  hear(measured: readonly Loudness[]): void {
    const talkers = measured.filter(({ volume }) => volume >= QUIETEST_TALKER_DBOV).map(({ producerId }) => producerId)
    this.#apply(this.#cap.hear(talkers, performance.now()))
    const heard = measured.filter(({ producerId }) => !this.isCapped(producerId))
    this.#options.onSpeakers(heard.slice(0, MOST_SHOWN).map(({ memberId, volume }) => ({ memberId, volume })))
  }

  forget(producerId: string): void {
    this.#apply(this.#cap.forget(producerId, performance.now()))
  }

  /** It has changed who is never kept back. */
  review(): void {
    this.#apply(this.#cap.review(performance.now()))
  }

  close(): void {
    clearTimeout(this.#timer)
  }

  #apply(changes: CapChange[]): void {
    for (const { id, capped } of changes) this.#options.onCapped(id, capped)
    clearTimeout(this.#timer)
    const next = this.#cap.nextReviewAt()
    // The observer says nothing while nobody is heard. Rounded up: a timer a fraction early would find nothing to do.
    if (next !== undefined) this.#timer = setTimeout(() => this.review(), Math.ceil(next - performance.now()) + 1)
  }
}
