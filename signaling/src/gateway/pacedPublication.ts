// Joins what is committed to a stream in quick succession into one message. A message to a room of a thousand screens is a thousand
// packets; two hundred members who check in together would cost two hundred times as many, and hold up their own acknowledgements.
// What comes alone goes out at once, so that nothing waits but in a crowd.
import type { CommittedBatch } from '../log/publisher.ts'

interface PublicationParts {
  send: (batch: CommittedBatch) => void
  /** How long the stream's next message waits after one that was just sent. */
  pauseMs: (streamId: string) => number
  /** Told what `send` threw: it may happen when no caller is there to be told. */
  onError: (error: unknown) => void
}

/** The pause after a stream's message, and what was committed in it. */
interface Pause {
  timer: NodeJS.Timeout
  held: CommittedBatch | null
}

/** Entries beyond this go out before the pause is over: a message has to fit through a slow line in one go. */
const MOST_HELD = 250

export class PacedPublication {
  readonly #parts: PublicationParts
  readonly #pauses = new Map<string, Pause>()
  #ended = false

  constructor(parts: PublicationParts) {
    this.#parts = parts
  }

  /** Takes a stream's batches in their order, and sends each entry once, in that order. */
  take(batch: CommittedBatch): void {
    const { streamId } = batch.snapshot
    const pause = this.#pauses.get(streamId)
    if (!pause) {
      this.#send(batch)
      return
    }
    // The later snapshot knows what the earlier did; who may read is decided when the message goes out.
    pause.held = { ...batch, entries: [...(pause.held?.entries ?? []), ...batch.entries] }
    if (pause.held.entries.length >= MOST_HELD) this.#resume(streamId, pause)
  }

  /** Sends all that is held, and holds nothing from now on. */
  end(): void {
    this.#ended = true
    for (const [streamId, pause] of this.#pauses) this.#resume(streamId, pause)
  }

  #resume(streamId: string, { timer, held }: Pause): void {
    clearTimeout(timer)
    this.#pauses.delete(streamId)
    if (held) this.#send(held)
  }

  #send(batch: CommittedBatch): void {
    const { streamId } = batch.snapshot
    try {
      this.#parts.send(batch)
    } catch (error) {
      this.#parts.onError(error)
    }
    const ms = this.#ended ? 0 : this.#parts.pauseMs(streamId)
    if (ms < 1) return
    const pause: Pause = { held: null, timer: setTimeout(() => this.#resume(streamId, pause), ms) }
    this.#pauses.set(streamId, pause)
  }
}
