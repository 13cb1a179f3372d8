// What one peer sends: each source once, only what it may, announced to the room from beginning to end.
import { AppError } from '@hoi-truong/shared/errors'
import { kindOfSource, type MediaSource, type ProducerDescription } from '@hoi-truong/shared/media'
import type { MediaKind, Producer, RtpParameters } from 'mediasoup/types'
import { withClientParameters, withWorker } from './clientParameters.ts'
import type { PeerTransport } from './PeerTransport.ts'
import type { ListedProducer } from './ProducerDirectory.ts'
import type { RoomRouter } from './RoomRouter.ts'
import type { Listener, RoomView } from './RoomView.ts'

export interface ProduceRequest {
  kind: MediaKind
  source: MediaSource
  rtpParameters: RtpParameters
  paused: boolean
}

interface Own {
  peer: Listener & { readonly memberId: string }
  room: RoomView
  router: RoomRouter
  transport: PeerTransport
}

export const describeProducer = ({ producer, memberId, source }: ListedProducer): ProducerDescription => ({
  producerId: producer.id,
  memberId,
  source,
  paused: producer.paused,
})

export class PeerProducers {
  readonly #own: Own
  readonly #bySource = new Map<MediaSource, Producer>()
  readonly #starting = new Set<MediaSource>()
  #mayPublish: ReadonlySet<MediaSource>

  constructor(own: Own, mayPublish: readonly MediaSource[]) {
    this.#own = own
    this.#mayPublish = new Set(mayPublish)
  }

  get mayPublish(): MediaSource[] {
    return [...this.#mayPublish]
  }

  get ids(): string[] {
    return [...this.#bySource.values()].map(({ id }) => id)
  }

  /** True when the rights differ from before; what is no longer allowed is closed. */
  setMayPublish(mayPublish: readonly MediaSource[]): boolean {
    const before = this.#mayPublish
    this.#mayPublish = new Set(mayPublish)
    for (const [source, producer] of [...this.#bySource]) if (!this.#mayPublish.has(source)) producer.close()
    return before.size !== this.#mayPublish.size || mayPublish.some((source) => !before.has(source))
  }

  async produce({ kind, source, rtpParameters, paused }: ProduceRequest): Promise<string> {
    if (kindOfSource[source] !== kind) throw new AppError('MEDIA_INCOMPATIBLE')
    // An audio source that carries a video codec would pass mediasoup's check of codecs and confuse everything behind
    // it.
    if (rtpParameters.codecs.some(({ mimeType }) => !mimeType.startsWith(`${kind}/`)))
      throw new AppError('MEDIA_INCOMPATIBLE')
    this.#refuseForbidden(source)
    if (this.#bySource.has(source) || this.#starting.has(source)) throw new AppError('SOURCE_TAKEN')
    this.#starting.add(source)
    try {
      const producer = await this.#start(kind, rtpParameters, paused)
      this.#begin(source, producer)
      return producer.id
    } finally {
      this.#starting.delete(source)
    }
  }

  async pause(producerId: string): Promise<void> {
    const [, producer] = this.#find(producerId)
    await withWorker('PRODUCER_UNKNOWN', () => producer.pause())
    this.#announce('producerPaused', producerId)
  }

  async resume(producerId: string): Promise<void> {
    const [source, producer] = this.#find(producerId)
    this.#refuseForbidden(source)
    await withWorker('PRODUCER_UNKNOWN', () => producer.resume())
    this.#announce('producerResumed', producerId)
  }

  close(producerId: string): void {
    this.#find(producerId)[1].close()
  }

  async #start(kind: MediaKind, rtpParameters: RtpParameters, paused: boolean): Promise<Producer> {
    const { transport, router } = this.#own
    const producer = await withClientParameters(() => transport.transport.produce({ kind, rtpParameters, paused }))
    if (kind === 'audio') {
      try {
        await withWorker('TRANSPORT_UNKNOWN', () => router.speakers.watch(producer))
      } catch (error) {
        producer.close()
        throw error
      }
    }
    return producer
  }

  #begin(source: MediaSource, producer: Producer): void {
    // The right may have gone, and the peer with its transport, while the worker worked.
    if (producer.closed) throw new AppError('TRANSPORT_UNKNOWN')
    if (!this.#mayPublish.has(source)) {
      producer.close()
      throw new AppError('PUBLISH_NOT_ALLOWED')
    }
    const { peer, room, router } = this.#own
    const listed = { producer, memberId: peer.memberId, source }
    this.#bySource.set(source, producer)
    router.producers.add(listed)
    producer.observer.once('close', () => {
      this.#bySource.delete(source)
      this.#announce('producerClosed', producer.id)
    })
    room.announce('producerAdded', describeProducer(listed), peer)
  }

  #announce(notification: 'producerPaused' | 'producerResumed' | 'producerClosed', producerId: string): void {
    const { room, router, peer } = this.#own
    // With its router everything in it ends; that is told once, not once for every producer to everybody.
    if (!router.router.closed) room.announce(notification, { producerId }, peer)
  }

  #refuseForbidden(source: MediaSource): void {
    if (!this.#mayPublish.has(source)) throw new AppError('PUBLISH_NOT_ALLOWED', { source })
  }

  #find(producerId: string): [MediaSource, Producer] {
    for (const entry of this.#bySource) if (entry[1].id === producerId) return entry
    throw new AppError('PRODUCER_UNKNOWN')
  }
}
