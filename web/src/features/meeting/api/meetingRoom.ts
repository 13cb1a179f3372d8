// A member's place in one meeting as far as signaling is concerned: follows the log, says "I am here" on each connection (unless
// only looking on, as whoever runs a site does), and asks for room grants. Sound and picture are not its business (features/media): they go on while this reconnects.
import type { ShownPage } from '@hoi-truong/shared/document'
import { AppError } from '@hoi-truong/shared/errors'
import type { GrantReply } from '@hoi-truong/shared/media'
import type { Command, CommandReply, SiteCodeReply } from '@hoi-truong/shared/protocol'
import type { CommandType } from '@hoi-truong/shared/streams'
import type { PollProgress, PollStanding } from '@hoi-truong/shared/voting'
import { createStore } from 'zustand/vanilla'
import { newId } from '../../../lib/newId.ts'
import { pause } from '../../../lib/pause.ts'
import { asksForToken, isPassing, type Problem, problemOf, Unreachable } from '../../../lib/problem.ts'
import { Gateway, type GatewayDeps, type GatewayOwner, type GatewayWire } from './gateway.ts'
import type { Followed } from './logFollower.ts'
import { type LogKeeper, LogSync } from './logSync.ts'

export interface MeetingRoomState {
  connection: 'connecting' | 'connected' | 'reconnecting'
  followed: Followed | null
  /** Server's clock minus this device's, ms. */
  clockOffsetMs: number
  /** How many connections have entered; a change means "entered anew". */
  entries: number
  entered: boolean
  /** Why the room cannot be followed or entered. */
  problem: Problem | null
  /** Where the log last did not fit; it was fetched anew. */
  chainFault: number | null
  /** Who is heard now, for whoever only looks on; `at` is this device's clock, ms. */
  speakers: { memberIds: readonly string[]; at: number }
  /** The page of a presented document that was shown last, and when this device heard of it, ms. */
  shown: (ShownPage & { at: number }) | null
  /** What was last told of each poll while it runs, by poll id: beside the log, so a poll may be closed by now. */
  pollProgress: Readonly<Record<string, PollProgress>>
}

/** Entering, opening and closing must not take effect later than the person expects. */
const COMMAND_VALID_MS = 20_000
const RETRY_MS = 1_000
const PROBE_MS = 2_500

export class MeetingRoom implements GatewayOwner, LogKeeper {
  readonly store = createStore<MeetingRoomState>(() => ({
    connection: 'connecting',
    followed: null,
    clockOffsetMs: 0,
    entries: 0,
    entered: false,
    problem: null,
    chainFault: null,
    speakers: { memberIds: [], at: 0 },
    shown: null,
    pollProgress: {},
  }))
  readonly meetingId: string
  readonly #gateway: Gateway
  readonly #enters: boolean
  readonly #pause: GatewayDeps['pause']
  readonly #stop = new AbortController()
  #sync: LogSync | null = null

  /** @param options `enters`: whether being connected is being in the room, and so in the roll call */
  constructor(
    meetingId: string,
    deps: Omit<GatewayDeps, 'open' | 'pause'> & Partial<GatewayDeps>,
    { enters = true }: { enters?: boolean } = {},
  ) {
    this.meetingId = meetingId
    this.#enters = enters
    this.#gateway = new Gateway(this, deps)
    this.#pause = deps.pause ?? pause
  }

