// Room grants: a JWT that opens one media room on one node for one connection, for a minute (DESIGN 3).
import { AppError } from '@hoi-truong/shared/errors'
import { GRANT_SECONDS, type GrantClaims, type GrantReply } from '@hoi-truong/shared/media'
import jwt from 'jsonwebtoken'
import type { Database } from '../database/client.ts'
import { asMeeting, type StreamCache } from '../log/streamCache.ts'
import { mayPublish } from './desiredState.ts'
import type { MediaNode, MediaNodes } from './mediaNodes.ts'
import { findPlace, place, type RoomPlace } from './roomPlaces.ts'

/** A node that is off the control channel for less than this may only have lost signaling: its rooms stay where they are. */
const NODE_ABSENCE_MS = 5_000

export interface RoomGrantParts {
  database: Database
  cache: StreamCache
  nodes: MediaNodes
  secret: string
}

export class RoomGrants {
  readonly #parts: RoomGrantParts
  /** By node id: since when a room's node has been missing, in ms of the monotonic clock. */
  readonly #missing = new Map<string, number>()

  constructor(parts: RoomGrantParts) {
    this.#parts = parts
  }

  /** @throws AppError MEETING_CLOSED, MEDIA_UNAVAILABLE */
  async issue(memberId: string, connectionId: string, meetingId: string): Promise<GrantReply> {
    const { database, cache, secret } = this.#parts
    const snapshot = asMeeting(await cache.read(database, meetingId))
    const { everyone } = snapshot.state
    if (everyone.meeting.status === 'closed') throw new AppError('MEETING_CLOSED')
    const { node, epoch } = await this.#placeRoom(meetingId)
    const claims: GrantClaims = {
      meetingId,
      memberId,
      connectionId,
      nodeId: node.nodeId,
      epoch,
      seq: snapshot.position.seq,
      mayPublish: mayPublish(everyone, memberId),
    }
    return {
      url: node.publicUrl,
      grant: jwt.sign(claims, secret, { algorithm: 'HS256', expiresIn: GRANT_SECONDS }),
      epoch,
    }
  }

  /** The room of this place is lost: it gets a new one at once, on the same node or another. Returns the epoch that holds now. */
  async replace(lost: Pick<RoomPlace, 'meetingId' | 'epoch'>): Promise<number> {
    const { database, nodes } = this.#parts
    const now = await findPlace(database, lost.meetingId)
    if (!now || now.epoch > lost.epoch) return now?.epoch ?? lost.epoch
    const node = nodes.find(now.nodeId) ?? nodes.leastLoaded() ?? now
    return (await place(database, lost.meetingId, now, node)).epoch
  }

  async #placeRoom(meetingId: string): Promise<{ node: MediaNode; epoch: number }> {
    const { database, nodes } = this.#parts
    const old = await findPlace(database, meetingId)
    const current = old ? nodes.find(old.nodeId) : undefined
    if (old && current && current.instanceId === old.instanceId) return { node: current, epoch: old.epoch }
    if (old && !current && !this.#isGone(old.nodeId)) throw new AppError('MEDIA_UNAVAILABLE')
    const chosen = current ?? nodes.leastLoaded()
    if (!chosen) throw new AppError('MEDIA_UNAVAILABLE')
    const now = await place(database, meetingId, old, chosen)
    const node = nodes.find(now.nodeId)
    if (!node) throw new AppError('MEDIA_UNAVAILABLE')
    return { node, epoch: now.epoch }
  }

  #isGone(nodeId: string): boolean {
    const since = this.#missing.get(nodeId) ?? performance.now()
    this.#missing.set(nodeId, since)
    return performance.now() - since > NODE_ABSENCE_MS
  }

  /** The node is (back) on the control channel. */
  nodeIsHere(nodeId: string): void {
    this.#missing.delete(nodeId)
  }
}
