// One stay in a media room: device, both transports, what is sent and received. It survives breaks of the connection and ends
// when its place is gone; the next stay begins from nothing but the wishes.
import type { AppError } from '@hoi-truong/shared/errors'
import type { MediaPolicy, MediaReplies, MediaSource, TransportDescription } from '@hoi-truong/shared/media'
import type { Device, RtpCapabilities, Transport, TransportOptions } from 'mediasoup-client/types'
import { IceKeeper } from './iceKeeper.ts'
import type { MediaWire } from './mediaWire.ts'
import { withQuietProbator } from './probator.ts'
import { type Manner, Publisher, type Wishes } from './publisher.ts'
import { Receiver } from './receiver.ts'
import type { Reception } from './reception.ts'
import { withRewrittenSdp } from './rewrittenSdp.ts'
import { VoiceFrames } from './voiceFrames.ts'
import type { Arrangement } from './wantedStreams.ts'

export interface MediaPeerDeps {
  url: string
  ownMemberId: string
  wishes: Wishes
  arrangement: Arrangement
  /** By the server's policy and what this device can do with it. */
  reception(policy: MediaPolicy): Reception
  manner(policy: MediaPolicy): Manner
  voiceBufferMs(): number | null
  createDevice(): Promise<Device>
  changed(): void
  /** Only joining anew helps. */
  lost(): void
}

/** The own picture waits for sound at the door, but not for ever: there may be nothing to receive. */
const PICTURE_PATIENCE_MS = 10_000
const firstStates = new Set(['new', 'connecting'])

const optionsOf = (description: TransportDescription, iceServers: unknown[]): TransportOptions =>
  ({ ...description, iceServers }) as TransportOptions

export class MediaPeer {
  readonly url: string
  readonly publisher: Publisher
  readonly receiver: Receiver
  epoch: number
  resumeToken: string
  mayPublish: readonly MediaSource[]
  held: readonly MediaSource[]
  policy: MediaPolicy
  readonly #transports: Transport[]
  readonly #keepers: IceKeeper[]
  readonly #deps: MediaPeerDeps
  #wire: MediaWire | null

  static async create(wire: MediaWire, joined: MediaReplies['join'], deps: MediaPeerDeps): Promise<MediaPeer> {
    const device = await deps.createDevice()
    await device.load({ routerRtpCapabilities: joined.routerRtpCapabilities as RtpCapabilities })
    return new MediaPeer(wire, joined, device, deps)
  }

  private constructor(wire: MediaWire, joined: MediaReplies['join'], device: Device, deps: MediaPeerDeps) {
    this.#deps = deps
    this.url = deps.url
    this.epoch = joined.epoch
    this.resumeToken = joined.resumeToken
    this.mayPublish = joined.mayPublish
    this.held = joined.held
    this.policy = joined.policy
    this.#wire = wire
    const frames = new VoiceFrames(20)
    const { sendTransport, receiveTransport, iceServers } = joined
    const sending = withRewrittenSdp(frames.rewrite, () =>
      device.createSendTransport(optionsOf(sendTransport, iceServers)),
    )
    const receiving = withRewrittenSdp(withQuietProbator, () =>
      device.createRecvTransport(optionsOf(receiveTransport, iceServers)),
    )
    this.#transports = [sending, receiving]
    const current = () => (this.#wire?.connected ? this.#wire : null)
    for (const transport of this.#transports) {
      transport.on('connect', ({ dtlsParameters }, done) => {
        const body = { transportId: transport.id, dtlsParameters: { ...dtlsParameters } }
        const request = current()?.request('connectTransport', body) ?? Promise.reject(new Error('no connection'))
        // The browser looks for a path while the server is still being told: the answer brings nothing that it would need for that.
        done()
        // A transport that could not be connected stays useless.
        request.catch(() => deps.lost())
      })
    }
    this.#keepers = this.#transports.map(
      (transport) => new IceKeeper({ transport, wire: current, changed: deps.changed, lost: deps.lost }),
    )
    const lost = (_error: AppError) => deps.lost()
    const soundComes = joined.producers.length > 0
    receiving.on('connectionstatechange', () => void this.publisher.sync())
    let waitedLong = false
    setTimeout(() => {
      waitedLong = true
      if (!sending.closed) void this.publisher.sync()
    }, PICTURE_PATIENCE_MS)
    this.publisher = new Publisher({
      transport: sending,
      wishes: deps.wishes,
      wire: current,
      mayPublish: joined.mayPublish,
      held: joined.held,
      manner: deps.manner(joined.policy),
      frames,
      pictureWaits: () => soundComes && firstStates.has(receiving.connectionState) && !waitedLong,
      lost,
    })
    this.receiver = new Receiver({
      transport: receiving,
      rtpCapabilities: device.recvRtpCapabilities,
      ownMemberId: deps.ownMemberId,
      reception: deps.reception(joined.policy),
      arrangement: deps.arrangement,
      wire: current,
      changed: deps.changed,
      lost,
    })
    this.receiver.replace(joined.producers)
    void this.publisher.sync()
  }

  get state(): IceKeeper['state'] {
    const states = this.#keepers.map((keeper) => keeper.state)
    return states.find((state) => state === 'broken') ?? states.find((state) => state === 'settling') ?? 'good'
  }

  resumed(wire: MediaWire, reply: MediaReplies['resume']): void {
    this.#wire = wire
    this.epoch = reply.epoch
    this.resumeToken = reply.resumeToken
    this.heed(reply.policy)
    this.allow(reply.mayPublish, reply.held)
    this.publisher.confirm(reply.ownProducerIds)
    this.receiver.replace(reply.producers, reply.consumerIds)
    for (const keeper of this.#keepers) keeper.check()
  }

  /** The device has a network again, maybe another one. */
  networkReturned(): void {
    const wire = this.#wire
    if (!wire?.connected) return
    for (const keeper of this.#keepers) keeper.renew().catch(() => wire.close())
  }

  allow(mayPublish: readonly MediaSource[], held: readonly MediaSource[]): void {
    this.mayPublish = mayPublish
    this.held = held
    this.publisher.allow(mayPublish, held)
  }

  /** Policy or links have changed: receives and sends as they ask for. */
  heed(policy: MediaPolicy = this.policy): void {
    this.policy = policy
    this.receiver.take(this.#deps.reception(policy), this.#deps.voiceBufferMs())
    this.publisher.adapt(this.#deps.manner(policy))
  }

  /** Null for a transport that has not been needed yet. */
  async stats(): Promise<{ send: RTCStatsReport | null; receive: RTCStatsReport | null }> {
    const of = (transport: Transport | undefined) =>
      transport && !transport.closed && transport.connectionState !== 'new' ? transport.getStats() : null
    const [send, receive] = await Promise.all(this.#transports.map(of))
    return { send: send ?? null, receive: receive ?? null }
  }

  close(): void {
    this.#wire = null
    for (const transport of this.#transports) transport.close()
  }
}