  run(): Promise<void> {
    const { signal } = this.#stop
    // A connection may be dead without knowing it when the network comes back: ask, and if nothing comes, open another.
    globalThis.addEventListener?.('online', () => this.#probe(), { signal })
    return this.#gateway.run()
  }

  stop(): void {
    this.#stop.abort()
    this.#gateway.stop()
  }

  async connected(wire: GatewayWire): Promise<void> {
    const sync = new LogSync(wire, this.meetingId, this)
    this.#sync = sync
    wire.on('speakers', ({ streamId, memberIds }) => {
      if (streamId === this.meetingId) this.store.setState({ speakers: { memberIds, at: Date.now() } })
    })
    wire.on('pageShown', ({ streamId, shown }) => {
      if (streamId === this.meetingId) this.pageShown(shown)
    })
    wire.on('pollProgress', ({ streamId, progress }) => {
      if (streamId !== this.meetingId) return
      this.store.setState(({ pollProgress }) => ({ pollProgress: { ...pollProgress, [progress.pollId]: progress } }))
    })
    try {
      await sync.sync(false)
    } catch (error) {
      // Refused, not broken: trying again would be refused again.
      if (isPassing(error) || asksForToken(error)) throw error
      this.store.setState({ connection: 'connected', problem: problemOf(error) })
      return
    }
    this.store.setState({ connection: 'connected' })
    if (this.#enters) await this.#enter(wire)
    else this.store.setState({ problem: null })
  }

  disconnected(): void {
    this.#sync = null
    this.store.setState({ connection: 'reconnecting', entered: false })
  }

  refused(problem: Problem): void {
    this.store.setState({ connection: 'reconnecting', entered: false, problem })
  }

  followed(): Followed | null {
    return this.store.getState().followed
  }

  synced(now: string): void {
    this.store.setState({ clockOffsetMs: Date.parse(now) - Date.now() })
  }

  follow(followed: Followed): void {
    this.store.setState({ followed })
  }

  chainBroken(seq: number): void {
    this.store.setState({ chainFault: seq })
  }

  /** The server's clock as far as this device knows it. */
  now(): number {
    return Date.now() + this.store.getState().clockOffsetMs
  }

  command(type: CommandType, payload: unknown = {}): Promise<CommandReply> {
    const wire = this.#gateway.wire
    return wire ? this.#command(wire, type, payload) : Promise.reject(new Unreachable())
  }

  /** A command made before, under its own id: for whoever sends it again until it is answered. */
  send(command: Command): Promise<CommandReply> {
    const wire = this.#gateway.wire
    return wire ? wire.request('command', command) : Promise.reject(new Unreachable())
  }

  /** The code that a site shows now, for whoever runs it. */
  siteCode(siteId: string): Promise<SiteCodeReply> {
    const wire = this.#gateway.wire
    return wire ? wire.request('siteCode', { meetingId: this.meetingId, siteId }) : Promise.reject(new Unreachable())
  }

  /** This device has turned to that page, or has heard that another has. */
  pageShown(shown: ShownPage): void {
    this.store.setState({ shown: { ...shown, at: Date.now() } })
  }

  /** Tells everybody who follows the meeting. */
  async showPage(shown: ShownPage): Promise<void> {
    const wire = this.#gateway.wire
    if (!wire) throw new Unreachable()
    await wire.request('showPage', { meetingId: this.meetingId, shown })
  }

  /** Where a poll stands, as far as this member may know; asked again after `pollProgress` by whoever shows more than that. */
  pollStanding(pollId: string): Promise<PollStanding> {
    const wire = this.#gateway.wire
    return wire
      ? wire.request('pollStanding', { meetingId: this.meetingId, pollId })
      : Promise.reject(new Unreachable())
  }

  /** Nhận phiếu: the signature under a blinded message; the same message again is answered alike. */
  async takeBallot(pollId: string, blinded: string): Promise<string> {
    const wire = this.#gateway.wire
    if (!wire) throw new Unreachable()
    const { blindSignature } = await wire.request('takeBallot', { meetingId: this.meetingId, pollId, blinded })
    return blindSignature
  }

  /** A grant for sound and picture; waits until this member is in the room. */
  async grant(signal: AbortSignal): Promise<GrantReply> {
    await this.#untilEntered(signal)
    const wire = this.#gateway.wire
    if (!wire) throw new Unreachable()
    return await wire.request('grant', { meetingId: this.meetingId })
  }

  /** Leaves for good. When the server cannot be told, the grace period ends the interval. */
  async leave(): Promise<void> {
    if (this.store.getState().entered) await this.command('attendance.leave').catch(() => undefined)
    this.stop()
  }

  #probe(): void {
    this.#sync?.sync(false, PROBE_MS).catch(() => this.#gateway.wire?.close())
  }

  #command(wire: GatewayWire, type: CommandType, payload: unknown): Promise<CommandReply> {
    const validUntil = new Date(this.now() + COMMAND_VALID_MS).toISOString()
    return wire.request('command', { id: newId(), type, streamId: this.meetingId, payload, validUntil })
  }

  async #enter(wire: GatewayWire): Promise<void> {
    while (wire.connected && !this.#stop.signal.aborted) {
      try {
        await this.#command(wire, 'attendance.enter', {})
        this.store.setState(({ entries }) => ({ entered: true, entries: entries + 1, problem: null }))
        return
      } catch (error) {
        // Too slow on the way, or the database is away for a moment: a new command, as nobody knows whether the old one counted.
        const again = isPassing(error) || (error instanceof AppError && error.code === 'COMMAND_EXPIRED')
        if (!again) {
          this.store.setState({ problem: problemOf(error) })
          return
        }
        await this.#pause(RETRY_MS, this.#stop.signal)
      }
    }
  }

  #untilEntered(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (finish: () => void) => {
        unsubscribe()
        signal.removeEventListener('abort', aborted)
        finish()
      }
      const aborted = () => settle(() => reject(new Unreachable()))
      const look = ({ entered }: MeetingRoomState) => entered && settle(resolve)
      const unsubscribe = this.store.subscribe(look)
      signal.addEventListener('abort', aborted)
      if (signal.aborted) aborted()
      else look(this.store.getState())
    })
  }
}
