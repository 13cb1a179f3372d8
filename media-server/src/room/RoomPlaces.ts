// What this node knows about where rooms live and who belongs in them, kept apart from the rooms themselves: it
// outlives a room that closed or was lost, so that an old grant or an old desired state cannot bring back what is past.
import { AppError } from '@hoi-truong/shared/errors'
import type { DesiredRoom, GrantClaims } from '@hoi-truong/shared/media'
import type { PeerRights } from './Peer.ts'

interface Place {
  /** The lowest epoch that may still be joined here. */
  epoch: number
  desired: DesiredRoom | undefined
  touchedAt: number
}

/** Grants live a minute; ten leave room for clocks and for signaling's repeats. */
const REMEMBERED_MS = 10 * 60_000

export class RoomPlaces {
  readonly #places = new Map<string, Place>()
  readonly #now: () => number

  constructor(now: () => number = Date.now) {
    this.#now = now
  }

  /**
   * What the holder of a grant may do, or the refusal. Asked again whenever time has passed since the last answer.
   */
  admit({ meetingId, memberId, epoch, seq, mayPublish, held, neverCapped }: GrantClaims): PeerRights {
    const place = this.#place(meetingId)
    if (epoch < place.epoch) throw new AppError('EPOCH_STALE')
    place.epoch = epoch
    const { desired } = place
    // A grant that is younger than the last desired state knows better.
    if (!desired || desired.epoch !== epoch || desired.seq < seq)
      return { mayPublish, held, neverCapped, silencedSeq: 0 }
    if (!desired.open) throw new AppError('ROOM_ENDED')
    const peer = desired.peers.find((candidate) => candidate.memberId === memberId)
    if (!peer) throw new AppError('PEER_REMOVED')
    return peer
  }

  /** False when something newer is known. The same again is taken again: it is sent whole after every break. */
  learn(desired: DesiredRoom): boolean {
    const place = this.#place(desired.meetingId)
    if (desired.epoch < place.epoch) return false
    if (place.desired && desired.epoch === place.desired.epoch && desired.seq < place.desired.seq) return false
    place.epoch = desired.epoch
    place.desired = desired
    return true
  }

  /** The place of this epoch is gone: only a higher one can be joined. */
  lose(meetingId: string, epoch: number): void {
    this.raise(meetingId, epoch + 1)
  }

  raise(meetingId: string, epoch: number): void {
    const place = this.#place(meetingId)
    place.epoch = Math.max(place.epoch, epoch)
  }

  /** Forgets what nothing has asked about for long, except rooms that stand. */
  sweep(stands: (meetingId: string) => boolean): void {
    const oldest = this.#now() - REMEMBERED_MS
    for (const [meetingId, place] of this.#places) {
      if (place.touchedAt < oldest && !stands(meetingId)) this.#places.delete(meetingId)
    }
  }

  get size(): number {
    return this.#places.size
  }

  #place(meetingId: string): Place {
    const place = this.#places.get(meetingId) ?? { epoch: 0, desired: undefined, touchedAt: 0 }
    place.touchedAt = this.#now()
    this.#places.set(meetingId, place)
    return place
  }
}
