// A fake media-server for tests of the browser's side: speaks the protocol of shared/media over fake wires and moves no media.
// The device is mediasoup-client's own, on the fake handler that comes with it.
import { AppError, type ErrorCode } from '@hoi-truong/shared/errors'
import type {
  ConsumerDescription,
  MediaHandshake,
  MediaPolicy,
  MediaReplies,
  MediaSource,
  ProducerDescription,
} from '@hoi-truong/shared/media'
import { Device } from 'mediasoup-client'
import * as fakeParameters from 'mediasoup-client/fakeParameters'
import { FakeHandler } from 'mediasoup-client/handlers/FakeHandler'
import type { Producer, Transport } from 'mediasoup-client/types'
import type { MediaWire } from '../features/media/session/mediaWire.ts'
import { Unreachable } from '../lib/problem.ts'
import { FakeWire } from './fakeWire.ts'

export class FakeMediaServer {
  epoch = 1
  /** What the next openings meet, before everything is well again. */
  readonly obstacles: (ErrorCode | 'silence')[] = []
  readonly wires: FakeWire[] = []
  readonly handshakes: MediaHandshake[] = []
  readonly transports: Transport[] = []
  producers: ProducerDescription[] = []
  /** Producers that this client has made, by id. */
  readonly own = new Map<string, { source: string; paused: boolean }>()
  readonly flowing = new Map<string, boolean>()
  /** Producer ids by consumer id. */
  readonly consumed = new Map<string, string>()
  mayPublish: MediaSource[] = ['microphone', 'camera']
  held: MediaSource[] = []
  policy: MediaPolicy = { cameras: 4, highestLayer: 2, receiveBitrate: null, voice: 'usual' }
  silenced = false
  availableBitrate: number | null = null
  readonly #producers: Producer[] = []
  #ids = 0

  open = async (_url: string, handshake: MediaHandshake): Promise<MediaWire> => {
    this.handshakes.push(handshake)
    const obstacle = this.obstacles.shift()
    if (obstacle === 'silence') throw new Unreachable()
    if (obstacle) throw new AppError(obstacle)
    const wire = new FakeWire((name, body) => this.#answer(name, body as Record<string, unknown>))
    this.wires.push(wire)
    return wire as unknown as MediaWire
  }

  createDevice = async (): Promise<Device> => {
    const device = new Device({ handlerFactory: FakeHandler.createFactory(fakeParameters) })
    device.observer.on('newtransport', (transport) => {
      this.transports.push(transport)
      transport.observer.on('newproducer', (producer) => this.#producers.push(producer))
    })
    return device
  }

  get wire(): FakeWire {
    const wire = this.wires.at(-1)
    if (!wire) throw new Error('nobody has come')
    return wire
  }

  produce(memberId: string, source: MediaSource): ProducerDescription {
    const producer = { producerId: `${memberId}-${source}`, memberId, source, paused: false }
    this.producers.push(producer)
    return producer
  }

  /** Whether this client's browser sends something of this source now. */
  sends(source: MediaSource): boolean {
    return this.#producers.some(({ appData, closed, paused }) => appData.source === source && !closed && !paused)
  }

  /** The network between the client and the server changes. */
  setTransports(state: 'connected' | 'disconnected' | 'failed'): void {
    for (const { id } of this.transports) this.#handlerOf(id)?.setConnectionState(state)
  }

  #handlerOf(transportId: string): FakeHandler | undefined {
    const transport = this.transports.find(({ id, closed }) => id === transportId && !closed)
    return transport?.handler as FakeHandler | undefined
  }

  #transport() {
    const { id, iceParameters, iceCandidates, dtlsParameters } = fakeParameters.generateTransportRemoteParameters()
    return { id, iceParameters, iceCandidates, dtlsParameters }
  }

  #answer(name: string, body: Record<string, unknown>): unknown {
    const { epoch, mayPublish, held, policy } = this
    const shared = { epoch, producers: [...this.producers], memberIds: [], mayPublish, held, policy }
    switch (name) {
      case 'join':
        this.own.clear()
        this.flowing.clear()
        this.consumed.clear()
        return {
          ...shared,
          routerRtpCapabilities: fakeParameters.generateRouterRtpCapabilities(),
          sendTransport: this.#transport(),
          receiveTransport: this.#transport(),
          iceServers: [],
          resumeToken: `resume-${++this.#ids}`,
        } as unknown as MediaReplies['join']
      case 'resume':
        return {
          ...shared,
          ownProducerIds: [...this.own.keys()],
          consumerIds: [...this.flowing.keys()],
          silenced: this.silenced,
          resumeToken: `resume-${++this.#ids}`,
        } satisfies MediaReplies['resume']
      case 'produce': {
        const producerId = `own-${++this.#ids}`
        this.own.set(producerId, { source: body.source as string, paused: body.paused as boolean })
        return { producerId }
      }
      case 'pauseProducer':
      case 'resumeProducer': {
        const producer = this.own.get(body.producerId as string)
        if (!producer) throw new AppError('PRODUCER_UNKNOWN')
        producer.paused = name === 'pauseProducer'
        return {}
      }
      case 'closeProducer':
        this.own.delete(body.producerId as string)
        return {}
      case 'consume':
        return this.#consume(body.producerIds as string[])
      case 'pauseConsumers':
      case 'resumeConsumers':
        if (name === 'resumeConsumers') this.#refuseCameras(body.consumerIds as string[])
        for (const id of body.consumerIds as string[]) this.flowing.set(id, name === 'resumeConsumers')
        return {}
      case 'reportLink':
        return { availableBitrate: this.availableBitrate }
      case 'connectTransport':
        // After the answer, as with a real network.
        setTimeout(() => this.#handlerOf(body.transportId as string)?.setConnectionState('connected'))
        return {}
      case 'restartIce':
        return { iceParameters: { usernameFragment: 'a', password: 'b' } }
      default:
        return {}
    }
  }

  /** All of them or none, as the real one does. */
  #refuseCameras(consumerIds: string[]): void {
    const isCamera = (id: string) => this.consumed.get(id)?.endsWith('camera') === true
    const after = new Set([...[...this.flowing].flatMap(([id, flows]) => (flows ? [id] : [])), ...consumerIds])
    const cameras = [...after].filter(isCamera).length
    if (consumerIds.some(isCamera) && cameras > this.policy.cameras) throw new AppError('TOO_MANY_PICTURES')
  }

  #consume(producerIds: string[]): MediaReplies['consume'] {
    const consumers: ConsumerDescription[] = []
    for (const producerId of producerIds) {
      const producer = this.producers.find((candidate) => candidate.producerId === producerId)
      if (!producer) continue
      const kind = producer.source === 'microphone' ? 'audio' : 'video'
      const id = `consumer-${++this.#ids}`
      const codecMimeType = kind === 'audio' ? 'audio/opus' : 'video/VP8'
      const { rtpParameters } = fakeParameters.generateConsumerRemoteParameters({ id, codecMimeType })
      this.flowing.set(id, false)
      this.consumed.set(id, producerId)
      const { memberId, source, paused } = producer
      consumers.push({ id, producerId, memberId, source, kind, rtpParameters, producerPaused: paused })
    }
    const known = new Set(consumers.map((consumer) => consumer.producerId))
    const failed = producerIds.filter((id) => !known.has(id))
    return { consumers, failed: failed.map((producerId) => ({ producerId, code: 'PRODUCER_UNKNOWN' })) }
  }
}
