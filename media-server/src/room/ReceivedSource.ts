// One source that a peer receives. It flows while its browser wishes so and the server has no reason of its own against it.
import type { ConsumerDescription } from '@hoi-truong/shared/media'
import type { Consumer, ConsumerLayers } from 'mediasoup/types'
import { Pausing } from './Pausing.ts'
import type { ListedProducer } from './ProducerDirectory.ts'

/** `talkingOver`: three others speak already. `policy`: more cameras than this peer may receive now. */
type Reason = 'browser' | 'talkingOver' | 'policy'

/** What went to one peer, source by source. */
export interface Traffic {
  memberId: string
  source: ConsumerDescription['source']
  kind: ConsumerDescription['kind']
  /** Since it began; sent again and sent as probe are counted too. */
  packets: number
  bytes: number
}

export class ReceivedSource {
  readonly consumer: Consumer
  readonly listed: ListedProducer
  readonly #pausing: Pausing<Reason>
  #preferred: ConsumerLayers | undefined
  #highestLayer: number
  #applied = ''

  constructor(consumer: Consumer, listed: ListedProducer, highestLayer: number) {
    this.consumer = consumer
    this.listed = listed
    this.#pausing = new Pausing<Reason>(consumer, ['browser'])
    this.#highestLayer = highestLayer
  }

  get isCameraOn(): boolean {
    return this.listed.source === 'camera' && !this.consumer.producerPaused
  }

  /** A camera that is on, and that the browser wants. */
  get isLivePicture(): boolean {
    return this.isCameraOn && !this.#pausing.has('browser')
  }

  set(reason: Reason, holds: boolean): Promise<void> {
    return this.#pausing.set(reason, holds)
  }

  prefer(layers: ConsumerLayers): Promise<void> {
    this.#preferred = layers
    return this.#applyLayers()
  }

  limitLayer(highestLayer: number): Promise<void> {
    this.#highestLayer = highestLayer
    return this.#applyLayers()
  }

  describe(): ConsumerDescription {
    const { id, producerId, kind, rtpParameters, producerPaused } = this.consumer
    const { memberId, source } = this.listed
    return { id, producerId, memberId, source, kind, rtpParameters, producerPaused }
  }

  async traffic(): Promise<Traffic> {
    const { memberId, source } = this.listed
    const sent = (await this.consumer.getStats()).filter(({ type }) => type === 'outbound-rtp')
    const sum = (read: (one: (typeof sent)[number]) => number) => sent.reduce((total, one) => total + read(one), 0)
    return {
      memberId,
      source,
      kind: this.consumer.kind,
      packets: sum(({ packetCount }) => packetCount),
      bytes: sum(({ byteCount }) => byteCount),
    }
  }

  /** The screen is read, so only faces are made smaller. */
  async #applyLayers(): Promise<void> {
    const isCamera = this.listed.source === 'camera'
    const wished = this.#preferred ?? (isCamera ? { spatialLayer: this.#highestLayer } : undefined)
    if (!wished) return
    const spatialLayer = isCamera ? Math.min(wished.spatialLayer, this.#highestLayer) : wished.spatialLayer
    const layers = { ...wished, spatialLayer }
    const said = JSON.stringify(layers)
    if (said === this.#applied) return
    this.#applied = said
    await this.consumer.setPreferredLayers(layers)
  }
}
