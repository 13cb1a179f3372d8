// What one peer receives. Consumers begin paused and end with their producer; asking twice for the same producer gives
// the same consumer, so that a browser may repeat a request whose answer it lost.
import { AppError, type ErrorCode } from '@hoi-truong/shared/errors'
import type { ConsumerDescription } from '@hoi-truong/shared/media'
import type { Consumer, ConsumerLayers, RtpCapabilities } from 'mediasoup/types'
import { withClientParameters, withWorker } from './clientParameters.ts'
import type { PeerTransport } from './PeerTransport.ts'
import type { ListedProducer } from './ProducerDirectory.ts'
import type { RoomRouter } from './RoomRouter.ts'

interface Own {
  memberId: string
  router: RoomRouter
  transport: PeerTransport
}

export interface ConsumeAnswer {
  consumers: ConsumerDescription[]
  failed: { producerId: string; code: ErrorCode }[]
}

export class PeerConsumers {
  readonly #own: Own
  readonly #consumers = new Map<string, Consumer>()
  readonly #byProducer = new Map<string, Promise<Consumer>>()

  constructor(own: Own) {
    this.#own = own
  }

  get ids(): string[] {
    return [...this.#consumers.keys()]
  }

  async consume(producerIds: readonly string[], rtpCapabilities: RtpCapabilities): Promise<ConsumeAnswer> {
    const answer: ConsumeAnswer = { consumers: [], failed: [] }
    const one = async (producerId: string) => {
      try {
        answer.consumers.push(await this.#consumeOne(producerId, rtpCapabilities))
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
    await this.#each(consumerIds, (consumer) => consumer.pause())
  }

  async resume(consumerIds: readonly string[]): Promise<void> {
    await this.#each(consumerIds, (consumer) => consumer.resume())
  }

  async setPreferredLayers(consumerId: string, layers: ConsumerLayers): Promise<void> {
    await this.#each([consumerId], (consumer) => consumer.setPreferredLayers(layers))
  }

  async #each(consumerIds: readonly string[], step: (consumer: Consumer) => Promise<void>): Promise<void> {
    const consumers = consumerIds.flatMap((id) => this.#consumers.get(id) ?? [])
    if (consumers.length === 0) throw new AppError('CONSUMER_UNKNOWN')
    const one = async (consumer: Consumer) => {
      try {
        await withWorker('CONSUMER_UNKNOWN', () => step(consumer))
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'CONSUMER_UNKNOWN') throw error
      }
    }
    await Promise.all(consumers.map(one))
  }

  async #consumeOne(producerId: string, rtpCapabilities: RtpCapabilities): Promise<ConsumerDescription> {
    const { router, memberId } = this.#own
    const listed = router.producers.find(producerId)
    if (!listed || listed.memberId === memberId) throw new AppError('PRODUCER_UNKNOWN')
    let pending = this.#byProducer.get(producerId)
    if (!pending) {
      pending = this.#start(producerId, rtpCapabilities)
      this.#byProducer.set(producerId, pending)
      pending.catch(() => this.#byProducer.delete(producerId))
    }
    return describe(await pending, listed)
  }

  async #start(producerId: string, rtpCapabilities: RtpCapabilities): Promise<Consumer> {
    const { router, transport } = this.#own
    const consumer = await withClientParameters(async () => {
      if (!router.router.canConsume({ producerId, rtpCapabilities })) throw new AppError('MEDIA_INCOMPATIBLE')
      return transport.transport.consume({ producerId, rtpCapabilities, paused: true })
    })
    // The producer may have ended while the worker worked: then this consumer is closed already and its end will not be
    // told again.
    if (consumer.closed) throw new AppError('PRODUCER_UNKNOWN')
    this.#consumers.set(consumer.id, consumer)
    consumer.observer.once('close', () => {
      this.#consumers.delete(consumer.id)
      this.#byProducer.delete(producerId)
    })
    return consumer
  }
}

function describe(consumer: Consumer, { memberId, source }: ListedProducer): ConsumerDescription {
  const { id, producerId, kind, rtpParameters, producerPaused } = consumer
  return { id, producerId, memberId, source, kind, rtpParameters, producerPaused }
}
