// Sends what this device wants to send and may send. Wishes outlive every connection: after a break what is sent is brought
// in line with them again.
import { AppError } from '@hoi-truong/shared/errors'
import { kindOfSource, type MediaSource, mediaSources } from '@hoi-truong/shared/media'
import type { Producer, Transport } from 'mediasoup-client/types'

import type { SendingStep } from '../link/ladder.ts'
import { coalesced } from './coalesced.ts'
import { settingsFor, type VoiceWay, voices } from './encodings.ts'
import type { MediaWire } from './mediaWire.ts'
import type { VoiceFrames } from './voiceFrames.ts'

export interface Wish {
  track: MediaStreamTrack
  paused: boolean
}
export type Wishes = ReadonlyMap<MediaSource, Wish>

/** How what is sent is sent, by the links of this device and of those who listen. */
export interface Manner {
  voice: VoiceWay
  camera: SendingStep
}

interface Sending {
  producer: Producer
  /** As the server knows it; null while nobody can say: what was sent and not answered may still arrive when the line is back. */
  paused: boolean | null
  /** How it is sent now. */
  manner: Manner
}

export interface PublisherDeps {
  transport: Transport
  wishes: Wishes
  wire(): MediaWire | null
  mayPublish: readonly MediaSource[]
  held: readonly MediaSource[]
  manner: Manner
  frames: VoiceFrames
  /** The way on which others are heard is being laid: a first picture would take the place of its handshake on a narrow line. */
  pictureWaits?(): boolean
  /** A refusal that only joining anew can mend. */
  lost(error: AppError): void
}

export class Publisher {
  readonly sync: () => Promise<void>
  readonly #deps: PublisherDeps
  readonly #sending = new Map<MediaSource, Sending>()
  #mayPublish: readonly MediaSource[]
  #held: readonly MediaSource[]
  #manner: Manner

