// Receives what others send: every microphone, and the few cameras that are shown. What it should receive is worked out anew
// after each change (wantedStreams.ts) and brought about in as few requests as possible.
import { AppError } from '@hoi-truong/shared/errors'
import type { MediaSource, ProducerDescription } from '@hoi-truong/shared/media'
import type { Consumer, RtpCapabilities, RtpParameters, Transport } from 'mediasoup-client/types'

import { coalesced } from './coalesced.ts'
import { layerFor } from './encodings.ts'
import type { RemoteStreams } from './mediaView.ts'
import type { MediaWire } from './mediaWire.ts'
import type { Reception } from './reception.ts'
import { type Arrangement, wantedStreams } from './wantedStreams.ts'

interface Receiving {
  consumer: Consumer
  /** As the server was told; null: told, but perhaps not heard, when the connection broke. */
  flowing: boolean | null
  layer: number | null
}

export interface ReceiverDeps {
  transport: Transport
  rtpCapabilities: RtpCapabilities
  ownMemberId: string
  reception: Reception
  arrangement: Arrangement
  wire(): MediaWire | null
  changed(): void
  lost(error: AppError): void
}

/** The protocol takes this many at once. */
const MOST_AT_ONCE = 100

export class Receiver {
  readonly sync: () => Promise<void>
  readonly #deps: ReceiverDeps
  readonly #producers = new Map<string, ProducerDescription>()
  readonly #receiving = new Map<string, Receiving>()
  /** Cannot be received on this device; asking again would not help. */
  readonly #refused = new Set<string>()
  readonly #lastSpoke = new Map<string, number>()
  #turns = 0
  #speakers: readonly string[] = []
  #reception: Reception
  #arrangement: Arrangement
  #voiceBufferMs: number | null = null

  constructor(deps: ReceiverDeps) {
    this.#deps = deps
    this.#reception = deps.reception
    this.#arrangement = deps.arrangement
    this.sync = coalesced(() => this.#step().catch((error) => this.#failed(error)))
  }

  /** All that is sent in the room, after joining and after a break; `consumerIds` are those that the server still has. */
  replace(producers: readonly ProducerDescription[], consumerIds: readonly string[] = []): void {
    this.#producers.clear()
    this.#refused.clear()
    for (const producer of producers) this.#know(producer)
    for (const [producerId, { consumer }] of this.#receiving) {
      if (!this.#producers.has(producerId) || !consumerIds.includes(consumer.id)) this.#drop(producerId)
    }
    for (const receiving of this.#receiving.values()) Object.assign(receiving, { flowing: null, layer: null })
    this.#update()
  }

  add(producer: ProducerDescription): void {
    this.#know(producer)
    this.#update()
  }

  remove(producerId: string): void {
    this.#producers.delete(producerId)
    this.#drop(producerId)
    this.#update()
  }

  setPaused(producerId: string, paused: boolean): void {
    const producer = this.#producers.get(producerId)
    if (!producer || producer.paused === paused) return
    this.#producers.set(producerId, { ...producer, paused })
    this.#update()
  }

  heard(memberIds: readonly string[]): void {
    this.#speakers = memberIds
    for (const memberId of memberIds.toReversed()) {
      this.#turns += 1
      this.#lastSpoke.set(memberId, this.#turns)
    }
    if (memberIds.length > 0) this.#update()
  }

  arrange(arrangement: Arrangement): void {
    this.#arrangement = arrangement
    this.#update()
  }

  /** @param voiceBufferMs how long voices wait before they are played; null: as the browser likes */
  take(reception: Reception, voiceBufferMs: number | null): void {
    this.#reception = reception
    this.#voiceBufferMs = voiceBufferMs
    for (const { consumer } of this.#receiving.values()) this.#hold(consumer)
    this.#update()
  }

  /** By member id. */
  streams(): Record<string, RemoteStreams> {
    const shown = this.#wanted()
    const streams: Record<string, RemoteStreams> = {}
    for (const { producerId, memberId, source, paused } of this.#producers.values()) {
      const track = shown.has(producerId) ? (this.#receiving.get(producerId)?.consumer.track ?? null) : null
      streams[memberId] = { ...streams[memberId], [source]: { producerId, paused, track } }
    }
    return streams
  }

  consumers(): { memberId: string; source: MediaSource; consumer: Consumer }[] {
    return [...this.#receiving].flatMap(([producerId, { consumer }]) => {
      const producer = this.#producers.get(producerId)
      return producer ? [{ memberId: producer.memberId, source: producer.source, consumer }] : []
    })
  }

  #know(producer: ProducerDescription): void {
    if (producer.memberId !== this.#deps.ownMemberId) this.#producers.set(producer.producerId, producer)
  }

  #hold({ kind, rtpReceiver }: Consumer): void {
    if (kind === 'audio' && rtpReceiver && 'jitterBufferTarget' in rtpReceiver) {
      rtpReceiver.jitterBufferTarget = this.#voiceBufferMs
    }
  }

  #drop(producerId: string): void {
    this.#receiving.get(producerId)?.consumer.close()
    this.#receiving.delete(producerId)
  }

  #update(): void {
    this.#deps.changed()
    void this.sync()
  }

  #wanted(): Set<string> {
    return wantedStreams([...this.#producers.values()], this.#reception, this.#arrangement, {
      lastSpoke: this.#lastSpoke,
      speakers: this.#speakers,
      flows: (producerId) => this.#receiving.get(producerId)?.flowing ?? this.#receiving.has(producerId),
    })
  }

