// Datagrams between whoever sends to the relay's address and the program behind it, over the two lines.
import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'
import { once } from 'node:events'
import type { Ends, Lines } from './Ends.ts'
import { InOrder } from './InOrder.ts'
import type { Line } from './Line.ts'

const IP_AND_UDP_BYTES = 20 + 8

export class UdpWay {
  isBlocked = false
  readonly #lines: Lines
  readonly #front: Socket
  /** By the client's address and port: its own socket towards the program, which tells clients apart by it. */
  readonly #backs = new Map<string, Socket>()
  readonly #queues = { up: new InOrder(), down: new InOrder() }

  private constructor(front: Socket, ends: Ends, lines: Lines) {
    this.#front = front
    this.#lines = lines
    front.on('message', (packet, client) => {
      this.#carry('up', packet, () => this.#backOf(client).send(packet, ends.port, ends.target))
    })
  }

  static async open(ends: Ends, lines: Lines): Promise<UdpWay> {
    const front = createSocket('udp4')
    front.bind(ends.port, ends.address)
    await once(front, 'listening')
    return new UdpWay(front, ends, lines)
  }

  close(): void {
    for (const queue of Object.values(this.#queues)) queue.clear()
    for (const socket of [this.#front, ...this.#backs.values()]) socket.close()
  }

  #carry(direction: keyof Lines, packet: Buffer, deliver: () => void): void {
    if (this.isBlocked) return
    const line: Line = this.#lines[direction]
    const fate = line.send(performance.now(), packet.length + IP_AND_UDP_BYTES)
    if (fate.kind !== 'arrives') return
    this.#queues[direction].add(fate.at, () => {
      // What is on its way when the line is cut does not arrive any more.
      if (!line.isCut && !this.isBlocked) deliver()
    })
  }

  #backOf({ address, port }: RemoteInfo): Socket {
    const client = `${address}:${port}`
    const known = this.#backs.get(client)
    if (known) return known
    const back = createSocket('udp4')
    back.on('message', (packet) => this.#carry('down', packet, () => this.#front.send(packet, port, address)))
    this.#backs.set(client, back)
    return back
  }
}
