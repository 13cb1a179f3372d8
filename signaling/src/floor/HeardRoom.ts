// Who is heard without having been given the floor in one room: from the media-server's reports to voices that are over.
import { hasDevice, openInterval } from '@hoi-truong/shared/attendance'
import { carries, currentSpeech, type FloorView, mayBeHeard } from '@hoi-truong/shared/floor'
import type { Voice } from './heardPieces.ts'

/** A pause for breath, for a glance at the papers: the same speech goes on. */
const PAUSE_MS = 10_000
/** What goes on is reported every 5 s: after this the media-server has fallen silent, not the people. */
const STALE_MS = 12_000

/** The chair, or anybody on open floor; what the floor was given for is in the log already. */
function isHeardFreely(view: FloorView, deviceOf: string): boolean {
  if (view.meeting.status !== 'open' || !hasDevice(view.attendance, deviceOf)) return false
  const speaker = currentSpeech(view.floor)?.memberId ?? null
  return mayBeHeard(view, deviceOf) && (speaker === null || !carries(view, deviceOf, speaker))
}

function siteIdOf({ attendance }: FloorView, deviceOf: string): string | null {
  const place = openInterval(attendance, deviceOf)?.place
  return place?.kind === 'site' ? place.siteId : null
}

/** Times in ms of the monotonic clock. */
export class HeardRoom {
  /** By the member whose device it is. */
  readonly #voices = new Map<string, Voice>()
  #speaking: readonly string[] = []
  #reportedAt: number

  constructor(now: number) {
    this.#reportedAt = now
  }

  get isEmpty(): boolean {
    return this.#voices.size === 0 && this.#speaking.length === 0
  }

  /** A report, by the meeting as it stands. @returns voices that are over */
  report(view: FloorView, speaking: readonly string[], now: number): Voice[] {
    const over = this.changed(view, now)
    this.#speaking = speaking
    this.#reportedAt = now
    this.#begin(view, now)
    return over
  }

  /** The meeting has changed: whoever may not be heard freely any more has finished; others may begin. */
  changed(view: FloorView, now: number): Voice[] {
    const silent = this.silence(now)
    this.#prolong(now)
    const over = this.#take(
      ({ deviceOf, siteId }) => !isHeardFreely(view, deviceOf) || siteIdOf(view, deviceOf) !== siteId,
    )
    this.#begin(view, now)
    return [...silent, ...over]
  }

  /** Time has passed. */
  silence(now: number): Voice[] {
    if (now - this.#reportedAt > STALE_MS) this.#speaking = []
    return this.#take(({ deviceOf, to }) => !this.#speaking.includes(deviceOf) && now - to > PAUSE_MS)
  }

  /** Signaling stops: what is on is over as far as it knows. */
  end(now: number): Voice[] {
    const silent = this.silence(now)
    this.#prolong(now)
    return [...silent, ...this.#take(() => true)]
  }

  #begin(view: FloorView, now: number): void {
    for (const deviceOf of this.#speaking) {
      if (this.#voices.has(deviceOf) || !isHeardFreely(view, deviceOf)) continue
      this.#voices.set(deviceOf, { deviceOf, siteId: siteIdOf(view, deviceOf), from: now, to: now })
    }
  }

  /** Whoever was speaking at the last report has been until now. */
  #prolong(now: number): void {
    for (const deviceOf of this.#speaking) {
      const voice = this.#voices.get(deviceOf)
      if (voice) this.#voices.set(deviceOf, { ...voice, to: Math.max(voice.to, now) })
    }
  }

  #take(isOver: (voice: Voice) => boolean): Voice[] {
    const over = [...this.#voices.values()].filter(isOver)
    for (const { deviceOf } of over) this.#voices.delete(deviceOf)
    return over
  }
}
