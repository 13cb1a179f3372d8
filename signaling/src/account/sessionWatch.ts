// A page keeps its socket long after its access token has run out. Every few seconds each node asks about the sessions behind its
// sockets, so that one that ended on another node, or whose account was suspended, does not stay in the room.
import type { Logger } from 'pino'
import { isUnreachable } from '../database/client.ts'
import type { SessionEnd, Sessions } from './sessions.ts'

export interface SessionWatchParts {
  sessions: Sessions
  seconds: number
  /** Ids of the sessions that have a socket here. */
  open: () => string[]
  end: (sessionId: string, code: SessionEnd) => void
  log: Logger
}

export class SessionWatch {
  readonly #parts: SessionWatchParts
  #timer: NodeJS.Timeout | undefined
  #round: Promise<void> | null = null
  #again = false

  constructor(parts: SessionWatchParts) {
    this.#parts = parts
  }

  start(): void {
    this.#timer = setInterval(() => this.#begin(), this.#parts.seconds * 1000)
  }

  /** At once: something has ended sessions. A round under way may have asked before that. */
  lookNow(): void {
    this.#again = true
    this.#begin()
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.#round
  }

  #begin(): void {
    this.#round ??= this.#look().finally(() => {
      this.#round = null
      if (this.#again) this.#begin()
    })
  }

  async #look(): Promise<void> {
    const { sessions, open, end, log } = this.#parts
    this.#again = false
    try {
      for (const { sessionId, code } of await sessions.findEnded(open())) end(sessionId, code)
    } catch (error) {
      // Who was in stays in: without the database nobody can say that a session has ended.
      if (!isUnreachable(error)) log.error({ err: error }, 'sessions could not be looked at')
    }
  }
}
