// Receives what others send: every microphone, and the few cameras that are shown. What it should receive is worked out anew
// after each change and brought about in as few requests as possible.
import { AppError } from '@hoi-truong/shared/errors'
import { kindOfSource, type MediaSource, type ProducerDescription } from '@hoi-truong/shared/media'
import type { Consumer, RtpCapabilities, RtpParameters, Transport } from 'mediasoup-client/types'

import { coalesced } from './coalesced.ts'
import { layerFor } from './encodings.ts'
import { chooseCameras } from './lastN.ts'
import type { RemoteStreams } from './mediaView.ts'
import type { MediaWire } from './mediaWire.ts'

interface Receiving {
  consumer: Consumer
  /** As the server was told. */
  flowing: boolean
  layer: number | null
}

export interface ReceiverDeps {
  transport: Transport
  rtpCapabilities: RtpCapabilities
  ownMemberId: string
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
  #pinned: readonly string[] = []
  #tileHeights: ReadonlyMap<string, number> = new Map()

  constructor(deps: ReceiverDeps) {
    this.#deps = deps
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
    // Whether each flows is told again: the last request before the break may not have arrived.
    for (const receiving of this.#receiving.values()) receiving.flowing = false
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
    for (const memberId of memberIds.toReversed()) {
      this.#turns += 1
      this.#lastSpoke.set(memberId, this.#turns)
    }
    if (memberIds.length > 0) this.#update()
  }

  arrange(pinned: readonly string[], tileHeights: ReadonlyMap<string, number>): void {
    this.#pinned = pinned
    this.#tileHeights = tileHeights
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

  #drop(producerId: string): void {
    this.#receiving.get(producerId)?.consumer.close()
    this.#receiving.delete(producerId)
  }

  #update(): void {
    this.#deps.changed()
    void this.sync()
  }

  #wanted(): Set<string> {
    const producers = [...this.#producers.values()]
    const cameras = producers
      .filter(({ source, paused }) => source === 'camera' && !paused)
      .map(({ producerId, memberId }) => ({
        producerId,
        memberId,
        pinned: this.#pinned.includes(memberId),
        lastSpoke: this.#lastSpoke.get(memberId) ?? 0,
        shown: this.#receiving.get(producerId)?.flowing === true,
      }))
    const wanted = chooseCameras(cameras)
    // Microphones flow also while they are off, so that the first syllable after "sound on" is heard.
    for (const { producerId, source } of producers) if (source !== 'camera') wanted.add(producerId)
    return wanted
  }

  async #step(): Promise<void> {
    const wire = this.#deps.wire()
    if (!wire) return
    await this.#begin(wire)
    const wanted = this.#wanted()
    const all = [...this.#receiving].map(([producerId, receiving]) => ({ receiving, wanted: wanted.has(producerId) }))
    const start = all.filter(({ receiving, wanted }) => wanted && !receiving.flowing).map(({ receiving }) => receiving)
    const stop = all.filter(({ receiving, wanted }) => !wanted && receiving.flowing).map(({ receiving }) => receiving)
    const idsOf = (list: Receiving[]) => ({
      consumerIds: list.slice(0, MOST_AT_ONCE).map(({ consumer }) => consumer.id),
    })
    if (stop.length > 0) await wire.request('pauseConsumers', idsOf(stop))
    for (const receiving of stop) receiving.flowing = false
    if (start.length > 0) await wire.request('resumeConsumers', idsOf(start))
    for (const receiving of start) receiving.flowing = true
    await this.#chooseLayers(wire)
    this.#deps.changed()
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
        this.setPaused(producerId, producerPaused)
      }),
    )
    if (missing.length > MOST_AT_ONCE) void this.sync()
  }

  async #chooseLayers(wire: MediaWire): Promise<void> {
    for (const [producerId, receiving] of this.#receiving) {
      const producer = this.#producers.get(producerId)
      const height = producer && this.#tileHeights.get(producer.memberId)
      if (!producer || kindOfSource[producer.source] !== 'video' || height === undefined) continue
      const spatialLayer = layerFor(height)
      if (receiving.layer === spatialLayer) continue
      await wire.request('setPreferredLayers', { consumerId: receiving.consumer.id, spatialLayer })
      receiving.layer = spatialLayer
    }
  }

  #failed(error: unknown): void {
    if (error instanceof AppError && mendedByJoining.has(error.code)) this.#deps.lost(error)
  }
}

const mendedByJoining = new Set(['TRANSPORT_UNKNOWN', 'CONSUMER_UNKNOWN', 'ROOM_NOT_JOINED', 'ROOM_LOST'])
