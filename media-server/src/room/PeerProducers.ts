// What one peer sends: each source once, only what it may, announced to the room from beginning to end.
import { AppError } from '@hoi-truong/shared/errors'
import { kindOfSource, type MediaSource, type ProducerDescription } from '@hoi-truong/shared/media'
import type { MediaKind, Producer, RtpParameters } from 'mediasoup/types'
import { withClientParameters, withWorker } from './clientParameters.ts'
import type { PeerTransport } from './PeerTransport.ts'
import type { ListedProducer } from './ProducerDirectory.ts'
import type { RoomRouter } from './RoomRouter.ts'
import type { Listener, RoomView } from './RoomView.ts'
import { SentSource } from './SentSource.ts'

export interface ProduceRequest {
  kind: MediaKind
  source: MediaSource
  rtpParameters: RtpParameters
  paused: boolean
}

export interface PublishRights {
  mayPublish: readonly MediaSource[]
  /** Of these what nobody receives for now. */
  held: readonly MediaSource[]
}

interface Own {
  peer: Listener & { readonly memberId: string }
  room: RoomView
  router: RoomRouter
  transport: PeerTransport
}

/**
 * Everybody who begins to watch, or changes layers, asks for a key frame, and on a thin line one of them is a second's worth of picture. The
 * first is asked for at once, all further ones of the next second together: nobody waits longer, and a sender makes one a second at most.
 */
const KEY_FRAME_DELAY_MS = 1_000

export const describeProducer = ({ producer, memberId, source, paused }: ListedProducer): ProducerDescription => ({
  producerId: producer.id,
  memberId,
  source,
  paused,
})

export class PeerProducers {
  readonly #own: Own
  readonly #bySource = new Map<MediaSource, SentSource>()
  readonly #starting = new Set<MediaSource>()
  #mayPublish: ReadonlySet<MediaSource>
  #held: ReadonlySet<MediaSource>
  #silences = 0
  #silenced = false

  constructor(own: Own, { mayPublish, held }: PublishRights) {
    this.#own = own
    this.#mayPublish = new Set(mayPublish)
    this.#held = new Set(held)
  }

  get mayPublish(): MediaSource[] {
    return [...this.#mayPublish]
  }

  get held(): MediaSource[] {
    return [...this.#held]
  }

  get sent(): SentSource[] {
    return [...this.#bySource.values()]
  }

  get ids(): string[] {
    return this.sent.map(({ producer }) => producer.id)
  }

  /** The microphone was switched off by the chair, and its person has not switched it on since. */
  get silenced(): boolean {
    return this.#silenced
  }

  /** True when the rights differ from before; what is no longer allowed is closed, what is held is kept from everybody. */
  setRights({ mayPublish, held }: PublishRights): boolean {
    const before = [this.#mayPublish, this.#held] as const
    this.#mayPublish = new Set(mayPublish)
    this.#held = new Set(held)
    for (const [source, sent] of [...this.#bySource]) {
      if (this.#mayPublish.has(source)) sent.enforce({ held: this.#held.has(source) })
      else sent.producer.close()
    }
    return !same(before[0], this.#mayPublish) || !same(before[1], this.#held)
  }

  /** Switches the microphone off as if its browser had. False when it was off already: then there is nothing to tell. */
  silence(): boolean {
    this.#silences += 1
    const microphone = this.#bySource.get('microphone')
    if (microphone?.restsByWish) return false
    this.#silenced = true
    microphone?.enforce({ resting: true })
    return true
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
    const silences = this.#silences
    try {
      const producer = await this.#start(kind, rtpParameters, paused || this.#held.has(source))
      const silenced = source === 'microphone' && silences !== this.#silences
      if (source === 'microphone' && !paused && !silenced) this.#silenced = false
      this.#begin(source, producer, paused || silenced)
      return producer.id
    } finally {
      this.#starting.delete(source)
    }
  }

  async pause(producerId: string): Promise<void> {
    const sent = this.#find(producerId)
    await withWorker('PRODUCER_UNKNOWN', () => sent.rest(true))
  }

  async resume(producerId: string): Promise<void> {
    const sent = this.#find(producerId)
    this.#refuseForbidden(sent.source)
    if (sent.source === 'microphone') this.#silenced = false
    await withWorker('PRODUCER_UNKNOWN', () => sent.rest(false))
  }

  close(producerId: string): void {
    this.#find(producerId).producer.close()
  }

  async #start(kind: MediaKind, rtpParameters: RtpParameters, paused: boolean): Promise<Producer> {
    const { transport, router } = this.#own
    const options = {
      kind,
      rtpParameters,
      paused,
      ...(kind === 'video' && { keyFrameRequestDelay: KEY_FRAME_DELAY_MS }),
    }
    const producer = await withClientParameters(() => transport.transport.produce(options))
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

  #begin(source: MediaSource, producer: Producer, resting: boolean): void {
    // The right may have gone, and the peer with its transport, while the worker worked.
    if (producer.closed) throw new AppError('TRANSPORT_UNKNOWN')
    if (!this.#mayPublish.has(source)) {
      producer.close()
      throw new AppError('PUBLISH_NOT_ALLOWED')
    }
    const { peer, room, router } = this.#own
    const sent = new SentSource({
      producer,
      memberId: peer.memberId,
      source,
      resting,
      held: this.#held.has(source),
      onChange: () => this.#tell(sent.paused ? 'producerPaused' : 'producerResumed', sent),
    })
    this.#bySource.set(source, sent)
    router.producers.add(sent)
    producer.observer.once('close', () => {
      this.#bySource.delete(source)
      this.#tell('producerClosed', sent)
    })
    room.announce('producerAdded', describeProducer(sent), peer)
    room.sourceChanged(sent)
    // Held, let go or silenced while the worker worked.
    sent.enforce({})
  }

  #tell(notification: 'producerPaused' | 'producerResumed' | 'producerClosed', sent: SentSource): void {
    const { room, router, peer } = this.#own
    // With its router everything in it ends; that is told once, not once for every producer to everybody.
    if (router.router.closed) return
    room.announce(notification, { producerId: sent.producer.id }, peer)
    room.sourceChanged(sent)
  }

  #refuseForbidden(source: MediaSource): void {
    if (!this.#mayPublish.has(source)) throw new AppError('PUBLISH_NOT_ALLOWED', { source })
  }

  #find(producerId: string): SentSource {
    const found = this.sent.find(({ producer }) => producer.id === producerId)
    if (!found) throw new AppError('PRODUCER_UNKNOWN')
    return found
  }
}

function same(before: ReadonlySet<MediaSource>, now: ReadonlySet<MediaSource>): boolean {
  return before.size === now.size && [...now].every((source) => before.has(source))
}
