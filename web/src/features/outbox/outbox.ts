// What must not be lost while the network is away, notices and comments: kept on this device, sent when it is back, in order and once (the
// command id stays the same). A refusal is kept too, with the words, until the person has seen it.
import type { CommandReply } from '@hoi-truong/shared/protocol'
import type { CommandType } from '@hoi-truong/shared/streams'
import { createStore } from 'zustand/vanilla'
import { Backoff } from '../../lib/backoff.ts'
import { newId } from '../../lib/newId.ts'
import { asksForSignIn, isPassing, type Problem, problemOf } from '../../lib/problem.ts'
import type { GivenCommand } from '../account/api/giveCommand.ts'

export interface OutboxItem {
  id: string
  type: CommandType
  streamId: string
  payload: unknown
  /** Nobody answered the first try. */
  tried: boolean
  /** Set when the server refused it for good. */
  refusal: Problem | null
  /** Set when it was taken; the stream is another one when it came too late for its own. */
  taken: CommandReply | null
  /** When the server answered, this device's clock in ms: what was heard from it before says nothing about this. */
  settledAt: number | null
}

export interface OutboxDeps {
  storage: Pick<Storage, 'getItem' | 'setItem'>
  send(command: GivenCommand): Promise<CommandReply>
  pause(ms: number, signal: AbortSignal): Promise<void>
}

/** @param key one box per member: what one wrote must not be sent by another who signs in on the same device */
export class Outbox {
  readonly store = createStore<{ items: readonly OutboxItem[] }>(() => ({ items: [] }))
  /** Where it is stored: another tab may write there too. */
  readonly key: string
  readonly #deps: OutboxDeps
  #running: { signal: AbortSignal; done: Promise<void> } | null = null

  constructor(key: string, deps: OutboxDeps) {
    this.key = `hoi-truong.outbox.${key}`
    this.#deps = deps
    this.store.setState({ items: this.#read() })
  }

  /** Kept before it is sent: a crash between the two loses nothing. */
  add(type: CommandType, streamId: string, payload: unknown, signal: AbortSignal): void {
    const unsettled = { refusal: null, taken: null, settledAt: null }
    const item: OutboxItem = { id: newId(), type, streamId, payload, tried: false, ...unsettled }
    this.#change((items) => [...items, item])
    void this.run(signal)
  }

  /** The person has seen what became of it. */
  putAway(id: string): void {
    this.#change((items) => items.filter((item) => item.id !== id))
  }

  /** Another tab has changed what is kept: what it added, sent or put away. */
  reread(): void {
    const kept = this.#read()
    const now = new Map(kept.map((item) => [item.id, item]))
    const own = this.store.getState().items.filter(({ id, taken }) => taken || now.has(id))
    const known = new Set(own.map(({ id }) => id))
    const items = own.map((item) => (item.taken ? item : (now.get(item.id) ?? item)))
    this.store.setState({ items: [...items, ...kept.filter(({ id }) => !known.has(id))] })
  }

  /** Sends what waits, one after the other, until nothing waits. */
  run(signal: AbortSignal): Promise<void> {
    const before = this.#running
    if (before && !before.signal.aborted) return before.done
    // Behind one that is ending because its page was left: it would not look again.
    const done = (before?.done ?? Promise.resolve()).then(() => this.#drain(signal))
    const running = { signal, done }
    this.#running = running
    return done.finally(() => {
      if (this.#running === running) this.#running = null
    })
  }

  async #drain(signal: AbortSignal): Promise<void> {
    const backoff = new Backoff()
    while (!signal.aborted) {
      const item = this.store.getState().items.find(({ refusal, taken }) => !refusal && !taken)
      if (!item) return
      try {
        const { id, type, streamId, payload } = item
        const taken = await this.#deps.send({ id, type, streamId, payload })
        this.#settle(id, { taken, settledAt: Date.now() })
        backoff.reset()
      } catch (error) {
        // Not a refusal of what was written: it waits for the next sign-in.
        if (asksForSignIn(error)) return
        if (isPassing(error)) {
          this.#settle(item.id, { tried: true })
          await this.#deps.pause(backoff.next(), signal)
        } else this.#settle(item.id, { refusal: problemOf(error), settledAt: Date.now() })
      }
    }
  }

  #settle(id: string, outcome: Partial<Pick<OutboxItem, 'tried' | 'refusal' | 'taken' | 'settledAt'>>): void {
    this.#change((items) => items.map((item) => (item.id === id ? { ...item, ...outcome } : item)))
  }

  #read(): OutboxItem[] {
    try {
      const kept: unknown = JSON.parse(this.#deps.storage.getItem(this.key) ?? '[]')
      return Array.isArray(kept) ? (kept as OutboxItem[]) : []
    } catch {
      return []
    }
  }

  /** What another tab has added meanwhile stays: it may be closed before it has sent it. */
  #change(changed: (items: readonly OutboxItem[]) => readonly OutboxItem[]): void {
    const before = this.store.getState().items
    const known = new Set(before.map(({ id }) => id))
    const items = changed([...before, ...this.#read().filter(({ id }) => !known.has(id))])
    this.store.setState({ items })
    try {
      this.#deps.storage.setItem(this.key, JSON.stringify(items.filter(({ taken }) => !taken)))
    } catch {
      // Private windows may have no storage: then it is kept for as long as the page is open.
    }
  }
}
