// TCP connections between whoever connects to the relay's address and the program behind it. The kernel takes a connection at once, so the
// handshake that the line would have slowed is waited for before the first byte goes on.
import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'
import type { Ends, Lines } from './Ends.ts'
import { tcpFlow, transmitSegment, until } from './tcpFlow.ts'

export class TcpWay {
  readonly #server: Server
  readonly #ends: Ends
  readonly #lines: Lines
  readonly #stop = new AbortController()
  readonly #sockets = new Set<Socket>()

  private constructor(server: Server, ends: Ends, lines: Lines) {
    this.#server = server
    this.#ends = ends
    this.#lines = lines
    server.on('connection', (client) => void this.#carry(client))
  }

  static async open(ends: Ends, lines: Lines): Promise<TcpWay> {
    const server = createServer({ allowHalfOpen: true, noDelay: true })
    server.listen(ends.port, ends.address)
    await once(server, 'listening')
    return new TcpWay(server, ends, lines)
  }

  async close(): Promise<void> {
    this.#stop.abort()
    for (const socket of this.#sockets) socket.destroy()
    this.#server.close()
    await once(this.#server, 'close')
  }

  async #carry(client: Socket): Promise<void> {
    const { port, target } = this.#ends
    const { signal } = this.#stop
    const program = connect({ host: target, port, noDelay: true, allowHalfOpen: true })
    for (const socket of [client, program]) {
      this.#sockets.add(socket)
      socket.once('close', () => this.#sockets.delete(socket))
      // Whoever reads from it hears of it too.
      socket.on('error', () => undefined)
    }
    const shared = { lines: this.#lines, signal }
    await Promise.all([
      tcpFlow({ ...shared, from: client, to: program, direction: 'up', beginsAt: this.#handshake(signal) }),
      tcpFlow({ ...shared, from: program, to: client, direction: 'down' }),
    ])
    for (const socket of [client, program]) socket.destroy()
  }

  /** One round trip, each way tried until it gets through. */
  async #handshake(signal: AbortSignal): Promise<void> {
    const lines = this.#lines
    await until(await transmitSegment({ lines, direction: 'up', signal }, 0), signal)
    await until(await transmitSegment({ lines, direction: 'down', signal }, 0), signal)
  }
}
