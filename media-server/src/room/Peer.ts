// One member in one room: both transports, what it sends and receives, and its way to the browser, which may break and
// come back while the sound goes on.
import { randomUUID } from 'node:crypto'
import { AppError } from '@hoi-truong/shared/errors'
import type { DesiredPeer, DeviceClass, MediaPolicy, MediaRequestBody } from '@hoi-truong/shared/media'
import { PeerConsumers } from './PeerConsumers.ts'
import { PeerProducers } from './PeerProducers.ts'
import type { PeerTransport } from './PeerTransport.ts'
import { pictureBitrate, samePolicy } from './policy.ts'
import type { RoomRouter } from './RoomRouter.ts'
import type { Listener, Notification, NotificationBody, PeerLink, RoomView } from './RoomView.ts'

/** What the meeting says of one peer. */
export type PeerRights = Pick<DesiredPeer, 'mayPublish' | 'held' | 'neverCapped' | 'silencedSeq'>

export interface PeerOptions {
  memberId: string
  connectionId: string
  /** Of the grant: the meeting's stream when it was given, and the second in which it was given. */
  grantSeq: number
  grantedAt: number
  rights: PeerRights
  device: DeviceClass
  policy: MediaPolicy
  room: RoomView
  router: RoomRouter
  sendTransport: PeerTransport
  receiveTransport: PeerTransport
  /** How long the peer is kept without a way to its browser. */
  resumeMs: number
  /** Nobody came back in that time. */
  onExpired: () => void
}

export class Peer implements Listener {
  readonly sessionId = randomUUID()
  readonly memberId: string
  readonly connectionId: string
  readonly grantSeq: number
  readonly grantedAt: number
  readonly device: DeviceClass
  readonly room: RoomView
  readonly router: RoomRouter
  readonly sendTransport: PeerTransport
  readonly receiveTransport: PeerTransport
  readonly producers: PeerProducers
  readonly consumers: PeerConsumers
  readonly #resumeMs: number
  readonly #onExpired: () => void
  #policy: MediaPolicy
  #wishedBitrate: number | null = null
  #neverCapped: boolean
  /** Of the last silencing that this peer's microphone has been through; those before its grant do not concern it. */
  #silencedSeq: number
  #link: PeerLink | undefined
  #expiry: NodeJS.Timeout | undefined
  #closed = false

  constructor(options: PeerOptions) {
    this.memberId = options.memberId
    this.connectionId = options.connectionId
    this.grantSeq = options.grantSeq
    this.grantedAt = options.grantedAt
    this.device = options.device
    this.#policy = options.policy
    this.#neverCapped = options.rights.neverCapped
    this.#silencedSeq = options.grantSeq
    this.room = options.room
    this.router = options.router
    this.sendTransport = options.sendTransport
    this.receiveTransport = options.receiveTransport
    this.#resumeMs = options.resumeMs
    this.#onExpired = options.onExpired
    const { memberId, room, router } = options
    this.producers = new PeerProducers({ peer: this, room, router, transport: options.sendTransport }, options.rights)
    this.consumers = new PeerConsumers({ memberId, router, transport: options.receiveTransport }, options.policy)
    this.#limitPictures()
  }

  get closed(): boolean {
    return this.#closed
  }

  /** A browser is listening; otherwise the peer waits for its return. */
  get present(): boolean {
    return this.#link !== undefined
  }

  /** Coming back makes sense only while both transports can still carry something. */
  get resumable(): boolean {
    return !this.#closed && !this.sendTransport.closed && !this.receiveTransport.closed
  }

  /** The newest link wins; an older one that still stands belongs to a copy of the page, or is dead. */
  attach(link: PeerLink): void {
    clearTimeout(this.#expiry)
    const older = this.#link
    this.#link = link
    if (older && older !== link) {
      older.notify('removed', { code: 'PEER_REPLACED' })
      older.close()
    }
  }

  detach(link: PeerLink): void {
    if (this.#link !== link) return
    this.#link = undefined
    if (!this.#closed) this.#expiry = setTimeout(this.#onExpired, this.#resumeMs)
  }

  notify<N extends Notification>(notification: N, body: NotificationBody<N>): void {
    this.#link?.notify(notification, body)
  }

  /** Three others may speak already: this one is heard all the same. */
  get neverCapped(): boolean {
    return this.#neverCapped
  }

  get policy(): MediaPolicy {
    return this.#policy
  }

  conform(rights: PeerRights): void {
    this.#neverCapped = rights.neverCapped
    const { producers } = this
    if (producers.setRights(rights)) this.notify('grants', { mayPublish: producers.mayPublish, held: producers.held })
    if (rights.silencedSeq <= this.#silencedSeq) return
    this.#silencedSeq = rights.silencedSeq
    if (producers.silence()) this.notify('silenced', {})
  }

  setPolicy(policy: MediaPolicy): void {
    if (samePolicy(this.#policy, policy)) return
    this.#policy = policy
    this.consumers.limit(policy)
    this.#limitPictures()
    this.notify('policy', policy)
  }

  /** What its browser finds of the link; answers what the server believes of it. */
  async reportLink({ link, mostBitrate }: MediaRequestBody<'reportLink'>): Promise<number | null> {
    this.#wishedBitrate = mostBitrate
    this.#limitPictures()
    this.room.linkReported(this.sessionId, link)
    return this.receiveTransport.availableBitrate()
  }

  #limitPictures(): void {
    this.receiveTransport.limitPictures(pictureBitrate(this.#policy.receiveBitrate, this.#wishedBitrate))
  }

  transport(transportId: string): PeerTransport {
    const transport = [this.sendTransport, this.receiveTransport].find(
      ({ id, closed }) => id === transportId && !closed,
    )
    if (!transport) throw new AppError('TRANSPORT_UNKNOWN')
    return transport
  }

  /** Stops the media; the browser is told by `endWith`. */
  close(): void {
    if (this.#closed) return
    this.#closed = true
    clearTimeout(this.#expiry)
    this.sendTransport.close()
    this.receiveTransport.close()
  }

  /** The last word to the browser, and the end of the media. */
  endWith<N extends Notification>(notification: N, body: NotificationBody<N>): void {
    this.close()
    this.notify(notification, body)
    this.#link?.close()
    this.#link = undefined
  }
}
