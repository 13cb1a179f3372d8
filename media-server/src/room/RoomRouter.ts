// A router of a room with what belongs to it: its worker, the directory of what can be heard there, the speaker
// observer and the cap. A room has a list of these, today always of one.
import type { Router } from 'mediasoup/types'
import type { MediaWorker } from '../worker/MediaWorker.ts'
import { withWorker } from './clientParameters.ts'
import { PeerTransport } from './PeerTransport.ts'
import { ProducerDirectory } from './ProducerDirectory.ts'
import { RoomTalkers, type RoomTalkersOptions } from './RoomTalkers.ts'
import { SpeakerObserver } from './SpeakerObserver.ts'

/**
 * How long a browser may not be heard of before the worker stops sending to where it was: longer than the ten seconds' cut after which sound
 * must simply go on, shorter than a peer without a socket is kept. After it, any sign of the browser or an ICE restart brings it back.
 */
const ICE_CONSENT_SECONDS = 30

export class RoomRouter {
  readonly worker: MediaWorker
  readonly router: Router
  readonly producers: ProducerDirectory
  readonly speakers: SpeakerObserver
  readonly talkers: RoomTalkers

  private constructor(
    worker: MediaWorker,
    router: Router,
    producers: ProducerDirectory,
    speakers: SpeakerObserver,
    talkers: RoomTalkers,
  ) {
    this.worker = worker
    this.router = router
    this.producers = producers
    this.speakers = speakers
    this.talkers = talkers
  }

  static async open(worker: MediaWorker, options: TalkerOptions): Promise<RoomRouter> {
    return withWorker('ROOM_LOST', async () => {
      const router = await worker.createRouter()
      const producers = new ProducerDirectory()
      const neverCapped = (producerId: string) => {
        const listed = producers.find(producerId)
        return listed !== undefined && options.neverCapped(listed.memberId)
      }
      const talkers = new RoomTalkers({ ...options, neverCapped })
      const speakers = await SpeakerObserver.start(router, producers, (measured) => talkers.hear(measured))
      return new RoomRouter(worker, router, producers, speakers, talkers)
    })
  }

  /** Over UDP where that gets through, since TCP makes every later packet wait for a lost one. */
  async createTransport(initialAvailableOutgoingBitrate: number): Promise<PeerTransport> {
    const { webRtcServer } = this.worker
    const options = {
      webRtcServer,
      enableUdp: true,
      enableTcp: true,
      preferUdp: true,
      initialAvailableOutgoingBitrate,
      iceConsentTimeout: ICE_CONSENT_SECONDS,
    }
    return new PeerTransport(await withWorker('ROOM_LOST', () => this.router.createWebRtcTransport(options)))
  }

  close(): void {
    this.talkers.close()
    this.router.close()
  }
}

export type TalkerOptions = Omit<RoomTalkersOptions, 'neverCapped'> & { neverCapped: (memberId: string) => boolean }
