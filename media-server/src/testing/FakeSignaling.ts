// A FAKE of signaling: only the control channel's other end, which says what a test tells it to say. The real one is
// tested in signaling and end to end.
import { createServer, type Server as HttpServer } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { succeed } from '@hoi-truong/shared/errors'
import {
  CONTROL_NAMESPACE,
  type ControlHandshake,
  type ControlRequestBody,
  controlHandshakeSchema,
  controlRequestSchemas,
  type DesiredRoom,
} from '@hoi-truong/shared/media'
import { Server } from 'socket.io'
import type { TlsFiles } from '../tls.ts'

type Acknowledge = (result: unknown) => void

export class FakeSignaling {
  readonly handshakes: ControlHandshake[] = []
  readonly hellos: ControlRequestBody<'hello'>[] = []
  readonly losses: ControlRequestBody<'roomLost'>[] = []
  readonly loads: ControlRequestBody<'load'>[] = []
  readonly speaking: ControlRequestBody<'speakers'>['rooms'] = []
  /** What the next hello is answered with. */
  rooms: DesiredRoom[] = []
  /** False: a lost room is heard but not answered. */
  answersLosses = true
  secret: string
  #port = 0
  #http: HttpServer | undefined
  #io: Server | undefined

  /** Connections that ended before a word was said, as when the certificate is not trusted. */
  refusals = 0
  readonly #tls: TlsFiles | undefined

  constructor(secret: string, tls?: TlsFiles) {
    this.secret = secret
    this.#tls = tls
  }

  get url(): string {
    return `${this.#tls ? 'https' : 'http'}://127.0.0.1:${this.#port}`
  }

  /** Starts, or comes back on the port it had. */
  async start(): Promise<void> {
    const http = this.#tls ? createSecureServer(this.#tls) : createServer()
    http.on('tlsClientError', () => {
      this.refusals += 1
    })
    const io = new Server(http)
    const control = io.of(CONTROL_NAMESPACE)
    control.use((socket, next) => {
      const handshake = controlHandshakeSchema.parse(socket.handshake.auth)
      this.handshakes.push(handshake)
      next(handshake.secret === this.secret ? undefined : new Error('FORBIDDEN'))
    })
    control.on('connection', (socket) => {
      socket.on('hello', (body: unknown, acknowledge: Acknowledge) => {
        this.hellos.push(controlRequestSchemas.hello.parse(body))
        acknowledge(succeed({ rooms: this.rooms }))
      })
      socket.on('roomLost', (body: unknown, acknowledge: Acknowledge) => {
        const loss = controlRequestSchemas.roomLost.parse(body)
        this.losses.push(loss)
        if (this.answersLosses) acknowledge(succeed({ epoch: loss.epoch + 1 }))
      })
      socket.on('load', (body: unknown, acknowledge: Acknowledge) => {
        this.loads.push(controlRequestSchemas.load.parse(body))
        acknowledge(succeed({}))
      })
    })
    control.on('connection', (socket) => {
      socket.on('speakers', (body: unknown, acknowledge: Acknowledge) => {
        this.speaking.push(...controlRequestSchemas.speakers.parse(body).rooms)
        acknowledge(succeed({}))
      })
    })
    await new Promise<void>((resolve) => http.listen(this.#port, '127.0.0.1', resolve))
    this.#port = (http.address() as AddressInfo).port
    this.#http = http
    this.#io = io
  }

  /** As after kill -9: every connection is gone and nobody listens. */
  async stop(): Promise<void> {
    this.#http?.closeAllConnections()
    await this.#io?.close()
    this.#io = undefined
  }

  send(desired: unknown): void {
    this.#io?.of(CONTROL_NAMESPACE).emit('desired', desired)
  }

  /** Ends the connections without going away. */
  hangUp(): void {
    this.#io?.of(CONTROL_NAMESPACE).disconnectSockets(true)
  }
}
