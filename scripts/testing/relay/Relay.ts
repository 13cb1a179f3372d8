// A bad network without root: a relay on an address of this machine between one person's browser and the programs behind it. UDP and TCP
// share one line up and one line down, each with its own rate, delay, jitter, loss and bounded queue, all by chance from a seed. Its address
// is the one that the media-server announces (MEDIA_ANNOUNCED_ADDRESS), so WebRTC comes through it by itself. See docs/development.md.
import type { Lines } from './Ends.ts'
import { clearLine, Line, type LineConditions, type LineCounts } from './Line.ts'
import { TcpWay } from './TcpWay.ts'
import { UdpWay } from './UdpWay.ts'

export interface RelayOptions {
  address: string
  /** Where the programs listen. */
  target: string
  udpPorts: readonly number[]
  tcpPorts: readonly number[]
  seed?: string
}

export type NetworkConditions = Record<keyof Lines, LineConditions>

export class Relay {
  readonly #lines: Lines
  readonly #udp: UdpWay[] = []
  readonly #tcp: TcpWay[] = []

  private constructor(seed: string) {
    this.#lines = { up: new Line(`${seed} up`), down: new Line(`${seed} down`) }
  }

  static async open({ address, target, udpPorts, tcpPorts, seed = 'relay' }: RelayOptions): Promise<Relay> {
    const relay = new Relay(seed)
    try {
      for (const port of udpPorts) relay.#udp.push(await UdpWay.open({ address, target, port }, relay.#lines))
      for (const port of tcpPorts) relay.#tcp.push(await TcpWay.open({ address, target, port }, relay.#lines))
    } catch (error) {
      await relay.close()
      throw error
    }
    return relay
  }

  /** From now on; without conditions the line is as if it were not there. */
  set({ up, down }: Partial<NetworkConditions> = {}): void {
    this.#lines.up.conditions = up ?? clearLine
    this.#lines.down.conditions = down ?? clearLine
  }

  /** Silence both ways, over UDP and TCP; nobody is told. */
  cut(): void {
    for (const line of Object.values(this.#lines)) line.isCut = true
  }

  mend(): void {
    for (const line of Object.values(this.#lines)) line.isCut = false
  }

  /** As behind a firewall that lets TCP through and nothing else. */
  blockUdp(isBlocked = true): void {
    for (const way of this.#udp) way.isBlocked = isBlocked
  }

  get counts(): Record<keyof Lines, LineCounts> {
    return { up: this.#lines.up.counts, down: this.#lines.down.counts }
  }

  async close(): Promise<void> {
    for (const way of this.#udp) way.close()
    await Promise.all(this.#tcp.map((way) => way.close()))
  }
}
