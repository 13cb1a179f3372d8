// A member's device by the rules of the real one (web/src/features/meeting/api, web/src/features/voting), without a browser, so that
// thousands of them fit into one process: it opens a new connection after each break, enters anew, and gives a command that was not
// answered again under its id until it knows whether it counts.
import { setTimeout as delay } from 'node:timers/promises'
import type { ErrorCode, Result } from '@hoi-truong/shared/errors'
import type { Command, GatewayReplies, GatewayRequestBody } from '@hoi-truong/shared/protocol'
import { command, connect, type TestSocket } from '../signaling.ts'

export type Answer = 'ok' | ErrorCode

/** These say nothing of whether the command counts, or that it does not yet. */
const passing = new Set<ErrorCode>([
  'TIMEOUT',
  'INTERNAL',
  'DATABASE_UNAVAILABLE',
  'COMMAND_IN_DOUBT',
  'TOO_MANY_REQUESTS',
])
const PATIENCE_MS = 10_000
const RETRY_MS = 250

type Asked = 'command' | 'takeBallot' | 'pollStanding'

export class Device {
  readonly memberId: string
  /** How often nobody answered, or nobody who knew: shows that the kills were in the middle. */
  askedAgain = 0
  readonly #place: { url: string; token: string; meetingId: string }
  readonly #stop = new AbortController()
  /** The connection over which the member is in the meeting. */
  #entered = Promise.withResolvers<TestSocket>()

  constructor(memberId: string, place: { url: string; token: string; meetingId: string }) {
    this.memberId = memberId
    this.#place = place
    void this.#run()
  }

  /** Resolves when the member is in the meeting. */
  async ready(): Promise<TestSocket> {
    return this.#entered.promise
  }

  /** @returns what the server says in the end, however often it has to be asked */
  async give(wish: Command): Promise<Answer> {
    const result = await this.request('command', wish)
    return result.ok ? 'ok' : result.error.code
  }

  /** Until it is answered by one who knows. */
  async request<R extends Asked>(name: R, body: GatewayRequestBody<R>): Promise<Result<GatewayReplies[R]>> {
    for (;;) {
      const result = await ask(await this.#entered.promise, name, body)
      if (result && (result.ok || !passing.has(result.error.code))) return result
      this.askedAgain += 1
      await delay(RETRY_MS)
    }
  }

  stop(): void {
    this.#stop.abort()
    this.#entered.promise.then((socket) => socket.disconnect())
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop
    const { url, token, meetingId } = this.#place
    while (!signal.aborted) {
      const socket = await connect(url, token).catch(() => null)
      const gone = new Promise((resolve) => socket?.once('disconnect', resolve))
      if (socket && (await this.#enters(socket, meetingId))) {
        this.#entered.resolve(socket)
        await gone
        this.#entered = Promise.withResolvers()
      }
      socket?.disconnect()
      // Not all in the same moment: a server that has just come back would not get to its feet.
      await delay(RETRY_MS * (0.5 + Math.random()), undefined, { signal }).catch(() => undefined)
    }
  }

  /** A new command each time: nobody needs to know whether an earlier one counted. */
  async #enters(socket: TestSocket, meetingId: string): Promise<boolean> {
    while (socket.connected) {
      const result = await ask(socket, 'command', command('attendance.enter', meetingId))
      if (result?.ok) return true
      await delay(RETRY_MS)
    }
    return false
  }
}

/** Null: no answer. */
async function ask<R extends Asked>(
  socket: TestSocket,
  name: R,
  body: GatewayRequestBody<R>,
): Promise<Result<GatewayReplies[R]> | null> {
  if (!socket.connected) return null
  // The compiler cannot tell that each request has its own answer.
  const emitter = socket.timeout(PATIENCE_MS) as unknown as {
    emitWithAck: (name: R, body: GatewayRequestBody<R>) => Promise<Result<GatewayReplies[R]>>
  }
  return emitter.emitWithAck(name, body).catch(() => null)
}
