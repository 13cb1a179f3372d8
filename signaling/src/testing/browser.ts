// A browser as far as signing in goes: it keeps the cookies that it is given and sends them back.

import type { AccountRequest, SignedInMember } from '@hoi-truong/shared/account'
import type { ErrorReply } from '@hoi-truong/shared/errors'
import { PASSWORD } from './signaling.ts'

export interface Answer {
  status: number
  body: { accessToken?: string; member?: SignedInMember; error?: ErrorReply } | null
  /** The Set-Cookie headers as they came. */
  setCookies: string[]
}

export class Browser {
  readonly #url: string
  readonly #headers: Record<string, string>
  readonly cookies = new Map<string, string>()

  /** @param headers sent with every request, for example the address that a proxy would add */
  constructor(url: string, headers: Record<string, string> = {}) {
    this.#url = url
    this.#headers = headers
  }

  /** Another browser that holds copies of this one's cookies: a thief's, or a second tab in the same moment. */
  copy(): Browser {
    const copy = new Browser(this.#url, this.#headers)
    for (const [name, value] of this.cookies) copy.cookies.set(name, value)
    return copy
  }

  logIn(memberNumber: string, password = PASSWORD): Promise<Answer> {
    return this.#post('login', { memberNumber, password })
  }

  refresh(): Promise<Answer> {
    return this.#post('refresh')
  }

  logOut(): Promise<Answer> {
    return this.#post('logout')
  }

  activate(memberNumber: string, code: string, password: string): Promise<Answer> {
    return this.#post('activate', { memberNumber, code, password })
  }

  requestAccount(request: AccountRequest): Promise<Answer> {
    return this.#post('requests', request)
  }

  async me(token: string): Promise<Answer> {
    return this.#read(await fetch(`${this.#url}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } }))
  }

  async #post(action: string, body?: unknown): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' }
    const response = await fetch(`${this.#url}/api/v1/auth/${action}`, {
      method: 'POST',
      headers: { ...this.#headers, ...type, ...(cookie ? { cookie } : {}) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return this.#read(response)
  }

  async #read(response: Response): Promise<Answer> {
    const setCookies = response.headers.getSetCookie()
    for (const line of setCookies) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (name && value) this.cookies.set(name, value)
      else if (name) this.cookies.delete(name)
    }
    const text = await response.text()
    return { status: response.status, body: text ? (JSON.parse(text) as Answer['body']) : null, setCookies }
  }
}
