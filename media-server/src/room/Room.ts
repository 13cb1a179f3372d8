// One room in one place (epoch): who is in it, and who is told what. It ends empty, with its meeting, or with its
// worker.
import type { DesiredPeer, DeviceClass, MediaPolicy, ProducerDescription } from '@hoi-truong/shared/media'
import type { MediaWorker } from '../worker/MediaWorker.ts'
import type { Peer } from './Peer.ts'
import { describeProducer } from './PeerProducers.ts'
import type { PeerTransport } from './PeerTransport.ts'
import type { ListedProducer } from './ProducerDirectory.ts'
import { initialBitrate } from './policy.ts'
import { RoomPolicies } from './RoomPolicies.ts'
import { RoomRouter } from './RoomRouter.ts'
import type { Listener, Notification, NotificationBody, RoomView } from './RoomView.ts'

export interface RoomListeners {
  onClosed: (room: Room) => void
  /** Who is heard now, loudest first; nobody when the room closes. */
  onSpeakers: (memberIds: string[]) => void
}

export class Room implements RoomView {
  readonly meetingId: string
  readonly epoch: number
  readonly #listeners: RoomListeners
  readonly #peers = new Map<string, Peer>()
  /** Today always one; a room that outgrows it gets more, and a peer is bound to one of them. */
  readonly #routers: RoomRouter[] = []
  readonly #policies = new RoomPolicies({
    camerasOn: () => this.#camerasOn(),
    apply: () => {
      for (const peer of this.peers) peer.setPolicy(this.policyFor(peer.device))
    },
  })
  #opening: Promise<void> | undefined
  #joining = 0
  #closed = false

  constructor(meetingId: string, epoch: number, listeners: RoomListeners) {
    this.meetingId = meetingId
    this.epoch = epoch
    this.#listeners = listeners
  }

  get closed(): boolean {
    return this.#closed
  }

  get peers(): Peer[] {
    return [...this.#peers.values()]
  }

  get memberIds(): string[] {
    return [...this.#peers.keys()]
  }

  get routers(): readonly RoomRouter[] {
    return this.#routers
  }

  peerOf(memberId: string): Peer | undefined {
    return this.#peers.get(memberId)
  }

  producersFor(peer: Peer): ProducerDescription[] {
    const listed = peer.router.producers.list().filter(({ memberId }) => memberId !== peer.memberId)
    return listed.map(describeProducer)
  }

  policyFor(device: DeviceClass): MediaPolicy {
    return this.#policies.policyFor(device)
  }

  sourceChanged({ producer, source, paused }: ListedProducer): void {
    if (this.#closed) return
    if (source === 'camera') this.#policies.review()
    if (source !== 'microphone' || !(paused || producer.closed)) return
    for (const router of this.#routers) router.talkers.forget(producer.id)
  }

  linkReported(sessionId: string, link: 'good' | 'poor'): void {
    this.#policies.report(sessionId, link)
  }

  /** Keeps the room open while someone is on the way in; joins that come at once share one opening. */
  async whileJoining<T>(acquireWorker: () => Promise<MediaWorker>, step: () => Promise<T>): Promise<T> {
    this.#joining++
    try {
      this.#opening ??= this.#open(acquireWorker)
      await this.#opening
      return await step()
    } finally {
      this.#joining--
      this.#closeIfEmpty()
    }
  }

  /** The router a new peer is bound to, with its transports on it. */
  async placeForPeer(
    device: DeviceClass,
  ): Promise<{ router: RoomRouter; sendTransport: PeerTransport; receiveTransport: PeerTransport }> {
    const [router] = this.#routers
    if (!router) throw new Error('a room without a router takes no peer')
    const create = () => router.createTransport(initialBitrate(device))
    const [sendTransport, receiveTransport] = await Promise.all([create(), create()])
    return { router, sendTransport, receiveTransport }
  }

  /** Lets a peer in. One of the same member that is there already gives way; for the others the member never left. */
  admit(peer: Peer): void {
    const older = this.#peers.get(peer.memberId)
    this.#peers.set(peer.memberId, peer)
    if (older) this.#policies.left(older.sessionId)
    if (older) older.endWith('removed', { code: 'PEER_REPLACED' })
    else this.announce('peerJoined', { memberId: peer.memberId }, peer)
  }

  /** Takes a peer out that goes by itself or never came back. */
  leave(peer: Peer): void {
    if (this.#peers.get(peer.memberId) !== peer) return
    this.#peers.delete(peer.memberId)
    peer.close()
    this.#policies.left(peer.sessionId)
    this.announce('peerLeft', { memberId: peer.memberId })
    this.#closeIfEmpty()
  }

  /** Makes the room what the meeting says, as of `seq`. Peers whose grant is younger than that are not judged by it. */
  conform(desired: readonly DesiredPeer[], seq: number): void {
    const wanted = new Map(desired.map((one) => [one.memberId, one]))
    for (const peer of this.peers) {
      if (peer.grantSeq > seq) continue
      const rights = wanted.get(peer.memberId)
      if (rights) {
        peer.conform(rights)
      } else {
        peer.endWith('removed', { code: 'PEER_REMOVED' })
        this.leave(peer)
      }
    }
    for (const router of this.#routers) router.talkers.review()
  }

  announce<N extends Notification>(notification: N, body: NotificationBody<N>, except?: Listener): void {
    if (this.#closed) return
    for (const peer of this.#peers.values()) if (peer !== except) peer.notify(notification, body)
  }

  /** The meeting is over. */
  end(): void {
    this.#close((peer) => peer.endWith('removed', { code: 'ROOM_ENDED' }))
  }

  /**
   * Stops the media of a place that is gone. The browsers hear of it through the function returned, when it is of use
   * to them.
   */
  lose(): () => void {
    const peers = this.peers
    this.#close((peer) => peer.close())
    return () => {
      for (const peer of peers) peer.endWith('roomLost', { epoch: this.epoch })
    }
  }

  async #open(acquireWorker: () => Promise<MediaWorker>): Promise<void> {
    const router = await RoomRouter.open(await acquireWorker(), {
      neverCapped: (memberId) => this.peerOf(memberId)?.neverCapped === true,
      onSpeakers: (speakers) => {
        this.announce('speakers', { speakers })
        this.#listeners.onSpeakers(speakers.map(({ memberId }) => memberId))
      },
      onCapped: (producerId, capped) => this.#keepBack(router, producerId, capped),
    })
    if (this.#closed) router.close()
    else this.#routers.push(router)
  }

  /** To one who was away: what was told meanwhile is lost. */
  tellTalkingOver(peer: Peer): void {
    const microphone = peer.producers.sent.find(({ source }) => source === 'microphone')
    if (!microphone) return
    peer.notify('talkingOver', { unheard: peer.router.talkers.isCapped(microphone.producer.id) })
  }

  /** The producer goes on, so that the observer still hears it: it is the others who do not. */
  #keepBack(router: RoomRouter, producerId: string, capped: boolean): void {
    for (const peer of this.peers) peer.consumers.setTalkingOver(producerId, capped)
    const listed = router.producers.find(producerId)
    if (listed) this.peerOf(listed.memberId)?.notify('talkingOver', { unheard: capped })
  }

  #camerasOn(): number {
    const listed = this.#routers.flatMap((router) => router.producers.list())
    return listed.filter(({ source, paused }) => source === 'camera' && !paused).length
  }

  #closeIfEmpty(): void {
    if (this.#peers.size === 0 && this.#joining === 0) this.#close(() => {})
  }

  #close(farewell: (peer: Peer) => void): void {
    if (this.#closed) return
    // First, so that the ends of hundreds of producers are not told one by one to people who all leave.
    this.#closed = true
    for (const peer of this.#peers.values()) farewell(peer)
    this.#peers.clear()
    this.#listeners.onSpeakers([])
    this.#policies.close()
    for (const router of this.#routers) router.close()
    this.#listeners.onClosed(this)
  }
}
