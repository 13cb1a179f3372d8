// Notes who is heard without having been given the floor (the chair; anybody on open floor), once they have finished: every speech is in
// the record. What is on when signaling is stopped is written then; what is on when it is killed is lost, and nothing before it.
import { AppError } from '@hoi-truong/shared/errors'
import { LRUCache } from 'lru-cache'
import { isUnreachable } from '../database/client.ts'
import type { StateOfKind } from '../log/commandDefinition.ts'
import type { CommittedBatch } from '../log/publisher.ts'
import { asMeeting } from '../log/streamCache.ts'
import { HeardRoom } from './HeardRoom.ts'
import { SpeechWriter, type SpeechWriterParts } from './SpeechWriter.ts'

export type HeardSpeechesParts = Omit<SpeechWriterParts, 'now'> & {
  /** Milliseconds, monotonic. */
  now?: () => number
}

const ROUND_MS = 2_000
/** What this node commits is told by `follow`; what another does may go unnoticed for so long. A question for each report of each room would
 *  be thousands a second on an evening of a whole province. */
const VIEW_HOLDS_MS = 5_000
/** A database that answers slowly: what a room says now is said again soon. */
const MOST_PENDING = 10
/** Rooms in which members try their sound; they are of no meeting, and whoever speaks there is asked about once, not every second. */
const ROOMS_OF_NO_MEETING = { max: 10_000, ttl: 10 * 60_000 }

interface Entry {
  room: HeardRoom
  /** The meeting as it was known last. */
  view: StateOfKind['meeting']['everyone'] | null
  /** When it was read, milliseconds of the monotonic clock. */
  readAt: number
  /** One after the other: no report overtakes the one before it. */
  work: Promise<void>
  pending: number
}

export class HeardSpeeches {
  readonly #parts: SpeechWriterParts
  readonly #writer: SpeechWriter
  readonly #rooms = new Map<string, Entry>()
  readonly #ofNoMeeting = new LRUCache<string, true>(ROOMS_OF_NO_MEETING)
  #timer: NodeJS.Timeout | undefined

  constructor(parts: HeardSpeechesParts) {
    this.#parts = { ...parts, now: parts.now ?? (() => performance.now()) }
    this.#writer = new SpeechWriter(this.#parts)
  }

  start(): void {
    this.#timer = setInterval(() => void this.round(), ROUND_MS)
  }

  /** Time has passed: whoever has been silent for long has finished; what could not be written is tried again. */
  async round(): Promise<void> {
    const at = this.#parts.now()
    const rooms = [...this.#rooms].map(([meetingId, entry]) =>
      this.#then(meetingId, entry, async () => this.#writer.take(meetingId, entry.room.silence(at))),
    )
    await Promise.all(rooms)
    await this.#writer.write()
  }

  /** A media-server says who is heard in a room now. */
  async note(meetingId: string, memberIds: readonly string[]): Promise<void> {
    if (this.#ofNoMeeting.has(meetingId)) return
    const at = this.#parts.now()
    const known = this.#rooms.get(meetingId)
    if ((!known && memberIds.length === 0) || (known && known.pending > MOST_PENDING)) return
    const entry = known ?? { room: new HeardRoom(at), view: null, readAt: 0, work: Promise.resolve(), pending: 0 }
    this.#rooms.set(meetingId, entry)
    await this.#then(meetingId, entry, async () => {
      const view = await this.#viewAt(at, meetingId, entry)
      if (!view) return
      this.#writer.take(meetingId, entry.room.report(view, memberIds, at))
    })
  }

  /** Called for every committed batch. */
  follow({ snapshot }: CommittedBatch): void {
    const entry = this.#rooms.get(snapshot.streamId)
    if (!entry || snapshot.kind !== 'meeting') return
    const at = this.#parts.now()
    const view = asMeeting(snapshot).state.everyone
    void this.#then(snapshot.streamId, entry, async () => {
      entry.view = view
      this.#writer.take(snapshot.streamId, entry.room.changed(view, at))
    })
  }

  /** What is on is written as far as it was heard. */
  async stop(): Promise<void> {
    clearInterval(this.#timer)
    const at = this.#parts.now()
    const ends = [...this.#rooms].map(([meetingId, entry]) =>
      this.#then(meetingId, entry, async () => this.#writer.take(meetingId, entry.room.end(at))),
    )
    await Promise.all(ends)
    await this.#writer.write()
    const { waiting } = this.#writer
    if (waiting > 0) this.#parts.log.warn({ count: waiting }, 'heard speeches are lost')
  }

  async #viewAt(at: number, meetingId: string, entry: Entry): Promise<Entry['view']> {
    const { view, readAt } = entry
    if (view && at - readAt < VIEW_HOLDS_MS) return view
    try {
      entry.view = await this.#parts.read(meetingId)
      entry.readAt = at
      return entry.view
    } catch (error) {
      if (view && isUnreachable(error)) return view
      if (!(error instanceof AppError) || error.code !== 'STREAM_UNKNOWN') throw error
      this.#ofNoMeeting.set(meetingId, true)
      return null
    }
  }

  #then(meetingId: string, entry: Entry, step: () => Promise<void>): Promise<void> {
    entry.pending += 1
    entry.work = entry.work
      .then(step)
      .catch((error: unknown) => this.#parts.log.warn({ err: error }, 'who is heard in a room could not be noted'))
      .then(() => {
        entry.pending -= 1
        const isIdle = entry.pending === 0 && entry.room.isEmpty
        if (isIdle && this.#rooms.get(meetingId) === entry) this.#rooms.delete(meetingId)
      })
    return entry.work
  }
}
