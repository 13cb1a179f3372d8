// How loud each microphone is. mediasoup's observer measures on the server, so that a muted or lying browser cannot light up as
// speaking.
import type { AudioLevelObserver, Producer, Router } from 'mediasoup/types'
import type { ProducerDirectory } from './ProducerDirectory.ts'

export interface Loudness {
  producerId: string
  memberId: string
  /** dBov, -127 to 0. */
  volume: number
}

/** With 60 ms frames a second holds 16 packets; in a shorter interval the observer ignores such senders. */
const INTERVAL_MS = 1_000
const QUIETEST_SPEECH_DBOV = -70
/** All of them, however many speak at once: whoever was left out could not be kept back. */
const MOST_MEASURED = 1_000

export class SpeakerObserver {
  readonly #observer: AudioLevelObserver

  private constructor(observer: AudioLevelObserver) {
    this.#observer = observer
  }

  /** @param tell the loudest first; nobody: once, when silence begins */
  static async start(
    router: Router,
    directory: ProducerDirectory,
    tell: (measured: Loudness[]) => void,
  ): Promise<SpeakerObserver> {
    const observer = await router.createAudioLevelObserver({
      interval: INTERVAL_MS,
      threshold: QUIETEST_SPEECH_DBOV,
      maxEntries: MOST_MEASURED,
    })
    observer.on('volumes', (volumes) => {
      const measured = volumes.flatMap(({ producer, volume }) => {
        const listed = directory.find(producer.id)
        // One that was switched off or held meanwhile is heard no more.
        return listed && !listed.paused ? [{ producerId: producer.id, memberId: listed.memberId, volume }] : []
      })
      tell(measured)
    })
    observer.on('silence', () => tell([]))
    return new SpeakerObserver(observer)
  }

  async watch(producer: Producer): Promise<void> {
    await this.#observer.addProducer({ producerId: producer.id })
  }
}
