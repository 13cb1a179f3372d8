// Which page of a presented document is shown: said by its presenter many times a minute, so it is passed on and not recorded. Only the
// last one is kept, in memory, for whoever comes later; after a restart the presenter's page says it again.
import type { Presentation, ShownPage } from '@hoi-truong/shared/document'
import { AppError } from '@hoi-truong/shared/errors'
import { LRUCache } from 'lru-cache'
import type { Database } from '../database/client.ts'
import type { CommittedBatch } from '../log/publisher.ts'
import { viewerOf } from '../log/queries.ts'
import { asMeeting, type StreamCache } from '../log/streamCache.ts'
import { RequestLimits } from '../ops/requestLimits.ts'
import { findDocument } from './commands.ts'

interface Running {
  presentation: Presentation
  /** Null: unknown. */
  pages: number | null
  /** Milliseconds of the monotonic clock. */
  checkedAt: number
  last: ShownPage | null
}

/** A pointer that moves says so five times a second; pages may be turned meanwhile. */
const LIMITS = { burst: 20, perSecond: 8 }
/** A presentation that another node has ended goes on here for so long at most. */
const CHECK_MS = 1_000
const MOST_MEETINGS = 2_000

export class ShownPages {
  readonly #database: Database
  readonly #cache: StreamCache
  readonly #limits: RequestLimits
  readonly #now: () => number
  readonly #running = new LRUCache<string, Running>({ max: MOST_MEETINGS })

  constructor(database: Database, cache: StreamCache, now: () => number = () => performance.now()) {
    this.#database = database
    this.#cache = cache
    this.#now = now
    this.#limits = new RequestLimits(LIMITS, now)
  }

  /**
   * Returns what of it changed: a page must reach everybody, a pointer only who is quick enough for it.
   * @throws AppError PRESENTATION_UNKNOWN, PRESENTATION_NOT_YOURS, TOO_MANY_REQUESTS and those of reading the meeting
   */
  async show(memberId: string, meetingId: string, shown: ShownPage): Promise<'page' | 'pointer'> {
    this.#limits.take(memberId)
    const running = await this.#require(memberId, meetingId)
    const { presentation, pages, last } = running
    if (presentation.presentationId !== shown.presentationId) throw new AppError('PRESENTATION_UNKNOWN')
    if (presentation.presenterId !== memberId) throw new AppError('PRESENTATION_NOT_YOURS')
    if (pages !== null && shown.page > pages) throw new AppError('REQUEST_MALFORMED', { fields: 'shown.page' })
    running.last = shown
    return last?.page === shown.page ? 'pointer' : 'page'
  }

  /** For whoever begins to follow the meeting. */
  last(meetingId: string): ShownPage | null {
    return this.#running.get(meetingId)?.last ?? null
  }

  take({ snapshot }: CommittedBatch): void {
    const running = this.#running.get(snapshot.streamId)
    if (!running) return
    const { presentation } = asMeeting(snapshot).state.everyone
    if (presentation?.presentationId !== running.presentation.presentationId) this.#running.delete(snapshot.streamId)
  }

  /** The presentation that is on, as it was a moment ago at most: a pointer must not cost a question to the database each time. */
  async #require(memberId: string, meetingId: string): Promise<Running> {
    const known = this.#running.get(meetingId)
    const now = this.#now()
    if (known && known.presentation.presenterId === memberId && now - known.checkedAt < CHECK_MS) return known
    const snapshot = asMeeting(await this.#cache.read(this.#database, meetingId))
    await viewerOf(this.#database, snapshot, memberId)
    const { everyone } = snapshot.state
    const { presentation } = everyone
    if (!presentation) {
      this.#running.delete(meetingId)
      throw new AppError('PRESENTATION_UNKNOWN')
    }
    const before = this.#running.get(meetingId)
    const goesOn = before?.presentation.presentationId === presentation.presentationId
    const pages = findDocument(everyone, presentation.documentId)?.pages ?? null
    const running = { presentation, pages, checkedAt: now, last: goesOn ? before.last : null }
    this.#running.set(meetingId, running)
    return running
  }
}
