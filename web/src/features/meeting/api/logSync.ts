// Keeps one meeting's log in step over one connection: asks for what is missing, takes what is pushed, and asks again when
// something does not join. Lives exactly as long as its connection.
import type { LogEntry } from '@hoi-truong/shared/log'
import type { GatewayWire } from './gateway.ts'
import { type Followed, followEntries, followReply, type Step } from './logFollower.ts'

export interface LogKeeper {
  followed(): Followed | null
  /** @param now the server's clock, ISO 8601 */
  synced(now: string): void
  follow(followed: Followed): void
  chainBroken(seq: number): void
}

export class LogSync {
  readonly #wire: GatewayWire
  readonly #streamId: string
  readonly #keeper: LogKeeper
  /** Pushed while an answer is on its way: what comes first may belong after it. */
  #held: LogEntry[][] = []
  #wanted: { whole: boolean } | null = null
  #running: Promise<void> | null = null

  constructor(wire: GatewayWire, streamId: string, keeper: LogKeeper) {
    this.#wire = wire
    this.#streamId = streamId
    this.#keeper = keeper
    wire.on('events', (message) => {
      if (message.streamId === streamId) this.#push(message.entries)
    })
    wire.on('resync', (message) => {
      if (message.streamId === streamId) this.#again(true)
    })
  }

  /** Up to date when it fulfils. */
  sync(whole: boolean, patienceMs?: number): Promise<void> {
    this.#wanted = { whole: whole || this.#wanted?.whole === true }
    this.#running ??= this.#run(patienceMs).finally(() => {
      this.#running = null
    })
    return this.#running
  }

  async #run(patienceMs?: number): Promise<void> {
    while (this.#wanted) {
      const { whole } = this.#wanted
      this.#wanted = null
      const before = whole ? null : this.#keeper.followed()
      const after = before ? { after: before.position } : {}
      const reply = await this.#wire.request('subscribe', { streamId: this.#streamId, ...after }, patienceMs)
      this.#keeper.synced(reply.now)
      this.#take(followReply(reply, before))
      const held = this.#held
      this.#held = []
      for (const entries of held) this.#join(entries)
    }
  }

  #push(entries: LogEntry[]): void {
    if (this.#running) this.#held.push(entries)
    else this.#join(entries)
  }

  #join(entries: LogEntry[]): void {
    const followed = this.#keeper.followed()
    if (followed) this.#take(followEntries(this.#streamId, entries, followed))
  }

  #take(step: Step): void {
    if (step.kind === 'followed') {
      this.#keeper.follow(step.followed)
      return
    }
    if (step.kind === 'broken') this.#keeper.chainBroken(step.seq)
    this.#again(step.kind === 'broken')
  }

  #again(whole: boolean): void {
    // A connection that cannot answer this is of no use.
    this.sync(whole).catch(() => this.#wire.close())
  }
}
