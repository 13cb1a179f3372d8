// The connection to signaling, kept for as long as somebody needs it: a fresh token for each attempt, quick tries after a
// break, and no end to trying. What happens on a connection is the owner's business.
import type { ErrorCode } from '@hoi-truong/shared/errors'
import {
  type GatewayReplies,
  type GatewayRequest,
  type GatewayRequestBody,
  type GatewayServerToClient,
  PROTOCOL_VERSION,
} from '@hoi-truong/shared/protocol'
import { pause } from '../../../lib/pause.ts'
import { asksForToken, type Problem, problemOf } from '../../../lib/problem.ts'
import { Tries } from '../../../lib/tries.ts'
import { openWire, type Wire } from '../../../lib/wire.ts'

export type GatewayWire = Wire<{ [R in GatewayRequest]: GatewayRequestBody<R> }, GatewayReplies, GatewayServerToClient>

export interface GatewayDeps {
  accessToken(): Promise<string>
  refuseToken(token: string): void
  sessionEnded(code: ErrorCode): void
  open(auth: { protocol: number; token: string }, signal: AbortSignal): Promise<GatewayWire>
  pause(ms: number, signal: AbortSignal): Promise<void>
}

export interface GatewayOwner {
  /** A new connection. What it throws is treated as a break. */
  connected(wire: GatewayWire): Promise<void>
  disconnected(): void
  /** Trying on is of no use: the app is too old, or the account may not. */
  refused(problem: Problem): void
}

const final = new Set<Problem['code']>(['PROTOCOL_OLD', 'ACCOUNT_SUSPENDED', 'REFRESH_INVALID', 'REFRESH_REUSED'])

const openGatewayWire: GatewayDeps['open'] = (auth, signal) => openWire<GatewayWire>('/', auth, signal)

export class Gateway {
  readonly #deps: GatewayDeps
  readonly #owner: GatewayOwner
  readonly #stop = new AbortController()
  #wire: GatewayWire | null = null

  constructor(owner: GatewayOwner, deps: Omit<GatewayDeps, 'open' | 'pause'> & Partial<GatewayDeps>) {
    this.#owner = owner
    this.#deps = { open: openGatewayWire, pause, ...deps }
  }

  get wire(): GatewayWire | null {
    return this.#wire?.connected ? this.#wire : null
  }

  /** Runs until `stop`, or until the server refuses for good. */
  async run(): Promise<void> {
    const { signal } = this.#stop
    const tries = new Tries(signal, this.#deps.pause)
    while (!signal.aborted) {
      try {
        const wire = await this.#open(signal)
        // Breaks and the owner's failures lead to the same place: another connection.
        await Promise.race([wire.closed, this.#owner.connected(wire).then(() => tries.succeeded())])
        await wire.closed
      } catch (error) {
        const problem = problemOf(error)
        if (final.has(problem.code)) {
          this.#owner.refused(problem)
          return
        }
      } finally {
        this.#wire?.close()
        this.#wire = null
      }
      if (signal.aborted) return
      this.#owner.disconnected()
      await tries.next()
    }
  }

  stop(): void {
    this.#stop.abort()
    this.#wire?.close()
  }

  async #open(signal: AbortSignal): Promise<GatewayWire> {
    const token = await this.#deps.accessToken()
    try {
      const wire = await this.#deps.open({ protocol: PROTOCOL_VERSION, token }, signal)
      this.#wire = wire
      wire.on('signedOut', ({ code }) => this.#deps.sessionEnded(code))
      return wire
    } catch (error) {
      if (asksForToken(error)) this.#deps.refuseToken(token)
      throw error
    }
  }
}