  async #step(): Promise<void> {
    const wire = this.#deps.wire()
    if (!wire) return
    await this.#begin(wire)
    const wanted = this.#wanted()
    const all = [...this.#receiving].map(([producerId, receiving]) => ({ receiving, wanted: wanted.has(producerId) }))
    const stop = all
      .filter(({ receiving, wanted }) => !wanted && receiving.flowing !== false)
      .map(({ receiving }) => receiving)
    const start = all
      .filter(({ receiving, wanted }) => wanted && receiving.flowing !== true)
      .map(({ receiving }) => receiving)
    const [voices, pictures] = [start.filter(isVoice), start.filter((receiving) => !isVoice(receiving))]
    // Asked for in one go and answered in this order. Sound by itself: a picture that is refused must not keep it. Layers before their
    // pictures: a large one would come first and be paid for.
    const answers = await Promise.allSettled([
      ...this.#flow(wire, 'pauseConsumers', stop),
      ...this.#flow(wire, 'resumeConsumers', voices),
      ...this.#chooseLayers(wire, wanted),
      ...this.#flow(wire, 'resumeConsumers', pictures),
    ])
    this.#deps.changed()
    const refused = answers.find((answer) => answer.status === 'rejected')
    if (refused) throw refused.reason
  }

  #flow(wire: MediaWire, request: 'pauseConsumers' | 'resumeConsumers', list: Receiving[]): Promise<void>[] {
    const parts = Array.from({ length: Math.ceil(list.length / MOST_AT_ONCE) }, (_, part) =>
      list.slice(part * MOST_AT_ONCE, (part + 1) * MOST_AT_ONCE),
    )
    return parts.map(async (part) => {
      await wire.request(request, { consumerIds: part.map(({ consumer }) => consumer.id) })
      for (const receiving of part) receiving.flowing = request === 'resumeConsumers'
    })
  }

  async #begin(wire: MediaWire): Promise<void> {
    const missing = [...this.#wanted()].filter((id) => !this.#receiving.has(id) && !this.#refused.has(id))
    if (missing.length === 0) return
    const { transport, rtpCapabilities } = this.#deps
    const body = { producerIds: missing.slice(0, MOST_AT_ONCE), rtpCapabilities: { ...rtpCapabilities } }
    const { consumers, failed } = await wire.request('consume', body)
    for (const { producerId } of failed) this.#refused.add(producerId)
    // Together: mediasoup-client puts them into one negotiation.
    await Promise.all(
      consumers.map(async ({ id, producerId, kind, rtpParameters, memberId, producerPaused }) => {
        const consumer = await transport.consume({
          id,
          producerId,
          kind,
          rtpParameters: rtpParameters as RtpParameters,
          // One stream per member and kind lets the browser keep each apart; sound need not wait for picture.
          streamId: `${memberId}-${kind}`,
        })
        if (!this.#producers.has(producerId)) return consumer.close()
        this.#receiving.set(producerId, { consumer, flowing: false, layer: null })
        this.#hold(consumer)
        this.setPaused(producerId, producerPaused)
      }),
    )
    if (missing.length > MOST_AT_ONCE) void this.sync()
  }

  #chooseLayers(wire: MediaWire, wanted: ReadonlySet<string>): Promise<void>[] {
    return [...this.#receiving].map(async ([producerId, receiving]) => {
      const producer = this.#producers.get(producerId)
      if (!producer || isVoice(receiving) || !wanted.has(producerId)) return
      const spatialLayer = Math.min(this.#reception.largestLayer, this.#layerOf(producer))
      if (receiving.layer === spatialLayer) return
      await wire.request('setPreferredLayers', { consumerId: receiving.consumer.id, spatialLayer })
      receiving.layer = spatialLayer
    })
  }

  /** A tile without a height yet is begun with small. A screen is to be read. */
  #layerOf({ source, memberId }: ProducerDescription): number {
    return source === 'screen' ? 2 : layerFor(this.#arrangement.tileHeights?.get(memberId) ?? 0)
  }

  #failed(error: unknown): void {
    if (error instanceof AppError && mendedByJoining.has(error.code)) this.#deps.lost(error)
  }
}

const isVoice = ({ consumer }: Receiving): boolean => consumer.kind === 'audio'

const mendedByJoining = new Set(['TRANSPORT_UNKNOWN', 'CONSUMER_UNKNOWN', 'ROOM_NOT_JOINED', 'ROOM_LOST'])
