// Joins what changes beneath a watched organization in quick succession into one message: at most one for each organization in a quarter
// of a second, whatever number of meetings run beneath it, and none larger than a slow line takes in one go.
import type { MeetingFigure, MeetingFigures } from '@hoi-truong/shared/monitoring'

export const PAUSE_MS = 250
/** The others go with the next message. */
export const MOST_IN_ONE = 200

/** What one change means to one organization above it: the meeting itself, or the committee beneath in which it was. */
export type Change = { meeting: MeetingFigure } | { beneath: string }

interface Held {
  meetings: Map<string, MeetingFigure>
  beneath: Set<string>
}

interface Parts {
  send: (figures: MeetingFigures) => Promise<void>
  onError: (error: unknown) => void
}

const nothing = (): Held => ({ meetings: new Map(), beneath: new Set() })

function hold(held: Held, change: Change): Held {
  if ('beneath' in change) {
    held.beneath.add(change.beneath)
    return held
  }
  const { meeting } = change
  const before = held.meetings.get(meeting.meetingId)
  if (!before || before.seq <= meeting.seq) held.meetings.set(meeting.meetingId, meeting)
  return held
}

export class PacedFigures {
  readonly #parts: Parts
  readonly #held = new Map<string, Held>()
  readonly #timers = new Set<NodeJS.Timeout>()
  #ended = false

  constructor(parts: Parts) {
    this.#parts = parts
  }

  take(organizationId: string, change: Change): void {
    const held = this.#held.get(organizationId)
    if (held) hold(held, change)
    else void this.#send(organizationId, hold(nothing(), change))
  }

  end(): void {
    this.#ended = true
    for (const timer of this.#timers) clearTimeout(timer)
  }

  /** While one is on its way, and in the pause after it, what changes is held. */
  async #send(organizationId: string, { meetings, beneath }: Held): Promise<void> {
    const all = [...meetings.values()]
    const next = nothing()
    for (const meeting of all.slice(MOST_IN_ONE)) hold(next, { meeting })
    this.#held.set(organizationId, next)
    try {
      await this.#parts.send({ organizationId, meetings: all.slice(0, MOST_IN_ONE), beneath: [...beneath] })
    } catch (error) {
      this.#parts.onError(error)
    }
    if (this.#ended) return
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      this.#held.delete(organizationId)
      if (next.meetings.size > 0 || next.beneath.size > 0) void this.#send(organizationId, next)
    }, PAUSE_MS)
    this.#timers.add(timer)
  }
}
