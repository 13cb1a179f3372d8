// Showing this device's screen to the room: asked for by the person's press, ended by them, by the browser's own button, by losing the
// right, or by another who shows a screen. Says why it ended, so that nobody goes on talking about what the others no longer see.
import { createStore } from 'zustand/vanilla'

/** `cancelled`: the browser's question was answered with no, by the person or by the system's settings. */
export type ShareEnd = { why: 'cancelled' | 'failed' | 'floor' } | { why: 'other'; memberId: string }

export interface ShareState {
  phase: 'off' | 'asking' | 'on'
  track: MediaStreamTrack | null
  /** What the person has not pressed themselves; null once it was read. */
  ended: ShareEnd | null
}

export interface ScreenShareDeps {
  /** Undefined where the browser cannot, as on phones. */
  capture: (() => Promise<MediaStream>) | undefined
  send(track: MediaStreamTrack | null): void
  ownMemberId: string
  now(): number
}

/** What the room says: whether this member may, and whose screens are shown besides. */
export interface ShareRoom {
  may: boolean
  others: readonly { id: string; memberId: string }[]
}

/** Two who press within this time have pressed at once. */
const AT_ONCE_MS = 3_000

const off: ShareState = { phase: 'off', track: null, ended: null }

export class ScreenShare {
  readonly store = createStore<ShareState>(() => off)
  readonly #deps: ScreenShareDeps
  #room: ShareRoom = { may: false, others: [] }
  /** Of the others' screens those that do not end this one. */
  readonly #older = new Set<string>()
  #startedAt = 0

  constructor(deps: ScreenShareDeps) {
    this.#deps = deps
  }

  get supported(): boolean {
    return this.#deps.capture !== undefined
  }

  async start(): Promise<void> {
    const { capture } = this.#deps
    if (!capture || this.store.getState().phase !== 'off') return
    this.store.setState({ phase: 'asking', track: null, ended: null })
    try {
      const [track] = (await capture()).getVideoTracks()
      if (this.store.getState().phase !== 'asking' || !track) {
        track?.stop()
        if (!track) this.#end({ why: 'failed' })
        return
      }
      this.#begin(track)
    } catch (error) {
      if (this.store.getState().phase !== 'asking') return
      this.#end({ why: (error as Error | undefined)?.name === 'NotAllowedError' ? 'cancelled' : 'failed' })
    }
  }

  stop(): void {
    if (this.store.getState().phase !== 'off') this.#end(null)
  }

  /** What was said about the end has been read. */
  dismiss(): void {
    this.store.setState({ ended: null })
  }

  heed(room: ShareRoom): void {
    this.#room = room
    if (this.store.getState().phase !== 'on') return
    if (!room.may) {
      this.#end({ why: 'floor' })
      return
    }
    for (const { id, memberId } of room.others) {
      if (this.#older.has(id)) continue
      if (!this.#goesFirst(memberId)) {
        this.#end({ why: 'other', memberId })
        return
      }
      // The other side has come to the same answer, and its screen will go.
      this.#older.add(id)
    }
  }

  #begin(track: MediaStreamTrack): void {
    // Letters before movement: what is shown are lists and papers.
    track.contentHint = 'detail'
    track.addEventListener('ended', () => {
      if (this.store.getState().track === track) this.#end(null)
    })
    this.#older.clear()
    for (const { id } of this.#room.others) this.#older.add(id)
    this.#startedAt = this.#deps.now()
    this.store.setState({ phase: 'on', track })
    this.#deps.send(track)
    this.heed(this.#room)
  }

  /** Of two who have pressed at once one must stay: both sides come to the same answer. */
  #goesFirst(otherId: string): boolean {
    return this.#deps.now() - this.#startedAt < AT_ONCE_MS && this.#deps.ownMemberId < otherId
  }

  #end(ended: ShareEnd | null): void {
    const { track, phase } = this.store.getState()
    this.store.setState({ ...off, ended })
    track?.stop()
    if (phase === 'on') this.#deps.send(null)
  }
}
