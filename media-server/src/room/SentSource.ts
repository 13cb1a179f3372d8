// One source that a peer sends. It rests while its browser wishes so, and while it is held: then whatever its browser sends or asks, nobody
// receives it, and the wish takes effect when the hold ends.
import type { MediaSource } from '@hoi-truong/shared/media'
import type { Producer } from 'mediasoup/types'
import { Pausing } from './Pausing.ts'
import type { ListedProducer } from './ProducerDirectory.ts'

export interface SentSourceOptions {
  producer: Producer
  memberId: string
  source: MediaSource
  /** The browser's wish. */
  resting: boolean
  held: boolean
  /** It flows now, or rests now; said once for each change. */
  onChange: () => void
}

export class SentSource implements ListedProducer {
  readonly producer: Producer
  readonly memberId: string
  readonly source: MediaSource
  readonly #pausing: Pausing<'browser' | 'held'>
  #paused: boolean

  constructor({ producer, memberId, source, resting, held, onChange }: SentSourceOptions) {
    this.producer = producer
    this.memberId = memberId
    this.source = source
    this.#paused = producer.paused
    const reasons = [...(resting ? (['browser'] as const) : []), ...(held ? (['held'] as const) : [])]
    this.#pausing = new Pausing(producer, reasons, (paused) => {
      this.#paused = paused
      onChange()
    })
  }

  get paused(): boolean {
    return this.#paused
  }

  get held(): boolean {
    return this.#pausing.has('held')
  }

  get restsByWish(): boolean {
    return this.#pausing.has('browser')
  }

  /** What the browser asked for. */
  rest(resting: boolean): Promise<void> {
    return this.#pausing.set('browser', resting)
  }

  /** What the meeting asks for: when the worker does not do it, the source ends rather than be heard. */
  enforce({ held, resting }: { held?: boolean; resting?: boolean }): void {
    const steps = [
      held === undefined ? undefined : this.#pausing.set('held', held),
      resting === undefined ? undefined : this.#pausing.set('browser', resting),
      this.#pausing.settle(),
    ]
    Promise.all(steps).catch(() => this.producer.close())
  }
}
