// Officers who look on from above are told of meetings as they change: each as far as their role reaches, and no longer than they
// hold it. Figures only; what they may not see (drafts, practice, names) never comes this way.
import { AppError } from '@hoi-truong/shared/errors'
import { isReadable, type LogEntry } from '@hoi-truong/shared/log'
import type { MeetingFigure, MeetingFigures } from '@hoi-truong/shared/monitoring'
import { LRUCache } from 'lru-cache'
import type { Logger } from 'pino'
import { type Database, isUnreachable } from '../database/client.ts'
import type { GatewayServer, GatewaySocket } from '../gateway/gatewayServer.ts'
import type { CommittedBatch } from '../log/publisher.ts'
import { figureOf } from './meetings.ts'
import { PacedFigures } from './PacedFigures.ts'
import { maySeeBeneath, requireSight } from './rights.ts'
import { Uppers } from './Uppers.ts'

/** A role may end at midnight, or by another node: how long a right is believed without asking again. */
const BELIEVED_MS = 30_000
/** A page looks at one organization; some tabs of one browser may share a socket one day. */
const MOST_WATCHED = 20
const SENT_KEPT = 20_000

const room = (organizationId: string) => `watch:${organizationId}`

/** When a right was last seen, and after how many changes of roles. */
interface Sight {
  memberId: string
  at: number
  change: number
}

export class Watching {
  readonly #io: GatewayServer
  readonly #database: Database
  readonly #uppers: Uppers
  readonly #paced: PacedFigures
  /** Of each watched organization its watchers, by the id of the socket. */
  readonly #watched = new Map<string, Map<string, Sight>>()
  /** Of each watcher the organizations, by the id of the socket. */
  readonly #watchers = new Map<string, Set<string>>()
  /** What was last told of a meeting: an event that changes no figure is no news. */
  readonly #told = new LRUCache<string, string>({ max: SENT_KEPT })
  readonly #log: Logger
  /** Counts what may have changed somebody's roles. */
  #change = 0

  constructor(io: GatewayServer, database: Database, log: Logger) {
    this.#io = io
    this.#database = database
    this.#log = log
    this.#uppers = new Uppers(database)
    this.#paced = new PacedFigures({ send: (figures) => this.#send(figures), onError: (error) => this.#report(error) })
  }

  /** @throws AppError FORBIDDEN, TOO_MANY_REQUESTS */
  async watch(socket: GatewaySocket, organizationId: string): Promise<void> {
    const { memberId } = socket.data
    const sight = { memberId, at: Date.now(), change: this.#change }
    await requireSight(this.#database, memberId, organizationId)
    if (!socket.connected) return
    const own = this.#watchers.get(socket.id) ?? new Set<string>()
    if (own.size >= MOST_WATCHED && !own.has(organizationId)) throw new AppError('TOO_MANY_REQUESTS')
    this.#watchers.set(socket.id, own.add(organizationId))
    const watchers = this.#watched.get(organizationId) ?? new Map<string, Sight>()
    this.#watched.set(organizationId, watchers.set(socket.id, sight))
    await socket.join(room(organizationId))
  }

  async unwatch(socket: GatewaySocket, organizationId: string): Promise<void> {
    this.#forget(organizationId, socket.id)
    await socket.leave(room(organizationId))
  }

  /** Its connection has ended. */
  left(socketId: string): void {
    for (const organizationId of [...(this.#watchers.get(socketId) ?? [])]) this.#forget(organizationId, socketId)
  }

  /** Takes every committed batch. */
  take({ snapshot, entries }: CommittedBatch): void {
    if (snapshot.kind === 'organization') {
      this.#followChange(entries)
      return
    }
    if (this.#watched.size === 0) return
    const figure = figureOf(snapshot)
    if (!figure) return
    const { seq: _, ...facts } = figure
    const told = JSON.stringify(facts)
    if (this.#told.get(figure.meetingId) === told) return
    this.#told.set(figure.meetingId, told)
    void this.#pass(figure)
  }

  end(): void {
    this.#paced.end()
  }

  #followChange(entries: readonly LogEntry[]): void {
    const types = entries.flatMap((entry) => (isReadable(entry) ? [entry.type] : []))
    if (types.some((type) => type.startsWith('member.') || type.startsWith('organization.'))) this.#change += 1
    if (types.some((type) => type.startsWith('organization.') && type !== 'organization.membersImported'))
      this.#uppers.forget()
  }

  /** To each watched organization above: the meeting itself where the branch is next beneath, else through which committee it came. */
  async #pass(figure: MeetingFigure): Promise<void> {
    try {
      const uppers = await this.#uppers.of(figure.organizationId)
      for (const [depth, organizationId] of uppers.entries()) {
        if (!this.#watched.has(organizationId)) continue
        const through = depth > 1 ? uppers[depth - 1] : undefined
        this.#paced.take(organizationId, through === undefined ? { meeting: figure } : { beneath: through })
      }
    } catch (error) {
      // The pages ask again by themselves; what was not told is news again.
      this.#told.delete(figure.meetingId)
      this.#report(error)
    }
  }

  async #send(figures: MeetingFigures): Promise<void> {
    const { organizationId } = figures
    const watchers = [...(this.#watched.get(organizationId) ?? [])]
    await Promise.all(watchers.map(([socketId, sight]) => this.#keepOrShowOut(organizationId, socketId, sight)))
    if (this.#watched.has(organizationId)) this.#io.to(room(organizationId)).emit('figures', figures)
  }

  async #keepOrShowOut(organizationId: string, socketId: string, sight: Sight): Promise<void> {
    if (sight.change === this.#change && Date.now() - sight.at < BELIEVED_MS) return
    const asked = { at: Date.now(), change: this.#change }
    // While roles cannot be read nobody is told anything: the pages ask again by themselves.
    if (await maySeeBeneath(this.#database, sight.memberId, organizationId)) {
      Object.assign(sight, asked)
      return
    }
    this.#forget(organizationId, socketId)
    await this.#io.of('/').sockets.get(socketId)?.leave(room(organizationId))
  }

  #forget(organizationId: string, socketId: string): void {
    const watchers = this.#watched.get(organizationId)
    watchers?.delete(socketId)
    if (watchers?.size === 0) this.#watched.delete(organizationId)
    const own = this.#watchers.get(socketId)
    own?.delete(organizationId)
    if (own?.size === 0) this.#watchers.delete(socketId)
  }

  #report(error: unknown): void {
    if (!isUnreachable(error)) this.#log.error({ err: error }, 'figures could not be sent')
  }
}
