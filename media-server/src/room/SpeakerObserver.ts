// Who is heard now. mediasoup's observer measures on the server, so that a muted or lying browser cannot light up as
// speaking.
import type { AudioLevelObserver, Producer, Router } from 'mediasoup/types'
import type { ProducerDirectory } from './ProducerDirectory.ts'

export interface Speaker {
  memberId: string
  volume: number
}

/** With 60 ms frames a second holds 16 packets; in a shorter interval the observer ignores such senders. */
const INTERVAL_MS = 1_000
const QUIETEST_SPEECH_DBOV = -70
const MOST_SHOWN = 5

export class SpeakerObserver {
  readonly #observer: AudioLevelObserver

  private constructor(observer: AudioLevelObserver) {
    this.#observer = observer
  }

  static async start(
    router: Router,
    directory: ProducerDirectory,
    tell: (speakers: Speaker[]) => void,
  ): Promise<SpeakerObserver> {
    const observer = await router.createAudioLevelObserver({
      interval: INTERVAL_MS,
      threshold: QUIETEST_SPEECH_DBOV,
      maxEntries: MOST_SHOWN,
    })
    observer.on('volumes', (volumes) => {
      const speakers = volumes.flatMap(({ producer, volume }) => {
        const listed = directory.find(producer.id)
        return listed ? [{ memberId: listed.memberId, volume }] : []
      })
      tell(speakers)
    })
    observer.on('silence', () => tell([]))
    return new SpeakerObserver(observer)
  }

  async watch(producer: Producer): Promise<void> {
    await this.#observer.addProducer({ producerId: producer.id })
  }
}
