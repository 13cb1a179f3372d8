// A router of a room with what belongs to it: its worker, the directory of what can be heard there, the speaker
// observer. A room has a list of these, today always of one.
import type { Router } from 'mediasoup/types'
import type { MediaWorker } from '../worker/MediaWorker.ts'
import { withWorker } from './clientParameters.ts'
import { PeerTransport } from './PeerTransport.ts'
import { ProducerDirectory } from './ProducerDirectory.ts'
import { type Speaker, SpeakerObserver } from './SpeakerObserver.ts'

export class RoomRouter {
  readonly worker: MediaWorker
  readonly router: Router
  readonly producers: ProducerDirectory
  readonly speakers: SpeakerObserver

  private constructor(worker: MediaWorker, router: Router, producers: ProducerDirectory, speakers: SpeakerObserver) {
    this.worker = worker
    this.router = router
    this.producers = producers
    this.speakers = speakers
  }

  static async open(worker: MediaWorker, tellSpeakers: (speakers: Speaker[]) => void): Promise<RoomRouter> {
    return withWorker('ROOM_LOST', async () => {
      const router = await worker.createRouter()
      const producers = new ProducerDirectory()
      const speakers = await SpeakerObserver.start(router, producers, tellSpeakers)
      return new RoomRouter(worker, router, producers, speakers)
    })
  }

  async createTransport(): Promise<PeerTransport> {
    const { webRtcServer } = this.worker
    return new PeerTransport(
      await withWorker('ROOM_LOST', () => this.router.createWebRtcTransport({ webRtcServer, preferUdp: true })),
    )
  }

  close(): void {
    this.router.close()
  }
}
