// Sound and picture in a meeting, from joining to leaving: joins with a grant, resumes with the media-server's own token after
// a break, joins anew when its place is gone, and never gives up by itself. Knows nothing of React; the screen reads `view`.
import { AppError, type ErrorCode } from '@hoi-truong/shared/errors'
import type { DeviceClass, GrantReply, MediaHandshake, MediaSource } from '@hoi-truong/shared/media'
import type { Device } from 'mediasoup-client/types'
import { createStore } from 'zustand/vanilla'
import { pause } from '../../../lib/pause.ts'
import { Unreachable } from '../../../lib/problem.ts'
import { Tries } from '../../../lib/tries.ts'
import { createDevice } from './createDevice.ts'
import { MediaPeer } from './mediaPeer.ts'
import { emptyMediaView, type MediaView } from './mediaView.ts'
import { type MediaWire, openMediaWire } from './mediaWire.ts'
import type { Wish } from './publisher.ts'

export interface MediaSessionDeps {
  ownMemberId: string
  /** How much this device can show, asked at each joining. */
  device(): DeviceClass
  /** From signaling; waits until the member is in the room. */
  grant(signal: AbortSignal): Promise<GrantReply>
  open(url: string, handshake: MediaHandshake, signal: AbortSignal): Promise<MediaWire>
  createDevice(): Promise<Device>
  /** The chair has switched this microphone off: whoever owns it does so too. */
  silence(): void
  pause(ms: number, signal: AbortSignal): Promise<void>
}

/** The server's word that this peer is out; only the person can take it back. */
const endings = new Set<ErrorCode>(['PEER_REPLACED', 'PEER_REMOVED', 'ROOM_ENDED', 'MEDIA_INCOMPATIBLE'])
/** While a server stays silent, signaling is asked after this many tries whether the room has moved. */
const TRIES_BEFORE_ASKING = 2
const ASK_PATIENCE_MS = 3_000

export class MediaSession {
  readonly view = createStore<MediaView>(() => emptyMediaView)
  readonly #deps: MediaSessionDeps
  readonly #wishes = new Map<MediaSource, Wish>()
  #pinned: readonly string[] = []
  #tileHeights: ReadonlyMap<string, number> = new Map()
  #peer: MediaPeer | null = null
  #wire: MediaWire | null = null
  #stop = new AbortController()
  #stopped: ErrorCode | null = null

  constructor(deps: Pick<MediaSessionDeps, 'ownMemberId' | 'grant'> & Partial<MediaSessionDeps>) {
    const usual = { device: () => 'computer' as const, silence: () => undefined }
    this.#deps = { ...usual, open: openMediaWire, createDevice, pause, ...deps }
  }

