// The line to signaling, dialled from here. Rooms live without it; after each break both sides tell each other
// everything again. Only one thing waits on it, and for a second at most: that signaling knows of a lost room before
// its browsers ask for a new place.
import {
  CONTROL_NAMESPACE,
  type ControlHandshake,
  type ControlNodeToSignaling,
  type ControlRequestBody,
  type ControlSignalingToNode,
  type DesiredRoom,
  desiredRoomSchema,
  MOST_SPEAKING_ROOMS,
} from '@hoi-truong/shared/media'
import type { Logger } from 'pino'
import { io, type Socket } from 'socket.io-client'
import { type Loss, PendingLosses } from './PendingLosses.ts'

export interface ControlChannelOptions {
  signalingUrl: string
  /** PEM of an authority to trust for it, and no other. */
  signalingCa?: string | undefined
  handshake: ControlHandshake
  log: Logger
  rooms: () => ControlRequestBody<'hello'>['rooms']
  load: () => ControlRequestBody<'load'>
  /** Asked for in an even rhythm: who speaks where, as far as it is to be said now. */
  speakers: () => ControlRequestBody<'speakers'>['rooms']
  onDesired: (desired: DesiredRoom) => void
  /** Signaling was asked about this room and did not name it. */
  onUnplaced: (meetingId: string, epoch: number) => void
  intervals?: Partial<ControlIntervals>
}

export interface ControlIntervals {
  answerMs: number
  roomLostMs: number
  loadMs: number
  speakersMs: number
  /** Between attempts that signaling itself ended: those socket.io does not repeat. */
  redialMs: number
}

const usualIntervals: ControlIntervals = {
  answerMs: 5_000,
  roomLostMs: 1_000,
  loadMs: 5_000,
  speakersMs: 1_000,
  redialMs: 2_000,
}

export class ControlChannel {
  readonly #options: ControlChannelOptions
  readonly #intervals: ControlIntervals
  readonly #socket: Socket<ControlSignalingToNode, ControlNodeToSignaling>
  readonly #losses = new PendingLosses()
  #greeted = false
  #stopped = false
  #loadTimer: NodeJS.Timeout | undefined
  #speakersTimer: NodeJS.Timeout | undefined
  #redialTimer: NodeJS.Timeout | undefined

  constructor(options: ControlChannelOptions) {
    this.#options = options
    this.#intervals = { ...usualIntervals, ...options.intervals }
    this.#socket = io(new URL(CONTROL_NAMESPACE, options.signalingUrl).href, {
      auth: options.handshake,
      transports: ['websocket'],
      autoConnect: false,
      forceNew: true,
      ...(options.signalingCa === undefined ? {} : { ca: options.signalingCa }),
      reconnectionDelay: 200,
      reconnectionDelayMax: 2_000,
      // A handshake that got lost while signaling started is given up before anybody waits for it; the default is 20 s.
      timeout: this.#intervals.answerMs,
    })
    this.#socket.on('connect', () => void this.#greet())
    this.#socket.on('disconnect', (reason) => this.#broken(reason))
    this.#socket.on('connect_error', (error) => this.#broken(error.message))
    this.#socket.on('desired', (desired) => this.#receive(desired))
  }

  /** Signaling has answered our hello on the connection that stands. */
  get connected(): boolean {
    return this.#greeted
  }

  start(): void {
    this.#socket.connect()
    this.#loadTimer = setInterval(() => void this.#reportLoad(), this.#intervals.loadMs)
    this.#speakersTimer = setInterval(() => this.#reportSpeakers(), this.#intervals.speakersMs)
  }

  stop(): void {
    this.#stopped = true
    clearInterval(this.#loadTimer)
    clearInterval(this.#speakersTimer)
    clearTimeout(this.#redialTimer)
    this.#greeted = false
    this.#socket.disconnect()
  }

  /**
   * The room's new epoch, or undefined when signaling did not answer in time; it is then told again after the next
   * connection.
   */
  async roomLost(loss: Loss): Promise<number | undefined> {
    this.#losses.add(loss)
    if (!this.#socket.connected) return undefined
    try {
      const result = await this.#socket.timeout(this.#intervals.roomLostMs).emitWithAck('roomLost', loss)
      if (!result.ok) throw new Error(result.error.code)
      this.#losses.confirm(loss)
      return result.value.epoch
    } catch (error) {
      this.#options.log.warn({ ...loss, reason: String(error) }, 'signaling did not take the loss of a room')
      return undefined
    }
  }

  async #greet(): Promise<void> {
    clearTimeout(this.#redialTimer)
    await Promise.all(this.#losses.list().map((loss) => this.roomLost(loss)))
    const rooms = this.#options.rooms()
    try {
      const result = await this.#socket.timeout(this.#intervals.answerMs).emitWithAck('hello', { rooms })
      if (!result.ok) throw new Error(result.error.code)
      const desired = desiredRoomSchema.array().parse(result.value.rooms)
      this.#greeted = true
      for (const room of desired) this.#options.onDesired(room)
      const named = new Set(desired.map(({ meetingId }) => meetingId))
      for (const { meetingId, epoch } of rooms) if (!named.has(meetingId)) this.#options.onUnplaced(meetingId, epoch)
      this.#options.log.info({ rooms: desired.length }, 'signaling connected')
    } catch (error) {
      if (!this.#socket.connected) return
      this.#options.log.warn({ reason: nameOf(error) }, 'signaling did not answer hello')
      this.#socket.disconnect()
      this.#redial()
    }
  }

  #receive(message: unknown): void {
    const desired = desiredRoomSchema.safeParse(message)
    if (desired.success) this.#options.onDesired(desired.data)
    else this.#options.log.warn('malformed desired state ignored')
  }

  #broken(reason: string): void {
    if (this.#greeted) this.#options.log.warn({ reason }, 'signaling lost')
    else this.#options.log.debug({ reason }, 'signaling not reached')
    this.#greeted = false
    // Refused by signaling (wrong secret) or hung up by it: socket.io takes that for final, but a restarted signaling
    // may decide otherwise.
    if (!this.#socket.active) this.#redial()
  }

  #redial(): void {
    clearTimeout(this.#redialTimer)
    if (this.#stopped) return
    this.#redialTimer = setTimeout(() => this.#socket.connect(), this.#intervals.redialMs)
  }

  /** What is not heard is said again soon; nobody waits for an answer. */
  #reportSpeakers(): void {
    const rooms = this.#options.speakers()
    if (!this.#greeted) return
    for (let from = 0; from < rooms.length; from += MOST_SPEAKING_ROOMS)
      this.#socket.volatile.emit('speakers', { rooms: rooms.slice(from, from + MOST_SPEAKING_ROOMS) }, () => {})
  }

  async #reportLoad(): Promise<void> {
    if (!this.#greeted) return
    try {
      await this.#socket.timeout(this.#intervals.answerMs).emitWithAck('load', this.#options.load())
    } catch {
      this.#options.log.debug('load report not answered')
    }
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : 'unknown'
}
