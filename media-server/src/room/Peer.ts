// One member in one room: both transports, what it sends and receives, and its way to the browser, which may break and
// come back while the sound goes on.
import { randomUUID } from 'node:crypto'
import { AppError } from '@hoi-truong/shared/errors'
import type { MediaSource } from '@hoi-truong/shared/media'
import { PeerConsumers } from './PeerConsumers.ts'
import { PeerProducers } from './PeerProducers.ts'
import type { PeerTransport } from './PeerTransport.ts'
import type { RoomRouter } from './RoomRouter.ts'
import type { Listener, Notification, NotificationBody, PeerLink, RoomView } from './RoomView.ts'

export interface PeerOptions {
  memberId: string
  connectionId: string
  /** Of the grant: the meeting's stream when it was given, and the second in which it was given. */
  grantSeq: number
  grantedAt: number
  mayPublish: readonly MediaSource[]
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
  readonly room: RoomView
  readonly router: RoomRouter
  readonly sendTransport: PeerTransport
  readonly receiveTransport: PeerTransport
  readonly producers: PeerProducers
  readonly consumers: PeerConsumers
  readonly #resumeMs: number
  readonly #onExpired: () => void
  #link: PeerLink | undefined
  #expiry: NodeJS.Timeout | undefined
  #closed = false

  constructor(options: PeerOptions) {
    this.memberId = options.memberId
    this.connectionId = options.connectionId
    this.grantSeq = options.grantSeq
    this.grantedAt = options.grantedAt
    this.room = options.room
    this.router = options.router
    this.sendTransport = options.sendTransport
    this.receiveTransport = options.receiveTransport
    this.#resumeMs = options.resumeMs
    this.#onExpired = options.onExpired
    const { memberId, room, router } = options
    this.producers = new PeerProducers(
      { peer: this, room, router, transport: options.sendTransport },
      options.mayPublish,
    )
    this.consumers = new PeerConsumers({ memberId, router, transport: options.receiveTransport })
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

  setMayPublish(mayPublish: readonly MediaSource[]): void {
    if (this.producers.setMayPublish(mayPublish)) this.notify('grants', { mayPublish: this.producers.mayPublish })
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