  constructor(deps: PublisherDeps) {
    this.#deps = deps
    this.#mayPublish = deps.mayPublish
    this.#held = deps.held
    this.#manner = deps.manner
    this.sync = coalesced(() => this.#step().catch((error) => this.#failed(error)))
    deps.transport.on('produce', ({ kind, rtpParameters, appData }, done, failed) => {
      const wire = deps.wire()
      const source = appData.source as MediaSource
      const paused = this.#isOff(source)
      const body = { transportId: deps.transport.id, kind, source, rtpParameters: { ...rtpParameters }, paused }
      if (!wire) failed(new Error('no connection'))
      else wire.request('produce', body).then(({ producerId }) => done({ id: producerId }), failed)
    })
  }

  /** @param held goes to nobody: it is not sent either, but at once when that ends */
  allow(mayPublish: readonly MediaSource[], held: readonly MediaSource[]): void {
    this.#mayPublish = mayPublish
    this.#held = held
    // The server has closed what is no longer allowed.
    for (const [source, { producer }] of this.#sending) if (!mayPublish.includes(source)) this.#drop(source, producer)
    void this.sync()
  }

  adapt(manner: Manner): void {
    this.#manner = manner
    void this.sync()
  }

  /** After a break: what the server still has decides, and it is told again what is paused. */
  confirm(ownProducerIds: readonly string[]): void {
    for (const [source, { producer }] of this.#sending) {
      if (!ownProducerIds.includes(producer.id)) this.#drop(source, producer)
    }
    const known = new Set([...this.#sending.values()].map(({ producer }) => producer.id))
    for (const producerId of ownProducerIds) {
      // Made before the break by a request whose answer never came.
      if (!known.has(producerId))
        void this.#deps
          .wire()
          ?.request('closeProducer', { producerId })
          .catch(() => undefined)
    }
    for (const [source, sending] of this.#sending) {
      // The wish may have changed while there was no connection.
      sending.paused = this.#isOff(source)
      const request = sending.paused ? 'pauseProducer' : 'resumeProducer'
      void this.#deps
        .wire()
        ?.request(request, { producerId: sending.producer.id })
        .catch(() => undefined)
    }
    void this.sync()
  }

  async #step(): Promise<void> {
    for (const source of mediaSources) {
      const wish = this.#mayPublish.includes(source) ? this.#deps.wishes.get(source) : undefined
      const sending = this.#sending.get(source)
      if (sending && (!wish || wish.track.readyState === 'ended')) await this.#stop(source, sending)
      else if (sending && wish) await this.#adjust(source, sending, wish)
      else if (wish && wish.track.readyState === 'live' && !this.#waits(source)) await this.#begin(source, wish)
    }
  }

  #waits(source: MediaSource): boolean {
    return kindOfSource[source] === 'video' && this.#deps.pictureWaits?.() === true
  }

  /** As the others are told it. */
  #isOff(source: MediaSource): boolean {
    const wished = this.#deps.wishes.get(source)?.paused ?? true
    return wished || (source === 'camera' && this.#manner.camera === 'noPicture')
  }

  async #begin(source: MediaSource, wish: Wish): Promise<void> {
    if (!this.#deps.wire()) return
    const manner = this.#manner
    if (source === 'microphone') this.#deps.frames.frameMs = voices[manner.voice].frameMs
    const producer = await this.#deps.transport.produce({
      track: wish.track,
      ...settingsFor(source, wish.track, manner.voice),
      // The tracks belong to the device's owner (LocalDevices); here they are only sent.
      stopTracks: false,
      disableTrackOnPause: false,
      zeroRtpOnPause: true,
      appData: { source, kind: kindOfSource[source] },
    })
    const paused = this.#isOff(source)
    if (paused || this.#held.includes(source)) producer.pause()
    const sending = { producer, paused, manner: { voice: manner.voice, camera: 'all' as const } }
    this.#sending.set(source, sending)
    await this.#behave(source, sending)
  }

  async #adjust(source: MediaSource, sending: Sending, wish: Wish): Promise<void> {
    const { producer } = sending
    if (producer.track?.id !== wish.track.id) await producer.replaceTrack({ track: wish.track })
    const off = this.#isOff(source)
    // Silence first here, then there: the server may be slow, the person has pressed the button now.
    if (off || this.#held.includes(source)) producer.pause()
    else producer.resume()
    await this.#behave(source, sending)
    const wire = this.#deps.wire()
    // Without a connection `confirm` tells it after the next one.
    if (sending.paused === off || !wire) return
    sending.paused = null
    await wire.request(off ? 'pauseProducer' : 'resumeProducer', { producerId: producer.id })
    sending.paused = off
  }

  /** Sends it as the links ask for now. */
  async #behave(source: MediaSource, sending: Sending): Promise<void> {
    const { producer, manner } = sending
    const { voice, camera } = this.#manner
    if (source === 'microphone' && manner.voice !== voice) {
      sending.manner = { ...manner, voice }
      this.#deps.frames.frameMs = voices[voice].frameMs
      // Also agrees anew with the browser on how it sends, which is when it takes the other length of frames.
      await producer.setRtpEncodingParameters({ maxBitrate: voices[voice].bitrate })
    }
    const layers = producer.rtpParameters.encodings?.length ?? 1
    if (source === 'camera' && camera !== 'noPicture' && manner.camera !== camera && layers > 1) {
      sending.manner = { ...manner, camera }
      await producer.setMaxSpatialLayer(camera === 'all' ? layers - 1 : 0)
    }
  }

  async #stop(source: MediaSource, { producer }: Sending): Promise<void> {
    this.#drop(source, producer)
    await this.#deps.wire()?.request('closeProducer', { producerId: producer.id })
  }

  #drop(source: MediaSource, producer: Producer): void {
    producer.close()
    this.#sending.delete(source)
  }

  #failed(error: unknown): void {
    // Without an answer there will be another connection, and `confirm` after it. A refusal stands until a right changes.
    if (error instanceof AppError && mendedByJoining.has(error.code)) this.#deps.lost(error)
  }
}

const mendedByJoining = new Set([
  'TRANSPORT_UNKNOWN',
  'PRODUCER_UNKNOWN',
  'ROOM_NOT_JOINED',
  'ROOM_LOST',
  'SOURCE_TAKEN',
])
