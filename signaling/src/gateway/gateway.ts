// The browser's socket: who it is, what it follows, its commands and its room grants.
import { AppError, type ErrorReply, fail, parse } from '@hoi-truong/shared/errors'
import {
  byTable,
  gatewayHandshakeSchema,
  gatewayRequestSchemas,
  PROTOCOL_VERSION,
  type RequestTable,
  serveRequests,
} from '@hoi-truong/shared/protocol'
import type { AccessClaims, AccessTokens } from '../account/accessToken.ts'
import type { SessionEnd, Sessions } from '../account/sessions.ts'
import type { Presence } from '../attendance/presence.ts'
import type { SiteCodes } from '../attendance/SiteCodes.ts'
import { showSiteCode } from '../attendance/showSiteCode.ts'
import { type Database, translateDatabaseError } from '../database/client.ts'
import type { ShownPages } from '../document/ShownPages.ts'
import type { CommandPipeline } from '../log/commandPipeline.ts'
import { type CommandRegistry, prepareCommand } from '../log/prepareCommand.ts'
import { syncStream, viewerOf } from '../log/queries.ts'
import type { StreamCache, StreamSnapshot } from '../log/streamCache.ts'
import type { RoomGrants } from '../media/roomGrants.ts'
import type { Watching } from '../monitoring/Watching.ts'
import type { Log } from '../ops/logger.ts'
import type { Metrics } from '../ops/metrics.ts'
import type { RequestLimits } from '../ops/requestLimits.ts'
import type { SecretPolls } from '../voting/secret/SecretPolls.ts'
import type { PollStandings } from '../voting/standing/PollStandings.ts'
import { allRoomsOf, roomsOf, viewRoomsOf } from './fanOut.ts'
import type { GatewayServer, GatewaySocket } from './gatewayServer.ts'
import { reportRequest } from './reportRequest.ts'

export interface GatewayParts {
  database: Database
  cache: StreamCache
  pipeline: CommandPipeline
  registry: CommandRegistry
  tokens: AccessTokens
  sessions: Sessions
  presence: Presence
  grants: RoomGrants
  siteCodes: SiteCodes
  watching: Watching
  shownPages: ShownPages
  pollStandings: PollStandings
  secretPolls: SecretPolls
  limits: RequestLimits
  metrics: Metrics
  log: Log
  nodeId: string
}

const enteredRoom = (meetingId: string) => `entered:${meetingId}`
const sessionRoom = (sessionId: string) => `session:${sessionId}`

export class Gateway {
  readonly #io: GatewayServer
  readonly #parts: GatewayParts

