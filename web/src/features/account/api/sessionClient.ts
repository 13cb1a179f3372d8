// Who is signed in, and a fresh access token whenever one is needed. The token stays in memory; the refresh cookie is the browser's.
import type { Activation, Login, Session, SignedInMember } from '@hoi-truong/shared/account'
import type { ErrorCode } from '@hoi-truong/shared/errors'
import { createStore } from 'zustand/vanilla'
import { Backoff } from '../../../lib/backoff.ts'
import { exclusively } from '../../../lib/exclusively.ts'
import { type HttpRequest, httpRequest } from '../../../lib/http.ts'
import { pause } from '../../../lib/pause.ts'
import { asksForToken, problemOf, Unreachable } from '../../../lib/problem.ts'

export interface SessionState {
  /** `starting`: not known yet whether the refresh cookie still opens a session. */
  status: 'starting' | 'signedOut' | 'signedIn'
  member: SignedInMember | null
  /** The server cannot be reached to find out. */
  unreachable: boolean
  /** Why the last session ended, when it was not by pressing "sign out". */
  ended: ErrorCode | null
}

interface Token {
  text: string
  /** This device's clock, ms. */
  freshUntil: number
}

/** Refreshed this long before its end: the request that carries it must still find it valid. */
const MARGIN_MS = 30_000
const ended = new Set<string>([
  'REFRESH_INVALID',
  'REFRESH_REUSED',
  'TOKEN_MISSING',
  'TOKEN_INVALID',
  'ACCOUNT_SUSPENDED',
])

/** Remembers that this browser has a refresh cookie, which scripts cannot see: a first visit need not ask in vain. */
export interface SessionMark {
  get(): boolean
  set(present: boolean): void
}

export class SessionClient {
  readonly store = createStore<SessionState>(() => ({
    status: 'starting',
    member: null,
    unreachable: false,
    ended: null,
  }))
  #token: Token | null = null
  #refreshing: Promise<void> | null = null
  readonly #mark: SessionMark

  constructor(mark: SessionMark) {
    this.#mark = mark
  }

  /** At page load: a session from before goes on without a password. Tries until the server says yes or no. */
  async start(signal: AbortSignal): Promise<void> {
    if (!this.#mark.get()) return this.#end(null)
    const backoff = new Backoff()
    while (!signal.aborted && this.store.getState().status === 'starting') {
      try {
        await this.#refresh()
      } catch {
        if (this.store.getState().status !== 'starting') return
        this.store.setState({ unreachable: true })
        await pause(backoff.next(), signal)
      }
    }
  }

  async signIn(login: Login): Promise<void> {
    this.#accept(await httpRequest<Session>('/auth/login', { method: 'POST', body: login }))
  }

  /** Makes the account with the code of a slip; the answer is a session, as of a sign-in. */
  async activate(activation: Activation): Promise<void> {
    this.#accept(await httpRequest<Session>('/auth/activate', { method: 'POST', body: activation }))
  }

  /** Leaves this device signed out also when the server cannot be told. */
  async signOut(): Promise<void> {
    await httpRequest('/auth/logout', { method: 'POST', ...(this.#token ? { token: this.#token.text } : {}) }).catch(
      () => undefined,
    )
    this.#end(null)
  }

  /** A token that is valid for a while yet. */
  async accessToken(): Promise<string> {
    if (!this.#token || Date.now() >= this.#token.freshUntil) await this.#refresh()
    if (!this.#token) throw new Unreachable()
    return this.#token.text
  }

  /** The server did not take this token: the next one asked for is new. */
  refuse(token: string): void {
    if (this.#token?.text === token) this.#token = null
  }

  /** The server ended the session. */
  end(code: ErrorCode): void {
    this.#end(code)
  }

  /** A request with the member's token; a token that was refused is replaced once. */
  async request<T>(path: string, request: HttpRequest = {}): Promise<T> {
    const token = await this.accessToken()
    try {
      return await httpRequest<T>(path, { ...request, token })
    } catch (error) {
      if (!asksForToken(error)) throw error
      this.refuse(token)
      return await httpRequest<T>(path, { ...request, token: await this.accessToken() })
    }
  }

  #refresh(): Promise<void> {
    this.#refreshing ??= exclusively('hoi-truong-refresh', async () => {
      try {
        this.#accept(await httpRequest<Session>('/auth/refresh', { method: 'POST' }))
      } catch (error) {
        const { code } = problemOf(error)
        // Whoever was signed in on this device is told why not any more, at the next visit too.
        if (ended.has(code)) this.#end(code === 'TOKEN_MISSING' ? null : (code as ErrorCode))
        throw error
      }
    }).finally(() => {
      this.#refreshing = null
    })
    return this.#refreshing
  }

  #accept({ accessToken, member }: Session): void {
    this.#token = { text: accessToken, freshUntil: Date.now() + lifetimeMs(accessToken) - MARGIN_MS }
    this.#mark.set(true)
    this.store.setState({ status: 'signedIn', member, unreachable: false, ended: null })
  }

  #end(code: ErrorCode | null): void {
    this.#token = null
    this.#mark.set(false)
    this.store.setState({ status: 'signedOut', member: null, unreachable: false, ended: code })
  }
}

/** From the token's own two times, so that a wrong clock on the device does no harm. */
function lifetimeMs(token: string): number {
  try {
    const payload = token.split('.')[1] ?? ''
    const { iat, exp } = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as {
      iat: number
      exp: number
    }
    return (exp - iat) * 1000
  } catch {
    return 0
  }
}
