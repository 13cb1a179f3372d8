// The producers that can be consumed on one router. A room asks the router of the peer that wants to hear, never a
// common list: so a producer that is piped to a second router simply appears in that router's directory.
import type { MediaSource } from '@hoi-truong/shared/media'
import type { Producer } from 'mediasoup/types'

export interface ListedProducer {
  readonly producer: Producer
  readonly memberId: string
  readonly source: MediaSource
  /** Nobody receives it now, by its browser's wish or because it is held. */
  readonly paused: boolean
}

export class ProducerDirectory {
  readonly #listed = new Map<string, ListedProducer>()

  /** Listed until the producer closes, by whatever cause. */
  add(listed: ListedProducer): void {
    this.#listed.set(listed.producer.id, listed)
    listed.producer.observer.once('close', () => this.#listed.delete(listed.producer.id))
  }

  find(producerId: string): ListedProducer | undefined {
    return this.#listed.get(producerId)
  }

  list(): ListedProducer[] {
    return [...this.#listed.values()]
  }
}