  constructor(io: GatewayServer, parts: GatewayParts) {
    this.#io = io
    this.#parts = parts
    io.use((socket, next) => {
      this.#authenticate(socket)
        .then((claims) => {
          socket.data = { ...claims, entered: new Set() }
          next()
        })
        .catch((error: unknown) => next(refusal(fail(translateDatabaseError(error)).error)))
    })
    io.on('connection', (socket) => this.#welcome(socket))
  }

  /** Ends every socket of a session and says why. */
  endSession(sessionId: string, code: SessionEnd): void {
    const sockets = this.#io.to(sessionRoom(sessionId))
    sockets.emit('signedOut', { code })
    sockets.disconnectSockets(true)
  }

  /** For those who follow a meeting without media; who is in the room hears it from the media-server. */
  tellSpeakers(meetingId: string, memberIds: string[]): void {
    const followers = this.#io.to(viewRoomsOf(meetingId)).except(enteredRoom(meetingId))
    followers.volatile.emit('speakers', { streamId: meetingId, memberIds })
  }

  /** Ids of the sessions that have a socket on this node. */
  openSessions(): string[] {
    return [...new Set([...this.#io.of('/').sockets.values()].map((socket) => socket.data.sessionId))]
  }

  async #authenticate(socket: GatewaySocket): Promise<AccessClaims> {
    const { protocol, token } = parse(gatewayHandshakeSchema, socket.handshake.auth)
    if (protocol !== PROTOCOL_VERSION) throw new AppError('PROTOCOL_OLD')
    const claims = this.#parts.tokens.verify(token)
    this.#parts.limits.take(claims.memberId)
    await this.#parts.sessions.requireLive(claims.sessionId)
    return claims
  }

  #welcome(socket: GatewaySocket): void {
    const { metrics, presence, watching, limits, log } = this.#parts
    const { memberId, sessionId } = socket.data
    metrics.connections.inc()
    void socket.join(sessionRoom(sessionId))
    // Every packet, the answer to a ping too, is a sign of life.
    socket.conn.on('packet', () => {
      if (socket.data.entered.size > 0) presence.hear(socket.id)
    })
    socket.on('disconnect', () => {
      metrics.connections.dec()
      watching.left(socket.id)
      void presence.broke(socket.id)
    })
    serveRequests(socket, {
      schemas: gatewayRequestSchemas,
      admit: () => limits.take(memberId),
      handle: byTable<typeof gatewayRequestSchemas>(this.#requests(socket)),
      translate: translateDatabaseError,
      count: (request, outcome) => metrics.requests.inc({ request, outcome }),
      report: reportRequest(log('gateway')),
    })
  }

  #requests(socket: GatewaySocket): RequestTable<typeof gatewayRequestSchemas> {
    const { database, cache, pipeline, registry, grants, siteCodes, watching, nodeId } = this.#parts
    const { shownPages, pollStandings, secretPolls } = this.#parts
    const { memberId, entered } = socket.data
    return {
      command: async (body) => {
        const actor = { kind: 'member' as const, memberId, connectionId: socket.id, nodeId }
        const submission = prepareCommand(registry, actor, body)
        const reply = await pipeline.submit(submission)
        if (submission.type === 'attendance.enter') this.#entered(socket, submission.streamId)
        if (submission.type === 'attendance.leave') this.#left(socket, submission.streamId)
        return reply
      },
      subscribe: async ({ streamId, after }) => {
        const snapshot = await cache.read(database, streamId)
        const viewer = await viewerOf(database, snapshot, memberId)
        for (const room of allRoomsOf(streamId, memberId)) await socket.leave(room)
        // Joined before the state is read: what is committed in between arrives as well, and is known by its number.
        await socket.join(roomsOf(streamId, viewer))
        // Before the answer: whoever has it knows which page is shown, or that nobody has said so yet.
        const shown = shownPages.last(streamId)
        if (shown) socket.emit('pageShown', { streamId, shown })
        const reply = await syncStream(database, cache, memberId, streamId, after)
        void this.#tellPolls(socket, snapshot)
        return reply
      },
      unsubscribe: async ({ streamId }) => {
        for (const room of allRoomsOf(streamId, memberId)) await socket.leave(room)
        return {}
      },
      grant: async ({ meetingId }) => {
        if (!entered.has(meetingId)) throw new AppError('ATTENDANCE_NOT_IN_ROOM')
        return grants.issue(memberId, socket.id, meetingId)
      },
      siteCode: (body) => showSiteCode({ database, cache, siteCodes }, memberId, body),
      showPage: async ({ meetingId, shown }) => {
        const changed = await shownPages.show(memberId, meetingId, shown)
        const others = this.#io.to(viewRoomsOf(meetingId)).except(socket.id)
        const sending = changed === 'page' ? others : others.volatile
        sending.emit('pageShown', { streamId: meetingId, shown })
        return {}
      },
      pollStanding: ({ meetingId, pollId }) => pollStandings.standing(memberId, meetingId, pollId),
      takeBallot: async ({ blinded, ...place }) => ({
        blindSignature: await secretPolls.take(memberId, place, blinded),
      }),
      watch: async ({ organizationId }) => {
        await watching.watch(socket, organizationId)
        return {}
      },
      unwatch: async ({ organizationId }) => {
        await watching.unwatch(socket, organizationId)
        return {}
      },
    }
  }

  /** Of votes that came before somebody follows nothing more is told by itself. */
  async #tellPolls(socket: GatewaySocket, snapshot: StreamSnapshot): Promise<void> {
    for (const progress of await this.#parts.pollStandings.progressFor(snapshot))
      socket.emit('pollProgress', { streamId: snapshot.streamId, progress })
  }

  #entered(socket: GatewaySocket, meetingId: string): void {
    const { presence } = this.#parts
    socket.data.entered.add(meetingId)
    void socket.join(enteredRoom(meetingId))
    presence.hear(socket.id)
    // It may have broken while its command was being committed.
    if (!socket.connected) void presence.broke(socket.id)
  }

  #left(socket: GatewaySocket, meetingId: string): void {
    socket.data.entered.delete(meetingId)
    void socket.leave(enteredRoom(meetingId))
    if (socket.data.entered.size === 0) this.#parts.presence.forget(socket.id)
  }
}

function refusal(reply: ErrorReply): Error & { data: ErrorReply } {
  return Object.assign(new Error(reply.code), { data: reply })
}
