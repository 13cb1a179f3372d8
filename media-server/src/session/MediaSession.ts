// One socket of one browser, from handshake to end: what let it in, the peer it speaks for, and its requests one after
// the other.
import { AppError } from '@hoi-truong/shared/errors'
import type { CheckedGrant, JoinedPeer } from '../room/RoomRegistry.ts'
import type { ResumeClaims } from './ResumeTokens.ts'
import type { SocketLink } from './SocketLink.ts'

/** What let the socket in. */
export type Admission = { by: 'grant'; grant: CheckedGrant } | { by: 'resumeToken'; session: ResumeClaims }

/** More than any browser has under way; the answer to a worker that hangs must not be a growing queue. */
const MOST_WAITING = 100

export class MediaSession {
  readonly admission: Admission
  readonly link: SocketLink
  #joined: JoinedPeer | undefined
  #tail: Promise<void> = Promise.resolve()
  #waiting = 0
  #ended = false
  #left = false

  constructor(admission: Admission, link: SocketLink) {
    this.admission = admission
    this.link = link
  }

  get hasJoined(): boolean {
    return this.#joined !== undefined
  }

  /** Left on purpose: what let this socket in is used up. */
  get hasLeft(): boolean {
    return this.#left
  }

  /** The peer and its room; nothing but join and resume is answered without. */
  get joined(): JoinedPeer {
    if (!this.#joined) throw new AppError('ROOM_NOT_JOINED')
    if (this.#joined.room.closed) throw new AppError('ROOM_LOST')
    if (this.#joined.peer.closed) throw new AppError('ROOM_NOT_JOINED')
    return this.#joined
  }

  bind(joined: JoinedPeer): void {
    this.#joined = joined
    // The socket may have broken while the room was being opened.
    if (this.#ended) joined.peer.detach(this.link)
  }

  /** One request after the other, in the order in which they came: pause and resume must not overtake each other. */
  inOrder(step: () => Promise<void>): void {
    if (this.#waiting >= MOST_WAITING) throw new AppError('TOO_MANY_REQUESTS')
    this.#waiting++
    this.#tail = this.#tail.then(step).finally(() => {
      this.#waiting--
    })
  }

  leave(): void {
    const { room, peer } = this.joined
    room.leave(peer)
    this.#joined = undefined
    this.#left = true
  }

  /** The socket broke; the peer waits for its return. */
  end(): void {
    this.#ended = true
    this.#joined?.peer.detach(this.link)
  }
}
