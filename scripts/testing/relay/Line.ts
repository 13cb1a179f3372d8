// One direction of a bad line, as arithmetic: when what is sent now comes out at the other end, or why it does not. Without sockets and
// clocks, so that a test with a fixed seed can tell every packet's fate.
import { type Randomness, seeded } from '../seeded.ts'

export interface LineConditions {
  /** The narrowest place on the way. */
  bitsPerSecond: number
  /** One way. */
  delayMs: number
  /** On top of the delay, evenly spread from nought to this; nobody overtakes anybody. */
  jitterMs: number
  /** Share of packets, 0 to 1. What is lost has used the line all the same. */
  loss: number
  /** What the queue before the narrowest place holds, as the time that it takes to empty; the rest is dropped at its end. */
  queueMs: number
}

export const clearLine: LineConditions = {
  bitsPerSecond: Number.POSITIVE_INFINITY,
  delayMs: 0,
  jitterMs: 0,
  loss: 0,
  queueMs: Number.POSITIVE_INFINITY,
}

/** A single packet of full size always finds room, however slow the line is. */
const FULL_PACKET_BYTES = 1_500

export type Fate = { kind: 'arrives'; at: number } | { kind: 'lost' | 'overflow' | 'cut' }

export interface LineCounts {
  packets: number
  /** With the headers of IP and of UDP or TCP; what chance took is among them, what found no room is not. */
  bytes: number
  lost: number
  overflowed: number
}

export class Line {
  conditions: LineConditions
  isCut = false
  readonly #random: Randomness
  #freeAt = 0
  #lastArrival = 0
  #counts: LineCounts = { packets: 0, bytes: 0, lost: 0, overflowed: 0 }

  constructor(seed: string, conditions: LineConditions = clearLine) {
    this.#random = seeded(seed)
    this.conditions = conditions
  }

  get counts(): LineCounts {
    return { ...this.#counts }
  }

  /** How long a packet sent now would wait for those before it. */
  waitMs(now: number): number {
    return Math.max(0, this.#freeAt - now)
  }

  /** A datagram: what finds the queue full is dropped. */
  send(now: number, bytes: number): Fate {
    if (this.isCut) return { kind: 'cut' }
    const { bitsPerSecond, queueMs } = this.conditions
    const wait = this.waitMs(now)
    if (wait + this.#transmissionMs(bytes) > Math.max(queueMs, (FULL_PACKET_BYTES * 8_000) / bitsPerSecond)) {
      this.#counts.overflowed += 1
      return { kind: 'overflow' }
    }
    const at = this.transmit(now, bytes)
    if (this.takesAway()) return { kind: 'lost' }
    return { kind: 'arrives', at }
  }

  /** Uses the line whatever waits already; for what knows by itself when there is room. */
  transmit(now: number, bytes: number): number {
    const { delayMs, jitterMs } = this.conditions
    this.#freeAt = Math.max(now, this.#freeAt) + this.#transmissionMs(bytes)
    this.#counts.packets += 1
    this.#counts.bytes += bytes
    this.#lastArrival = Math.max(this.#lastArrival, this.#freeAt + delayMs + this.#random() * jitterMs)
    return this.#lastArrival
  }

  /** Whether chance takes the packet that was just transmitted. */
  takesAway(): boolean {
    const isLost = this.#random() < this.conditions.loss
    if (isLost) this.#counts.lost += 1
    return isLost
  }

  #transmissionMs(bytes: number): number {
    return (bytes * 8_000) / this.conditions.bitsPerSecond
  }
}
