// Keeps the leases of this node's connections alive, in one statement every few seconds, and ends the presence of members who
// have not been heard for the grace period, whichever node they were on.
import type { Logger } from 'pino'
import type { Database } from '../database/client.ts'
import { isUnreachable } from '../database/client.ts'
import type { CommandPipeline } from '../log/commandPipeline.ts'
import { ownCommand } from '../log/ownCommand.ts'
import { type PresenceTiming, RENEWALS_MISSED } from './leases.ts'

export interface PresenceParts {
  database: Database
  pipeline: CommandPipeline
  timing: PresenceTiming
  log: Logger
}

export class Presence {
  readonly #parts: PresenceParts
  /** By connection id: when it was last heard, in ms of the monotonic clock. */
  readonly #heard = new Map<string, number>()
  #timer: NodeJS.Timeout | undefined
  #round: Promise<void> = Promise.resolve()

  constructor(parts: PresenceParts) {
    this.#parts = parts
  }

  /** @throws when the database cannot be reached: without it there is no presence to keep */
  async start(): Promise<void> {
    // A node that starts cannot know how long nobody was there to hear the members: their grace period begins now.
    await this.#parts.database.$executeRaw`
      insert into presence_service (running_since, last_beat) values (log_clock(), log_clock())
      on conflict (single) do update set running_since = log_clock(), last_beat = log_clock()`
    this.#timer = setInterval(() => this.#tick(), this.#parts.timing.renewSeconds * 1000)
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.#round
  }

  /** A connection entered a meeting or gave a sign of life. */
  hear(connectionId: string): void {
    this.#heard.set(connectionId, performance.now())
  }

  /** A connection left the room by its own wish: its lease is already gone. */
  forget(connectionId: string): void {
    this.#heard.delete(connectionId)
  }

  /** A connection broke: nothing will renew its lease, and it was last seen when it was last heard. */
  async broke(connectionId: string): Promise<void> {
    const heard = this.#heard.get(connectionId)
    if (heard === undefined) return
    this.#heard.delete(connectionId)
    try {
      await this.#parts.database.$executeRaw`
        update presence_lease
        set broken = true, last_seen = greatest(last_seen, log_clock() - make_interval(secs => ${secondsSince(heard)}::float8))
        where connection_id = ${connectionId}`
    } catch (error) {
      // Unmarked, the lease lapses all the same: nobody renews it.
      this.#parts.log.warn({ err: error }, 'a broken connection could not be marked')
    }
  }

  #tick(): void {
    this.#round = this.#round
      .then(() => this.#beat())
      .catch((error: unknown) => {
        const { log } = this.#parts
        if (isUnreachable(error)) log.warn('presence waits for the database')
        else log.error({ err: error }, 'presence round failed')
      })
  }

  async #beat(): Promise<void> {
    const { database, timing } = this.#parts
    const connectionIds = [...this.#heard.keys()]
    const ages = [...this.#heard.values()].map(secondsSince)
    if (connectionIds.length > 0) {
      // What a batch is just writing is not waited for, or the two could wait for each other: the next beat renews it.
      await database.$executeRaw`
        with free as (
          select l.connection_id, l.meeting_id, r.age
          from presence_lease l join unnest(${connectionIds}::text[], ${ages}::float8[]) as r (connection_id, age) using (connection_id)
          where not l.broken for update of l skip locked
        )
        update presence_lease l set last_seen = greatest(l.last_seen, log_clock() - make_interval(secs => free.age))
        from free where l.connection_id = free.connection_id and l.meeting_id = free.meeting_id`
    }
    // A pause in the beats of all nodes was an outage, also when PostgreSQL was the one who was away.
    await database.$executeRaw`
      update presence_service set last_beat = log_clock(), running_since =
        case when last_beat < log_clock() - make_interval(secs => ${RENEWALS_MISSED * timing.renewSeconds}::float8) then log_clock() else running_since end`
    await this.#sweep()
  }

  async #sweep(): Promise<void> {
    const { database, pipeline, timing } = this.#parts
    const rows = await database.$queryRaw<{ meeting_id: string; member_ids: string[] }[]>`
      select meeting_id, array_agg(member_id) as member_ids from (
        select l.meeting_id, l.member_id from presence_lease l cross join presence_service s
        group by l.meeting_id, l.member_id
        having max(greatest(l.last_seen, s.running_since)) < log_clock() - make_interval(secs => ${timing.graceSeconds}::float8)
      ) as lapsed group by meeting_id`
    await Promise.all(
      rows.map(({ meeting_id: meetingId, member_ids: memberIds }) =>
        pipeline.submit(ownCommand('attendance.lapse', meetingId, { memberIds })),
      ),
    )
  }
}

const secondsSince = (moment: number): number => (performance.now() - moment) / 1000
