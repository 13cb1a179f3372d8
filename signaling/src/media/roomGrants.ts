// Room grants: a JWT that opens one media room on one node for one connection, for a minute (DESIGN 3).
import { hasDevice } from '@hoi-truong/shared/attendance'
import { AppError } from '@hoi-truong/shared/errors'
import { leadsOrSpeaks } from '@hoi-truong/shared/floor'
import { GRANT_SECONDS, type GrantClaims, type GrantReply } from '@hoi-truong/shared/media'
import { meetingRolesOf } from '@hoi-truong/shared/meeting'
import { may } from '@hoi-truong/shared/permissions'
import jwt from 'jsonwebtoken'
import { assertNotShownOut } from '../attendance/shownOut.ts'
import type { Database } from '../database/client.ts'
import { asMeeting, type StreamCache, type StreamSnapshot } from '../log/streamCache.ts'
import { requireUnderWay } from '../meeting/course.ts'
import { heldSources, mayPublish } from './desiredState.ts'
import type { MediaNode, MediaNodes } from './mediaNodes.ts'
import { findPlace, place, type RoomPlace } from './roomPlaces.ts'

export interface RoomGrantParts {
  database: Database
  cache: Pick<StreamCache, 'read'>
  nodes: MediaNodes
  secret: string
  /** A node that is off the control channel for less than this may only have lost signaling: its rooms stay where they are. */
  nodeAbsenceSeconds: number
}

export class RoomGrants {
  readonly #parts: RoomGrantParts
  /** By node id: since when a room's node has been missing, in ms of the monotonic clock. */
  readonly #missing = new Map<string, number>()

  constructor(parts: RoomGrantParts) {
    this.#parts = parts
  }

  /** @throws AppError MEETING_CLOSED, FORBIDDEN, ATTENDANCE_REMOVED, ATTENDANCE_NOT_IN_ROOM, MEDIA_UNAVAILABLE */
  async issue(memberId: string, connectionId: string, meetingId: string): Promise<GrantReply> {
    await this.#readFor(memberId, meetingId)
    const { node, epoch } = await this.#placeRoom(meetingId)
    // Read after the room has its place: from then on the node is told of every change, and nothing before it may be missed.
    const snapshot = await this.#readFor(memberId, meetingId)
    const { everyone } = snapshot.state
    const claims: GrantClaims = {
      meetingId,
      memberId,
      connectionId,
      nodeId: node.nodeId,
      epoch,
      seq: snapshot.position.seq,
      mayPublish: mayPublish(everyone, memberId),
      held: heldSources(everyone, memberId),
      neverCapped: leadsOrSpeaks(everyone, memberId),
    }
    return {
      url: node.publicUrl,
      grant: jwt.sign(claims, this.#parts.secret, { algorithm: 'HS256', expiresIn: GRANT_SECONDS }),
      epoch,
    }
  }

  /** The meeting as it stands, for one who may be in its room. @throws AppError */
  async #readFor(memberId: string, meetingId: string): Promise<StreamSnapshot<'meeting'>> {
    const snapshot = asMeeting(await this.#parts.cache.read(this.#parts.database, meetingId))
    const { everyone } = snapshot.state
    requireUnderWay(everyone.meeting)
    // Who entered may have been taken off the roll, or their interval have lapsed, since: the media room follows the meeting's state.
    if (!may(meetingRolesOf(everyone.meeting, memberId), 'attendance.enter')) throw new AppError('FORBIDDEN')
    assertNotShownOut(everyone.attendance, memberId)
    if (!hasDevice(everyone.attendance, memberId)) throw new AppError('ATTENDANCE_NOT_IN_ROOM')
    return snapshot
  }

  /** A node has lost the room of this place: the room gets a new one there at once. Returns the epoch that holds now. */
  async replace(
    node: Pick<MediaNode, 'nodeId' | 'instanceId'>,
    lost: Pick<RoomPlace, 'meetingId' | 'epoch'>,
  ): Promise<number> {
    const { database } = this.#parts
    const now = await findPlace(database, lost.meetingId)
    if (!now) return lost.epoch
    // Only the node that has the room can lose it: anything else is news of a place that is already past.
    const isThere = now.nodeId === node.nodeId && now.instanceId === node.instanceId
    if (!isThere || now.epoch > lost.epoch) return now.epoch
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
    return performance.now() - this.nodeIsMissing(nodeId) > this.#parts.nodeAbsenceSeconds * 1000
  }

  /** The node has left the control channel, or is looked for and not there. Since when it has been missing. */
  nodeIsMissing(nodeId: string): number {
    const since = this.#missing.get(nodeId) ?? performance.now()
    this.#missing.set(nodeId, since)
    return since
  }

  /** The node is (back) on the control channel. */
  nodeIsHere(nodeId: string): void {
    this.#missing.delete(nodeId)
  }
}
