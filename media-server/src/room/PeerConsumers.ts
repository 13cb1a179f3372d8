// What one peer receives. Consumers begin paused and end with their producer; asking twice for the same producer gives
// the same consumer, so that a browser may repeat a request whose answer it lost.
import { AppError, type ErrorCode } from '@hoi-truong/shared/errors'
import type { ConsumerDescription, MediaPolicy } from '@hoi-truong/shared/media'
import type { ConsumerLayers, RtpCapabilities } from 'mediasoup/types'
import { withClientParameters, withWorker } from './clientParameters.ts'
import type { PeerTransport } from './PeerTransport.ts'
import type { ListedProducer } from './ProducerDirectory.ts'
import { ReceivedSource, type Traffic } from './ReceivedSource.ts'
import type { RoomRouter } from './RoomRouter.ts'

interface Own {
  memberId: string
  router: RoomRouter
  transport: PeerTransport
}

/** Where not all fits, what is being read is served before faces. */
const SCREEN_PRIORITY = 10

export type PictureLimits = Pick<MediaPolicy, 'cameras' | 'highestLayer'>

export interface ConsumeAnswer {
  consumers: ConsumerDescription[]
  failed: { producerId: string; code: ErrorCode }[]
}

export class PeerConsumers {
  readonly #own: Own
  /** By consumer id; of two that the browser resumed the later one comes later. */
  readonly #received = new Map<string, ReceivedSource>()
  readonly #byProducer = new Map<string, Promise<ReceivedSource>>()
  #limits: PictureLimits

  constructor(own: Own, limits: PictureLimits) {
    this.#own = own
    this.#limits = limits
  }

  get ids(): string[] {
    return [...this.#received.keys()]
  }

  get received(): ReceivedSource[] {
    return [...this.#received.values()]
  }

  async consume(producerIds: readonly string[], rtpCapabilities: RtpCapabilities): Promise<ConsumeAnswer> {
    const answer: ConsumeAnswer = { consumers: [], failed: [] }
    const one = async (producerId: string) => {
      try {
        answer.consumers.push((await this.#consumeOne(producerId, rtpCapabilities)).describe())
      } catch (error) {
        if (!(error instanceof AppError) || error.code === 'ROOM_LOST') throw error
        answer.failed.push({ producerId, code: error.code })
      }
    }
    await Promise.all([...new Set(producerIds)].map(one))
    return answer
  }

  /** Those that have ended meanwhile are passed over: their end is being told, and the others must not wait for it. */
  async pause(consumerIds: readonly string[]): Promise<void> {
    await this.#each(consumerIds, (received) => received.set('browser', true))
    this.#limitPictures()
  }

  /** All of them or, with more cameras than this peer may receive, none. */
  async resume(consumerIds: readonly string[]): Promise<void> {
    const asked = new Set(this.#find(consumerIds))
    const live = this.received.filter((received) => received.isLivePicture)
    const more = [...asked].filter((received) => received.isCameraOn)
    const all = new Set([...live, ...more])
    if (all.size > live.length && all.size > this.#limits.cameras)
      throw new AppError('TOO_MANY_PICTURES', { most: this.#limits.cameras })
    for (const received of asked) {
      if (received.isLivePicture) continue
      this.#received.delete(received.consumer.id)
      this.#received.set(received.consumer.id, received)
    }
    await this.#each(consumerIds, (received) => received.set('browser', false))
  }

  async setPreferredLayers(consumerId: string, layers: ConsumerLayers): Promise<void> {
    await this.#each([consumerId], (received) => received.prefer(layers))
  }

  limit(limits: PictureLimits): void {
    this.#limits = limits
    for (const received of this.received) unheeded(received.limitLayer(limits.highestLayer))
    this.#limitPictures()
  }

  /** Somebody talks while three others do, or has a place again. */
  setTalkingOver(producerId: string, talkingOver: boolean): void {
    const received = this.received.find(({ consumer }) => consumer.producerId === producerId)
    if (received) unheeded(received.set('talkingOver', talkingOver))
  }

  traffic(): Promise<Traffic[]> {
    return Promise.all(this.received.map((received) => received.traffic()))
  }

  #find(consumerIds: readonly string[]): ReceivedSource[] {
    const found = consumerIds.flatMap((id) => this.#received.get(id) ?? [])
    if (found.length === 0) throw new AppError('CONSUMER_UNKNOWN')
    return found
  }

  async #each(consumerIds: readonly string[], step: (received: ReceivedSource) => Promise<void>): Promise<void> {
    const one = async (received: ReceivedSource) => {
      try {
        await withWorker('CONSUMER_UNKNOWN', () => step(received))
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'CONSUMER_UNKNOWN') throw error
      }
    }
    await Promise.all(this.#find(consumerIds).map(one))
  }

  /**
   * Fewer cameras are allowed than the browser has resumed, or one that was off came on: those resumed first wait until the browser has
   * paused enough of them itself. The last ones are those whose people speak now.
   */
  #limitPictures(): void {
    if (this.#own.transport.closed) return
    const live = this.received.filter((received) => received.isLivePicture)
    const surplus = new Set(live.slice(0, Math.max(0, live.length - this.#limits.cameras)))
    for (const received of this.received) unheeded(received.set('policy', surplus.has(received)))
  }

  async #consumeOne(producerId: string, rtpCapabilities: RtpCapabilities): Promise<ReceivedSource> {
    const { router, memberId } = this.#own
    const listed = router.producers.find(producerId)
    if (!listed || listed.memberId === memberId) throw new AppError('PRODUCER_UNKNOWN')
    let pending = this.#byProducer.get(producerId)
    if (!pending) {
      pending = this.#start(listed, rtpCapabilities)
      this.#byProducer.set(producerId, pending)
      pending.catch(() => this.#byProducer.delete(producerId))
    }
    return pending
  }

  async #start(listed: ListedProducer, rtpCapabilities: RtpCapabilities): Promise<ReceivedSource> {
    const { router, transport } = this.#own
    const producerId = listed.producer.id
    const consumer = await withClientParameters(async () => {
      if (!router.router.canConsume({ producerId, rtpCapabilities })) throw new AppError('MEDIA_INCOMPATIBLE')
      // Voices too are sent again when they are asked for: without it mediasoup offers that for pictures only.
      return transport.transport.consume({ producerId, rtpCapabilities, paused: true, enableRtx: true })
    })
    // The producer may have ended while the worker worked: then this consumer is closed already and its end will not be
    // told again.
    if (consumer.closed) throw new AppError('PRODUCER_UNKNOWN')
    const received = new ReceivedSource(consumer, listed, this.#limits.highestLayer)
    this.#received.set(consumer.id, received)
    consumer.observer.once('close', () => {
      this.#received.delete(consumer.id)
      this.#byProducer.delete(producerId)
      this.#limitPictures()
    })
    if (listed.source === 'camera') {
      consumer.on('producerpause', () => this.#limitPictures())
      consumer.on('producerresume', () => this.#limitPictures())
      unheeded(received.limitLayer(this.#limits.highestLayer))
    }
    if (listed.source === 'screen') unheeded(consumer.setPriority(SCREEN_PRIORITY))
    unheeded(received.set('talkingOver', router.talkers.isCapped(producerId)))
    return received
  }
}

/** A consumer that ends in the same moment needs no more care; nobody waits for these. */
function unheeded(step: Promise<void>): void {
  step.catch(() => {})
}
