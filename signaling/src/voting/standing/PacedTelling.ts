// Paces what is told of a poll while votes come in by the hundred: at most four times a second, and seldom enough for a full hall that
// its screens' packets do not hold up the votes themselves. The last word is always told.
interface TellingParts {
  tell: (meetingId: string) => Promise<void>
  screens: (meetingId: string) => number
  onError: (error: unknown) => void
}

const SHORTEST_PAUSE_MS = 250
/** So a poll costs a thousand packets a second at most, however many follow it. */
const MS_PER_SCREEN = 1

interface Pause {
  /** Null while it is being told. */
  timer: NodeJS.Timeout | null
  again: boolean
}

export class PacedTelling {
  readonly #parts: TellingParts
  readonly #pauses = new Map<string, Pause>()
  #ended = false

  constructor(parts: TellingParts) {
    this.#parts = parts
  }

  note(meetingId: string): void {
    if (this.#ended) return
    const pause = this.#pauses.get(meetingId)
    if (pause) pause.again = true
    else void this.#tell(meetingId)
  }

  end(): void {
    this.#ended = true
    for (const { timer } of this.#pauses.values()) if (timer) clearTimeout(timer)
    this.#pauses.clear()
  }

  async #tell(meetingId: string): Promise<void> {
    const { tell, screens, onError } = this.#parts
    const pause: Pause = { timer: null, again: false }
    this.#pauses.set(meetingId, pause)
    await tell(meetingId).catch(onError)
    if (this.#ended) return
    const ms = Math.max(SHORTEST_PAUSE_MS, screens(meetingId) * MS_PER_SCREEN)
    pause.timer = setTimeout(() => {
      this.#pauses.delete(meetingId)
      if (pause.again) this.note(meetingId)
    }, ms)
  }
}
