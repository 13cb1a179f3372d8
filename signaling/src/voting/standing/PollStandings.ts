// Answers where a poll stands, and tells everybody who follows the meeting how far it is. Votes come without events, so this goes
// beside the log; what was not told is told with the next, and pages ask again (of another node's votes a page hears only so).
import { AppError } from '@hoi-truong/shared/errors'
import { isReadable } from '@hoi-truong/shared/log'
import { findPoll, openPolls, type PollProgress, type PollStanding } from '@hoi-truong/shared/voting'
import type { Database } from '../../database/client.ts'
import type { CommittedBatch } from '../../log/publisher.ts'
import { viewerOf } from '../../log/queries.ts'
import { asMeeting, type StreamCache, type StreamSnapshot } from '../../log/streamCache.ts'
import { pollPapers } from '../pollPapers.ts'
import { type Given, readGiven } from './given.ts'
import { PacedTelling } from './PacedTelling.ts'
import { SharedReads } from './SharedReads.ts'
import { type RunningPoll, runningPoll, standingFor } from './standing.ts'

interface Parts {
  database: Database
  cache: StreamCache
  /** How many screens follow the meeting here. */
  screens: (meetingId: string) => number
  send: (meetingId: string, progress: PollProgress) => void
  onError: (error: unknown) => void
}

interface Running {
  snapshot: StreamSnapshot<'meeting'>
  polls: RunningPoll[]
}

export class PollStandings {
  readonly #parts: Parts
  readonly #reads: SharedReads<Running>
  readonly #telling: PacedTelling

  constructor(parts: Parts) {
    this.#parts = parts
    this.#reads = new SharedReads((meetingId) => this.#load(meetingId))
    const { screens, onError } = parts
    this.#telling = new PacedTelling({ tell: (meetingId) => this.#tell(meetingId), screens, onError })
  }

  /** @throws AppError POLL_UNKNOWN, POLL_NOT_OPEN, POLL_CLOSED and those of reading the meeting */
  async standing(memberId: string, meetingId: string, pollId: string): Promise<PollStanding> {
    const { snapshot, polls } = await this.#reads.read(meetingId)
    await viewerOf(this.#parts.database, snapshot, memberId)
    const { everyone } = snapshot.state
    const poll = findPoll(everyone.voting, pollId)
    if (!poll) throw new AppError('POLL_UNKNOWN')
    if (poll.stage === 'prepared') throw new AppError('POLL_NOT_OPEN')
    const running = polls.find(({ given }) => given.pollId === pollId)
    if (!running) throw new AppError('POLL_CLOSED')
    return standingFor(everyone, running, memberId)
  }

  /** For whoever begins to follow a stream. What cannot be read now is told with the next vote. */
  async progressFor(snapshot: StreamSnapshot): Promise<PollProgress[]> {
    if (!hasOpenPolls(snapshot)) return []
    try {
      return await this.#progress(snapshot.streamId)
    } catch (error) {
      this.#parts.onError(error)
      return []
    }
  }

  /** Something was handed in. */
  note(meetingId: string): void {
    if (this.#parts.screens(meetingId) > 0) this.#telling.note(meetingId)
  }

  /** Takes what every committed batch changed beside its stream. */
  takeBeside(snapshot: StreamSnapshot, changed: ReadonlySet<object>): void {
    if (changed.has(pollPapers) && hasOpenPolls(snapshot)) this.note(snapshot.streamId)
  }

  /** Takes every committed batch: whoever comes or goes changes what may still be counted at a site. */
  take({ snapshot, entries }: CommittedBatch): void {
    const moves = entries.some((entry) => isReadable(entry) && entry.type.startsWith('attendance.'))
    if (moves && hasOpenPolls(snapshot)) this.note(snapshot.streamId)
  }

  end(): void {
    this.#telling.end()
  }

  async #progress(meetingId: string): Promise<PollProgress[]> {
    return (await this.#reads.read(meetingId)).polls.map(({ progress }) => progress)
  }

  async #tell(meetingId: string): Promise<void> {
    for (const progress of await this.#progress(meetingId)) this.#parts.send(meetingId, progress)
  }

  async #load(meetingId: string): Promise<Running> {
    const { database, cache } = this.#parts
    const snapshot = asMeeting(await cache.read(database, meetingId))
    cache.keep(snapshot)
    const { everyone } = snapshot.state
    const open = openPolls(everyone.voting)
    const given = open.length === 0 ? [] : await readGiven(database, meetingId)
    const givenTo = (pollId: string): Given | undefined => given.find((one) => one.pollId === pollId)
    const polls = open.flatMap((poll) => {
      const own = givenTo(poll.question.pollId)
      return own ? [runningPoll(everyone, poll, own)] : []
    })
    return { snapshot, polls }
  }
}

const hasOpenPolls = (snapshot: StreamSnapshot): boolean =>
  snapshot.kind === 'meeting' && openPolls(asMeeting(snapshot).state.everyone.voting).length > 0
