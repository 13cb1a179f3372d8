// The control channel: media-servers dial in, say which rooms they have, and are told what each room should be.
import { timingSafeEqual } from 'node:crypto'
import { AppError, fail, parse } from '@hoi-truong/shared/errors'
import {
  CONTROL_CONTRACT,
  CONTROL_NAMESPACE,
  type ControlHandshake,
  type ControlNodeToSignaling,
  type ControlSignalingToNode,
  controlHandshakeSchema,
  controlRequestSchemas,
} from '@hoi-truong/shared/media'
import { byTable, serveRequests } from '@hoi-truong/shared/protocol'
import type { Namespace, Server, Socket } from 'socket.io'
import { type Database, translateDatabaseError } from '../database/client.ts'
import { reportRequest } from '../gateway/reportRequest.ts'
import type { CommittedBatch } from '../log/publisher.ts'
import { asMeeting, type StreamCache, type StreamSnapshot } from '../log/streamCache.ts'
import type { Log } from '../ops/logger.ts'
import type { Metrics } from '../ops/metrics.ts'
import { desiredRoom } from './desiredState.ts'
import type { MediaNode, MediaNodes } from './mediaNodes.ts'
import type { RoomGrants } from './roomGrants.ts'
import { findPlace, placesOfNode } from './roomPlaces.ts'

interface SocketData {
  handshake: ControlHandshake
}
type NoEvents = Record<string, never>
type ControlNamespace = Namespace<ControlNodeToSignaling, ControlSignalingToNode, NoEvents, SocketData>
type ControlSocket = Socket<ControlNodeToSignaling, ControlSignalingToNode, NoEvents, SocketData>

export interface ControlParts {
  database: Database
  cache: Pick<StreamCache, 'read'>
  nodes: MediaNodes
  grants: RoomGrants
  metrics: Metrics
  log: Log
  secret: string
  /** Who is heard in a room now, loudest first. */
  onSpeakers: (meetingId: string, memberIds: string[]) => void
}

/** A room that could not be told what it should be goes on as it was: somebody without the floor may be heard as long as that lasts. */
const TELL_AGAIN_MS = 1_000

export class ControlChannel {
  readonly #parts: ControlParts
  /** By meeting: when its room is told again. */
  readonly #untold = new Map<string, NodeJS.Timeout>()
  #stopped = false

  constructor(io: Server, parts: ControlParts) {
    this.#parts = parts
    const namespace = io.of(CONTROL_NAMESPACE) as unknown as ControlNamespace
    namespace.use((socket, next) => {
      try {
        socket.data = { handshake: this.#authenticate(socket.handshake.auth) }
        next()
      } catch (error) {
        const { error: data } = fail(error)
        next(Object.assign(new Error(data.code), { data }))
      }
    })
    namespace.on('connection', (socket) => this.#welcome(socket))
  }

  /** Tells the room's node what has changed. Called for every committed batch of a meeting. */
  follow({ snapshot, entries }: CommittedBatch): void {
    if (snapshot.kind === 'meeting' && entries.length > 0) void this.#tell(snapshot.streamId, async () => snapshot)
  }

  stop(): void {
    this.#stopped = true
    for (const timer of this.#untold.values()) clearTimeout(timer)
  }

  async #tell(meetingId: string, read: () => Promise<StreamSnapshot>): Promise<void> {
    const { database, cache, nodes, log } = this.#parts
    try {
      const snapshot = asMeeting(await read())
      const room = await findPlace(database, meetingId)
      if (room) nodes.find(room.nodeId)?.send(desiredRoom(snapshot, room.epoch))
    } catch (error) {
      log('media').warn({ err: error }, 'a media room could not be told its state')
      if (this.#stopped || this.#untold.has(meetingId)) return
      const again = () => {
        this.#untold.delete(meetingId)
        void this.#tell(meetingId, () => cache.read(database, meetingId))
      }
      this.#untold.set(meetingId, setTimeout(again, TELL_AGAIN_MS))
    }
  }

  #authenticate(auth: unknown): ControlHandshake {
    const handshake = parse(controlHandshakeSchema, auth)
    const given = Buffer.from(handshake.secret)
    const right = Buffer.from(this.#parts.secret)
    if (given.length !== right.length || !timingSafeEqual(given, right)) throw new AppError('TOKEN_INVALID')
    // An older media-server would not know what is held from everybody, and let it be heard.
    if (handshake.contract !== CONTROL_CONTRACT) throw new AppError('PROTOCOL_OLD')
    return handshake
  }

  #welcome(socket: ControlSocket): void {
    const { nodes, grants, metrics, log } = this.#parts
    const { nodeId, instanceId, publicUrl } = socket.data.handshake
    const node: MediaNode = { nodeId, instanceId, publicUrl, rooms: 0, send: (room) => socket.emit('desired', room) }
    socket.on('disconnect', () => {
      if (nodes.remove(node)) grants.nodeIsMissing(nodeId)
      metrics.mediaNodes.set(nodes.count)
      log('media').warn({ nodeId }, 'media-server left the control channel')
    })
    serveRequests(socket, {
      schemas: controlRequestSchemas,
      admit: () => {},
      handle: byTable<typeof controlRequestSchemas>({
        hello: async ({ rooms }) => {
          node.rooms = rooms.length
          nodes.add(node)
          grants.nodeIsHere(nodeId)
          metrics.mediaNodes.set(nodes.count)
          log('media').info({ nodeId, rooms: rooms.length }, 'media-server joined the control channel')
          return { rooms: await this.#desiredRooms(node, rooms) }
        },
        roomLost: async (lost) => ({ epoch: await grants.replace(node, lost) }),
        speakers: async ({ rooms }) => {
          for (const { meetingId, memberIds } of rooms) this.#parts.onSpeakers(meetingId, memberIds)
          return {}
        },
        load: async ({ rooms }) => {
          node.rooms = rooms
          return {}
        },
      }),
      translate: translateDatabaseError,
      count: (request, outcome) => metrics.requests.inc({ request: `control:${request}`, outcome }),
      report: reportRequest(log('media')),
    })
  }

  async #desiredRooms(node: MediaNode, asked: readonly { meetingId: string }[]) {
    const { database, cache } = this.#parts
    const places = await placesOfNode(
      database,
      node.nodeId,
      node.instanceId,
      asked.map(({ meetingId }) => meetingId),
    )
    return Promise.all(
      places.map(async ({ meetingId, epoch }) => desiredRoom(asMeeting(await cache.read(database, meetingId)), epoch)),
    )
  }
}
