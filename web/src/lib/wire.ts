// One socket.io connection with acknowledged requests: opened once, never by itself again. Who owns it decides what comes
// after a break, because each owner has to say something new then (a fresh token, a resume token, a grant).
import { AppError, type ErrorReply, type Result } from '@hoi-truong/shared/errors'
import { io, type Socket } from 'socket.io-client'
import { refusalFrom, Unreachable } from './problem.ts'

/** The socket with its messages untyped: `Wire` gives each owner its own types. */
type AnySocket = Socket<
  Record<string, (message: never) => void>,
  Record<string, (body: unknown, ack: (result: Result<unknown>) => void) => void>
>

export interface Wire<Bodies extends object, Replies extends { [R in keyof Bodies]: unknown }, Pushes extends object> {
  readonly connected: boolean
  /** Fulfilled when the connection is gone, whoever ended it. */
  readonly closed: Promise<void>
  request<R extends keyof Bodies & string>(name: R, body: Bodies[R], patienceMs?: number): Promise<Replies[R]>
  on<E extends keyof Pushes & string>(event: E, listener: Pushes[E]): void
  close(): void
}

const PATIENCE_MS = 10_000
const OPEN_PATIENCE_MS = 8_000

const refusalOf = (error: unknown): AppError | Unreachable =>
  refusalFrom((error as { data?: Partial<ErrorReply> }).data) ?? new Unreachable({ cause: error })

class SocketWire {
  readonly closed: Promise<void>
  readonly #socket: AnySocket

  constructor(socket: AnySocket) {
    this.#socket = socket
    this.closed = new Promise((resolve) => socket.once('disconnect', () => resolve()))
  }

  get connected(): boolean {
    return this.#socket.connected
  }

  async request(name: string, body: unknown, patienceMs = PATIENCE_MS): Promise<unknown> {
    if (!this.#socket.connected) throw new Unreachable()
    let result: Result<unknown>
    try {
      result = await this.#socket.timeout(patienceMs).emitWithAck(name, body)
    } catch (cause) {
      throw new Unreachable({ cause })
    }
    if (!result.ok) throw new AppError(result.error.code, result.error.params)
    return result.value
  }

  on(event: string, listener: (message: never) => void): void {
    this.#socket.on(event, listener)
  }

  close(): void {
    this.#socket.disconnect()
  }
}

/** Opens a connection or says why not: AppError when the server refused, Unreachable when nobody answered. */
export function openWire<W>(url: string, auth: Record<string, unknown>, signal: AbortSignal): Promise<W> {
  const socket: AnySocket = io(url, {
    auth,
    forceNew: true,
    reconnection: false,
    timeout: OPEN_PATIENCE_MS,
    // Polling only where something on the way forbids WebSocket.
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
  })
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      settle()
      socket.disconnect()
      reject(new Unreachable())
    }
    // What was begun without a network would hang although it is back: begin again.
    globalThis.addEventListener?.('online', giveUp)
    // Also when the engine connected but the namespace never answered.
    const timer = setTimeout(giveUp, OPEN_PATIENCE_MS)
    const settle = () => {
      clearTimeout(timer)
      globalThis.removeEventListener?.('online', giveUp)
      signal.removeEventListener('abort', giveUp)
    }
    signal.addEventListener('abort', giveUp)
    if (signal.aborted) giveUp()
    socket.once('connect', () => {
      settle()
      resolve(new SocketWire(socket) as W)
    })
    socket.once('connect_error', (error) => {
      settle()
      socket.disconnect()
      reject(refusalOf(error))
    })
  })
}
