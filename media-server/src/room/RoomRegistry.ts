// All rooms of this node: opens them for the first who joins, finds the peer of a session, and carries out what the
// control channel and the death of a worker mean for them.
import { AppError } from '@hoi-truong/shared/errors'
import type { DesiredRoom, DeviceClass, GrantClaims } from '@hoi-truong/shared/media'
import type { Logger } from 'pino'
import type { MediaWorker } from '../worker/MediaWorker.ts'
import { Peer } from './Peer.ts'
import { Room } from './Room.ts'
import { RoomPlaces } from './RoomPlaces.ts'
import type { PeerLink } from './RoomView.ts'

/** A grant that was checked, and the second in which it was given. */
export interface CheckedGrant extends GrantClaims {
  iat: number
}

export interface RoomRegistryOptions {
  acquireWorker: () => Promise<MediaWorker>
  resumeMs: number
  log: Logger
  /** Tells signaling that a place is gone; the room's new epoch, or undefined when signaling cannot be reached now. */
  reportLost: (meetingId: string, epoch: number) => Promise<number | undefined>
  /** Who is heard in a room now, loudest first. */
  onSpeakers: (meetingId: string, memberIds: string[]) => void
}

export interface JoinedPeer {
  peer: Peer
  room: Room
}

export class RoomRegistry {
  readonly #options: RoomRegistryOptions
  readonly #rooms = new Map<string, Room>()
  readonly #places = new RoomPlaces()

  constructor(options: RoomRegistryOptions) {
    this.#options = options
  }

  get rooms(): Room[] {
    return [...this.#rooms.values()]
  }

  /** Refuses a grant that cannot lead into a room; asked at the handshake, so that the browser learns it at once. */
  check(grant: CheckedGrant): void {
    this.#places.admit(grant)
    const current = this.#rooms.get(grant.meetingId)?.peerOf(grant.memberId)
    // The later grant wins: an older tab that reconnects with what it still has must not take the room back.
    if (current && current.connectionId !== grant.connectionId && grant.iat < current.grantedAt)
      throw new AppError('PEER_REPLACED')
  }

  async join(grant: CheckedGrant, device: DeviceClass, link: PeerLink): Promise<JoinedPeer> {
    this.check(grant)
    const room = this.#roomFor(grant)
    return room.whileJoining(this.#options.acquireWorker, async () => {
      const place = await room.placeForPeer(device)
      try {
        // The world may have changed while the worker worked.
        this.check(grant)
        if (room.closed) throw new AppError('ROOM_LOST')
        const rights = this.#places.admit(grant)
        const peer: Peer = new Peer({
          ...place,
          memberId: grant.memberId,
          connectionId: grant.connectionId,
          grantSeq: grant.seq,
          grantedAt: grant.iat,
          rights,
          device,
          policy: room.policyFor(device),
          room,
          resumeMs: this.#options.resumeMs,
          onExpired: () => room.leave(peer),
        })
        peer.attach(link)
        room.admit(peer)
        // Its sound may have been switched off between its grant and this moment.
        peer.conform(rights)
        return { peer, room }
      } catch (error) {
        place.sendTransport.close()
        place.receiveTransport.close()
        throw error
      }
    })
  }

  /** The peer of a session that can go on; one that no longer can is taken out, so that its member can join anew. */
  find(meetingId: string, sessionId: string): JoinedPeer | undefined {
    const room = this.#rooms.get(meetingId)
    const peer = room?.peers.find((candidate) => candidate.sessionId === sessionId)
    if (!room || !peer) return undefined
    if (peer.resumable) return { peer, room }
    room.leave(peer)
    return undefined
  }

  applyDesired(desired: DesiredRoom): void {
    const { meetingId, epoch, seq } = desired
    if (!this.#places.learn(desired)) {
      this.#options.log.debug({ meetingId, epoch, seq }, 'stale desired state ignored')
      return
    }
    const room = this.#rooms.get(meetingId)
    if (!room) return
    if (room.epoch < epoch) room.lose()()
    else if (!desired.open) room.end()
    else room.conform(desired.peers, seq)
  }

  /** Signaling knows no place here for a room that it was asked about. */
  drop(meetingId: string, epoch: number): void {
    const room = this.#rooms.get(meetingId)
    if (!room || room.epoch !== epoch) return
    this.#options.log.warn({ meetingId, epoch }, 'room has no place here any more')
    room.lose()()
  }

  /** Signaling is told first, so that the browsers who ask it for a new grant get one for the new place. */
  async workerDied(worker: MediaWorker): Promise<void> {
    const lost = this.rooms.filter(({ routers }) => routers.some((router) => router.worker === worker))
    const farewells = lost.map((room) => {
      const tell = room.lose()
      this.#places.lose(room.meetingId, room.epoch)
      return { room, tell }
    })
    const one = async ({ room: { meetingId, epoch }, tell }: (typeof farewells)[number]) => {
      this.#options.log.warn({ meetingId, epoch }, 'room lost with its worker')
      const newEpoch = await this.#options.reportLost(meetingId, epoch)
      if (newEpoch !== undefined) this.#places.raise(meetingId, newEpoch)
      tell()
    }
    await Promise.all(farewells.map(one))
  }

  sweep(): void {
    this.#places.sweep((meetingId) => this.#rooms.has(meetingId))
  }

  /** The server stops: every browser looks for a new place at once instead of waiting for a dead one. */
  close(): void {
    for (const room of this.rooms) room.lose()()
  }

  #roomFor({ meetingId, epoch }: CheckedGrant): Room {
    const standing = this.#rooms.get(meetingId)
    if (standing?.epoch === epoch) return standing
    standing?.lose()()
    const room = new Room(meetingId, epoch, {
      onClosed: (closed) => {
        if (this.#rooms.get(meetingId) !== closed) return
        this.#rooms.delete(meetingId)
        this.#options.log.info({ meetingId, epoch }, 'room closed')
      },
      onSpeakers: (memberIds) => this.#options.onSpeakers(meetingId, memberIds),
    })
    this.#rooms.set(meetingId, room)
    this.#options.log.info({ meetingId, epoch }, 'room opened')
    return room
  }
}