  /** Begins, or begins again after the server ended it. */
  start(): void {
    this.#stop.abort()
    this.#stop = new AbortController()
    this.#stopped = null
    this.view.setState({ ...emptyMediaView, connection: 'connecting' })
    const { signal } = this.#stop
    globalThis.addEventListener?.('online', () => this.#peer?.networkReturned(), { signal })
    void this.#run(signal)
  }

  /** Leaves for good. */
  async leave(): Promise<void> {
    const wire = this.#wire
    if (wire?.connected) await wire.request('leave', {}, 1_500).catch(() => undefined)
    this.close()
  }

  close(): void {
    this.#stop.abort()
    this.#leavePlace()
    this.#wire?.close()
    this.view.setState({ ...emptyMediaView, stopped: this.#stopped, connection: this.#stopped ? 'stopped' : 'idle' })
  }

  /** What this device would like to send; null stops it. */
  wish(source: MediaSource, wish: Wish | null): void {
    if (wish) this.#wishes.set(source, wish)
    else this.#wishes.delete(source)
    if (source === 'microphone' && wish && !wish.paused) this.view.setState({ silenced: false })
    void this.#peer?.publisher.sync()
  }

  /** Whose picture is always shown, and how tall each member's tile is, in device pixels. */
  arrange(pinned: readonly string[], tileHeights: ReadonlyMap<string, number>): void {
    this.#pinned = pinned
    this.#tileHeights = tileHeights
    this.#peer?.receiver.arrange(pinned, tileHeights)
  }

  /** The chair has switched this microphone off. What is off already needs no word. */
  silence(): void {
    const microphone = this.#wishes.get('microphone')
    if (!microphone || microphone.paused) return
    this.#deps.silence()
    this.view.setState({ silenced: true })
  }

  consumers(): ReturnType<MediaPeer['receiver']['consumers']> {
    return this.#peer?.receiver.consumers() ?? []
  }

  async transportStats(): Promise<{ send: RTCStatsReport | null; receive: RTCStatsReport | null }> {
    return (await this.#peer?.stats()) ?? { send: null, receive: null }
  }

  async #run(signal: AbortSignal): Promise<void> {
    const tries = new Tries(signal, this.#deps.pause)
    let silent = 0
    while (!signal.aborted) {
      try {
        const wire = await this.#connect(signal, silent >= TRIES_BEFORE_ASKING)
        silent = 0
        tries.succeeded()
        this.#show()
        await wire.closed
      } catch (error) {
        if (error instanceof AppError) this.#refused(error.code)
        else silent += 1
      }
      if (this.#stopped) return this.close()
      if (signal.aborted) return
      this.#show()
      await tries.next()
    }
  }

  async #connect(signal: AbortSignal, ask: boolean): Promise<MediaWire> {
    const peer = this.#peer
    if (!peer) return await this.#join(await this.#deps.grant(signal), signal)
    if (ask) {
      // Signaling may be away as well; then the old place is tried again.
      const patience = AbortSignal.any([signal, AbortSignal.timeout(ASK_PATIENCE_MS)])
      const grant = await this.#deps.grant(patience).catch(() => null)
      if (grant && (grant.url !== peer.url || grant.epoch !== peer.epoch)) {
        this.#leavePlace()
        return await this.#join(grant, signal)
      }
    }
    return await this.#resume(peer, signal)
  }

  async #join(grant: GrantReply, signal: AbortSignal): Promise<MediaWire> {
    const wire = await this.#open(grant.url, { grant: grant.grant }, signal)
    const deliver = this.#listen(wire)
    try {
      const joined = await wire.request('join', { device: this.#deps.device() })
      const peer = await MediaPeer.create(wire, joined, {
        url: grant.url,
        ownMemberId: this.#deps.ownMemberId,
        wishes: this.#wishes,
        createDevice: this.#deps.createDevice,
        changed: () => this.#show(),
        lost: () => this.#lose(peer),
      })
      if (signal.aborted) {
        peer.close()
        throw new Unreachable()
      }
      this.#peer = peer
      peer.receiver.arrange(this.#pinned, this.#tileHeights)
      deliver(peer)
      return wire
    } catch (error) {
      wire.close()
      throw error
    }
  }

  async #resume(peer: MediaPeer, signal: AbortSignal): Promise<MediaWire> {
    const wire = await this.#open(peer.url, { resumeToken: peer.resumeToken }, signal)
    const deliver = this.#listen(wire)
    try {
      peer.resumed(wire, await wire.request('resume', {}))
      deliver(peer)
      return wire
    } catch (error) {
      wire.close()
      throw error
    }
  }

  async #open(url: string, handshake: MediaHandshake, signal: AbortSignal): Promise<MediaWire> {
    const wire = await this.#deps.open(url, handshake, signal)
    if (signal.aborted) {
      wire.close()
      throw new Unreachable()
    }
    this.#wire = wire
    return wire
  }

  /** What is pushed before the peer is ready waits for it; the returned function hands it over. */
  #listen(wire: MediaWire): (peer: MediaPeer) => void {
    let peer: MediaPeer | null = null
    const waiting: ((peer: MediaPeer) => void)[] = []
    const forPeer = (act: (peer: MediaPeer) => void) => (peer ? act(peer) : void waiting.push(act))
    wire.on('producerAdded', (producer) => forPeer(({ receiver }) => receiver.add(producer)))
    wire.on('producerClosed', ({ producerId }) => forPeer(({ receiver }) => receiver.remove(producerId)))
    wire.on('producerPaused', ({ producerId }) => forPeer(({ receiver }) => receiver.setPaused(producerId, true)))
    wire.on('producerResumed', ({ producerId }) => forPeer(({ receiver }) => receiver.setPaused(producerId, false)))
    wire.on('grants', ({ mayPublish, held }) =>
      forPeer((to) => {
        to.allow(mayPublish, held)
        this.#show()
      }),
    )
    wire.on('policy', (policy) =>
      forPeer((to) => {
        to.policy = policy
        this.#show()
      }),
    )
    wire.on('silenced', () => forPeer(() => this.silence()))
    wire.on('talkingOver', ({ unheard }) => forPeer(() => this.view.setState({ unheard })))
    wire.on('speakers', ({ speakers }) => {
      const memberIds = speakers.map(({ memberId }) => memberId)
      this.view.setState({ speakers: memberIds })
      forPeer(({ receiver }) => receiver.heard(memberIds))
    })
    wire.on('roomLost', () => {
      this.#leavePlace()
      wire.close()
    })
    wire.on('removed', ({ code }) => {
      this.#refused(code)
      wire.close()
    })
    return (ready) => {
      peer = ready
      for (const act of waiting.splice(0)) act(ready)
    }
  }

  #refused(code: ErrorCode): void {
    if (endings.has(code)) this.#stopped = code
    // Whatever else was refused, the place is not what it was: a fresh grant and joining anew is the way back.
    this.#leavePlace()
  }

  #lose(peer: MediaPeer): void {
    if (peer !== this.#peer) return
    this.#leavePlace()
    this.#wire?.close()
  }

  #leavePlace(): void {
    this.#peer?.close()
    this.#peer = null
  }

  #show(): void {
    const peer = this.#peer
    if (this.#stopped || this.#stop.signal.aborted) return
    if (!peer) {
      const connection = this.view.getState().connection === 'connecting' ? 'connecting' : 'reconnecting'
      this.view.setState({ connection, remote: {}, speakers: [], unheard: false })
      return
    }
    this.view.setState({
      connection: this.#connectionWith(peer),
      remote: peer.receiver.streams(),
      mayPublish: peer.mayPublish,
      held: peer.held,
      policy: peer.policy,
    })
  }

  #connectionWith(peer: MediaPeer): MediaView['connection'] {
    const before = this.view.getState().connection
    const first = before === 'connecting' || before === 'idle'
    if (!this.#wire?.connected || peer.state === 'broken') return first ? 'connecting' : 'reconnecting'
    // A second transport that settles does not make a good connection bad.
    return peer.state === 'settling' ? before : 'connected'
  }
}
