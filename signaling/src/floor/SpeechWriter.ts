// Brings speeches that were heard into the log, once each; waits for a database that is away.
import { AppError } from '@hoi-truong/shared/errors'
import type { HeardSpeech } from '@hoi-truong/shared/floor'
import type { Logger } from 'pino'
import { isUnreachable } from '../database/client.ts'
import type { StateOfKind, Submission } from '../log/commandDefinition.ts'
import { ownCommand } from '../log/ownCommand.ts'
import { heardPieces, LEAST_MS, type Voice } from './heardPieces.ts'

export interface SpeechWriterParts {
  /** The meeting as it stands in the log. */
  read: (meetingId: string) => Promise<StateOfKind['meeting']['everyone']>
  /** The log's clock, ISO 8601. */
  readNow: () => Promise<string>
  submit: (submission: Submission) => Promise<unknown>
  log: Logger
  /** Milliseconds, monotonic. */
  now: () => number
}

/** A room of voices for each minute of an outage of hours; beyond it the oldest go. */
const MOST_WAITING = 2_000
/** The same command is given again; what is refused for another reason stays refused. */
const again = new Set(['DATABASE_UNAVAILABLE', 'COMMAND_IN_DOUBT', 'TOO_MANY_REQUESTS'])
const mayGoLater = (error: unknown): boolean =>
  error instanceof AppError ? again.has(error.code) : isUnreachable(error)

interface Waiting {
  meetingId: string
  /** Times by the monotonic clock. */
  voice: Voice
  /** Worked out once, by the log's clock: given again, they are the same commands. */
  pieces?: HeardSpeech[]
}

export class SpeechWriter {
  readonly #parts: SpeechWriterParts
  #waiting: Waiting[] = []
  #work: Promise<void> = Promise.resolve()

  constructor(parts: SpeechWriterParts) {
    this.#parts = parts
  }

  get waiting(): number {
    return this.#waiting.length
  }

  /** Voices that are over; short ones are no speeches. */
  take(meetingId: string, voices: readonly Voice[]): void {
    const long = voices.filter(({ from, to }) => to - from >= LEAST_MS)
    if (long.length === 0) return
    this.#waiting = [...this.#waiting, ...long.map((voice) => ({ meetingId, voice }))].slice(-MOST_WAITING)
    void this.write()
  }

  /** Resolves when all were tried that wait now. */
  write(): Promise<void> {
    if (this.#waiting.length > 0) this.#work = this.#work.then(() => this.#writeAll())
    return this.#work
  }

  async #writeAll(): Promise<void> {
    for (const waiting of [...this.#waiting]) {
      try {
        await this.#record(waiting)
      } catch (error) {
        if (mayGoLater(error)) {
          this.#parts.log.warn('heard speeches wait for the database')
          return
        }
        this.#parts.log.error({ err: error }, 'a heard speech could not be recorded')
      }
      this.#waiting = this.#waiting.filter((one) => one !== waiting)
    }
  }

  async #record(waiting: Waiting): Promise<void> {
    const { meetingId } = waiting
    waiting.pieces ??= await this.#piecesOf(waiting)
    for (const piece of waiting.pieces)
      await this.#parts.submit(ownCommand('floor.recordSpeech', meetingId, piece, piece.speechId))
  }

  async #piecesOf({ meetingId, voice }: Waiting): Promise<HeardSpeech[]> {
    const { read, readNow, now } = this.#parts
    const everyone = await read(meetingId)
    const ahead = Date.parse(await readNow()) - now()
    const times = { from: Math.round(voice.from + ahead), to: Math.round(voice.to + ahead) }
    return heardPieces(meetingId, everyone, { ...voice, ...times })
  }
}
