// A fake of lib/wire.ts for tests: answers come from a handler, pushes and breaks from the test.
import { Unreachable } from '../lib/problem.ts'

type Handler = (name: string, body: unknown) => unknown

export class FakeWire {
  connected = true
  readonly requests: { name: string; body: unknown }[] = []
  readonly closed: Promise<void>
  readonly #handler: Handler
  readonly #listeners: { event: string; listener: (message: unknown) => void }[] = []
  #close: () => void = () => undefined

  /** The handler's value (or promise) is the answer; what it throws is the refusal. */
  constructor(handler: Handler) {
    this.#handler = handler
    this.closed = new Promise((resolve) => {
      this.#close = resolve
    })
  }

  async request(name: string, body: unknown): Promise<unknown> {
    if (!this.connected) throw new Unreachable()
    this.requests.push({ name, body })
    return await this.#handler(name, body)
  }

  on(event: string, listener: (message: unknown) => void): void {
    this.#listeners.push({ event, listener })
  }

  /** The server says something unasked. */
  push(event: string, message: unknown): void {
    for (const entry of this.#listeners) if (entry.event === event) entry.listener(message)
  }

  /** The connection breaks. */
  close(): void {
    this.connected = false
    this.#close()
  }

  names(): string[] {
    return this.requests.map(({ name }) => name)
  }
}
