// Sound and picture in a meeting, from joining to leaving: joins with a grant, resumes with the media-server's own token after
// a break, joins anew when its place is gone, and never gives up by itself. Knows nothing of React; the screen reads `view`.
import { AppError, type ErrorCode } from '@hoi-truong/shared/errors'
import type { DeviceClass, GrantReply, MediaHandshake, MediaPolicy, MediaSource } from '@hoi-truong/shared/media'
import type { Device } from 'mediasoup-client/types'
import { createStore } from 'zustand/vanilla'
import { pause } from '../../../lib/pause.ts'
import { Unreachable } from '../../../lib/problem.ts'
import { Tries } from '../../../lib/tries.ts'
import type { LinkStep } from '../link/ladder.ts'
import { LinkWatch } from '../link/linkWatch.ts'
import { createDevice } from './createDevice.ts'
import { MediaPeer } from './mediaPeer.ts'
import { listenTo } from './mediaPushes.ts'
import { emptyMediaView, type MediaView } from './mediaView.ts'
import { type MediaWire, openMediaWire } from './mediaWire.ts'
import { onNetworkChange } from './networkChange.ts'
import type { Manner, Wish } from './publisher.ts'
import { type Conditions, type Reception, receptionOf } from './reception.ts'
import type { Arrangement } from './wantedStreams.ts'

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
  /** What this device's network is likely to carry, before anything has been tried. */
  firstStep: LinkStep
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
  readonly #link: LinkWatch
  #arrangement: Arrangement = { pinned: [], tileHeights: null, voices: [] }
  #conditions: Omit<Conditions, 'step'> = { saving: false, visible: true, companion: false }
  #peer: MediaPeer | null = null
  #wire: MediaWire | null = null
  #stop = new AbortController()
  #stopped: ErrorCode | null = null

  constructor(deps: Pick<MediaSessionDeps, 'ownMemberId' | 'grant'> & Partial<MediaSessionDeps>) {
    const usual = { device: () => 'computer' as const, silence: () => undefined, firstStep: 'good' as const }
    this.#deps = { ...usual, open: openMediaWire, createDevice, pause, ...deps }
    this.#link = new LinkWatch(
      {
        stats: async () => (this.#peer?.state === 'good' && this.#wire?.connected ? this.#peer.stats() : null),
        report: async (report) => {
          if (!this.#wire) throw new Unreachable()
          return (await this.#wire.request('reportLink', report)).availableBitrate
        },
        changed: () => this.#heed(),
        now: () => Date.now(),
      },
      this.#deps.firstStep,
    )
  }

  /** Begins, or begins again after the server ended it. */
  start(): void {
    this.#stop.abort()
    this.#stop = new AbortController()
    this.#stopped = null
    this.view.setState({ ...emptyMediaView, connection: 'connecting' })
    const { signal } = this.#stop
    onNetworkChange(() => this.#peer?.networkReturned(), signal)
    this.#link.run(signal)
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

  /**
   * Whose picture comes first, and how tall each member's tile is, in device pixels. Whoever has no tile, or one of height 0 as it is not on
   * the screen, gets no picture. Screens that are shown need no height.
   */
  arrange(pinned: readonly string[], tileHeights: ReadonlyMap<string, number>): void {
    this.#rearrange({ pinned, tileHeights })
  }

  /** Whose voice matters most, where a link carries one only: who has the floor, then the chair. */
  prefer(voices: readonly string[]): void {
    if (voices.join() !== this.#arrangement.voices.join()) this.#rearrange({ voices })
  }

  /** What the device and its person allow; each as it changes. */
  suit(conditions: Partial<Omit<Conditions, 'step'>>): void {
    const before = this.#conditions
    this.#conditions = { ...before, ...conditions }
    if (before.saving !== this.#conditions.saving) this.#link.save(this.#conditions.saving)
    this.#heed()
  }

  /** Joins anew, as what this device has become. */
  rejoin(): void {
    if (!this.#peer) return
    this.#leavePlace()
    this.#wire?.close()
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
        arrangement: this.#arrangement,
        reception: (policy) => this.#reception(policy),
        manner: (policy) => this.#manner(policy),
        voiceBufferMs: () => this.#link.voiceBufferMs,
        createDevice: this.#deps.createDevice,
        changed: () => this.#show(),
        lost: () => this.#lose(peer),
      })
      if (signal.aborted) {
        peer.close()
        throw new Unreachable()
      }
      this.#peer = peer
      // What was said while the device was being made ready.
      peer.receiver.arrange(this.#arrangement)
      peer.heed()
      deliver(peer)
      this.#link.arrived()
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
      const resumed = await wire.request('resume', {})
      // Before the server is told what is on here: this line was dead when the chair said it.
      if (resumed.silenced) this.silence()
      peer.resumed(wire, resumed)
      deliver(peer)
      this.#link.arrived()
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

  #listen(wire: MediaWire): (peer: MediaPeer) => void {
    return listenTo(wire, {
      changed: () => this.#show(),
      speakers: (speakers) => this.view.setState({ speakers }),
      silenced: () => this.silence(),
      unheard: (unheard) => this.view.setState({ unheard }),
      lost: () => this.#leavePlace(),
      removed: (code) => this.#refused(code),
    })
  }

  #rearrange(change: Partial<Arrangement>): void {
    this.#arrangement = { ...this.#arrangement, ...change }
    this.#peer?.receiver.arrange(this.#arrangement)
  }

  #reception(policy: MediaPolicy): Reception {
    return receptionOf({ ...this.#conditions, step: this.#link.step }, policy)
  }

  #manner({ voice }: MediaPolicy): Manner {
    const { saving } = this.#conditions
    const { sending } = this.#link
    const frugal = saving || voice === 'frugal' || sending !== 'all'
    return { voice: frugal ? 'frugal' : 'usual', camera: saving && sending === 'all' ? 'smallest' : sending }
  }

  /** Link or conditions have changed. */
  #heed(): void {
    this.#peer?.heed()
    this.#show()
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
    this.#showLink()
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

  #showLink(): void {
    const link = { step: this.#link.step, sending: this.#link.sending, saving: this.#conditions.saving }
    const before = this.view.getState().link
    const same = before.step === link.step && before.sending === link.sending && before.saving === link.saving
    if (!same) this.view.setState({ link })
  }

  #connectionWith(peer: MediaPeer): MediaView['connection'] {
    const before = this.view.getState().connection
    const first = before === 'connecting' || before === 'idle'
    if (!this.#wire?.connected || peer.state === 'broken') return first ? 'connecting' : 'reconnecting'
    // A second transport that settles does not make a good connection bad.
    return peer.state === 'settling' ? before : 'connected'
  }
}
