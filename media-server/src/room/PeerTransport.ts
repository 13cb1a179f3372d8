// One direction of one browser's media: what the browser must know to connect, the connecting, and the restart of ICE
// after a change of network.
import { AppError } from '@hoi-truong/shared/errors'
import type { TransportDescription } from '@hoi-truong/shared/media'
import type { DtlsParameters, WebRtcTransport } from 'mediasoup/types'
import { withClientParameters, withWorker } from './clientParameters.ts'

export class PeerTransport {
  readonly transport: WebRtcTransport
  #dtlsParameters: string | undefined
  #most: number | null = null

  constructor(transport: WebRtcTransport) {
    this.transport = transport
    // The browser has closed its connection (page gone) or the handshake failed: nothing can flow here again, and what
    // was produced must not stand as a frozen picture until the peer's time is over.
    transport.on('dtlsstatechange', (state) => {
      if (state === 'closed' || state === 'failed') transport.close()
    })
  }

  get id(): string {
    return this.transport.id
  }

  get closed(): boolean {
    return this.transport.closed
  }

  describe(): TransportDescription {
    const { id, iceParameters, iceCandidates, dtlsParameters } = this.transport
    return { id, iceParameters, iceCandidates, dtlsParameters }
  }

  /** Saying the same twice is fine: the browser cannot know whether an answer that got lost was a yes. */
  async connect(dtlsParameters: DtlsParameters): Promise<void> {
    const said = JSON.stringify(dtlsParameters)
    if (this.#dtlsParameters === said) return
    if (this.#dtlsParameters !== undefined) throw new AppError('MEDIA_INCOMPATIBLE')
    this.#dtlsParameters = said
    try {
      await withClientParameters(() => this.transport.connect({ dtlsParameters }))
    } catch (error) {
      this.#dtlsParameters = undefined
      throw error
    }
  }

  restartIce(): Promise<unknown> {
    return withWorker('TRANSPORT_UNKNOWN', () => this.transport.restartIce())
  }

  /** Bits per second for pictures; null: no limit. The worker takes one after the other, so the last one said holds. */
  limitPictures(most: number | null): void {
    if (this.#most === most) return
    this.#most = most
    // A transport that ends in this moment needs no limit.
    this.transport.setMaxOutgoingBitrate(most ?? 0).catch(() => {})
  }

  /** What the worker believes that the link bears; null: nothing has been sent yet from which it could tell. */
  async availableBitrate(): Promise<number | null> {
    const [stats] = await withWorker('TRANSPORT_UNKNOWN', () => this.transport.getStats())
    return stats?.availableOutgoingBitrate || null
  }

  close(): void {
    this.transport.close()
  }
}
