// Taps on the list of a site, on their way to the server: gathered, sent several at once, kept on the device and sent again until the
// server has them. A tap that takes somebody off the list waits a little, so that a slip can be taken back.
import { createStore } from 'zustand/vanilla'
import { pause } from '../../lib/pause.ts'
import { isPassing, type Problem, problemOf } from '../../lib/problem.ts'

export type Wish = 'in' | 'out'

export interface Tap {
  wish: Wish
  /** Held: can be taken back; waiting: an attempt found no server. */
  state: 'held' | 'sending' | 'waiting'
}

export interface TapsState {
  taps: Readonly<Record<string, Tap>>
  refused: readonly { memberId: string; problem: Problem }[]
}

export interface TapsDeps {
  send(wish: Wish, memberIds: string[]): Promise<unknown>
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  key: string
  pause(ms: number, signal: AbortSignal): Promise<void>
}

/** People come in one behind the other: what is tapped meanwhile goes together. */
const GATHER_MS = 300
export const UNDO_MS = 5_000
const RETRY_MS = 1_500

/** Sent again as a new command: being checked in twice is being checked in. */
const passes = (error: unknown): boolean => isPassing(error) || problemOf(error).code === 'COMMAND_EXPIRED'

export class SiteTaps {
  readonly store = createStore<TapsState>(() => ({ taps: {}, refused: [] }))
  readonly #deps: TapsDeps
  #stop = new AbortController()
  #sending = false

  constructor(deps: Pick<TapsDeps, 'send' | 'storage' | 'key'> & Partial<TapsDeps>) {
    this.#deps = { pause, ...deps }
    const kept = this.#read()
    this.store.setState({ taps: Object.fromEntries(kept.map(([id, wish]) => [id, { wish, state: 'waiting' }])) })
  }

  /** Sends what an earlier page left behind. */
  start(): void {
    this.#stop = new AbortController()
    if (Object.keys(this.store.getState().taps).length > 0) this.#send()
  }

  tap(memberId: string, wish: Wish): void {
    const tap: Tap = { wish, state: 'held' }
    this.#set({ ...this.store.getState().taps, [memberId]: tap })
    const { signal } = this.#stop
    void this.#deps.pause(wish === 'out' ? UNDO_MS : GATHER_MS, signal).then(() => {
      // Taken back, or tapped again meanwhile.
      if (this.store.getState().taps[memberId] !== tap || signal.aborted) return
      this.#mark([memberId], 'waiting')
      this.#send()
    })
  }

  /** Takes a tap back that has not been sent yet. */
  undo(memberId: string): void {
    const { [memberId]: tap, ...others } = this.store.getState().taps
    if (tap?.state === 'held') this.#set(others)
  }

  putAway(memberId: string): void {
    this.store.setState(({ refused }) => ({ refused: refused.filter((one) => one.memberId !== memberId) }))
  }

  stop(): void {
    this.#stop.abort()
  }

  #send(): void {
    if (this.#sending) return
    this.#sending = true
    void this.#sendAll(this.#stop.signal).finally(() => {
      this.#sending = false
      // What came while the last answer was taken in.
      if (!this.#stop.signal.aborted && this.#next()) this.#send()
    })
  }

  async #sendAll(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const next = this.#next()
      if (!next) return
      try {
        await this.#attempt(next.wish, next.memberIds)
      } catch {
        this.#mark(next.memberIds, 'waiting')
        await this.#deps.pause(RETRY_MS, signal)
      }
    }
  }

  #next(): { wish: Wish; memberIds: string[] } | null {
    const waiting = Object.entries(this.store.getState().taps).filter(([, { state }]) => state !== 'held')
    const wish = waiting[0]?.[1].wish
    if (!wish) return null
    return { wish, memberIds: waiting.filter(([, tap]) => tap.wish === wish).map(([memberId]) => memberId) }
  }

  /** @throws what may pass; of a refusal only the one whom it concerns is put aside, the others go on */
  async #attempt(wish: Wish, memberIds: string[]): Promise<void> {
    const sent = this.#mark(memberIds, 'sending')
    try {
      await this.#deps.send(wish, memberIds)
      this.#done(sent)
    } catch (error) {
      if (passes(error)) throw error
      if (memberIds.length > 1) {
        for (const memberId of memberIds) await this.#attempt(wish, [memberId])
        return
      }
      this.#done(sent)
      const refused = memberIds.map((memberId) => ({ memberId, problem: problemOf(error) }))
      this.store.setState((state) => ({ refused: [...state.refused, ...refused] }))
    }
  }

  /** What was tapped anew while it was on its way stays. */
  #done(sent: ReadonlyMap<string, Tap>): void {
    const left = Object.entries(this.store.getState().taps).filter(([memberId, tap]) => sent.get(memberId) !== tap)
    this.#set(Object.fromEntries(left))
  }

  #mark(memberIds: readonly string[], state: 'sending' | 'waiting'): Map<string, Tap> {
    const taps = { ...this.store.getState().taps }
    const marked = new Map<string, Tap>()
    for (const memberId of memberIds) {
      const before = taps[memberId]
      if (!before || (before.state === 'held' && state === 'sending')) continue
      const tap: Tap = { ...before, state }
      taps[memberId] = tap
      marked.set(memberId, tap)
    }
    this.#set(taps)
    return marked
  }

  #set(taps: TapsState['taps']): void {
    this.store.setState({ taps })
    const { storage, key } = this.#deps
    try {
      if (Object.keys(taps).length === 0) storage.removeItem(key)
      else storage.setItem(key, JSON.stringify(Object.entries(taps).map(([memberId, { wish }]) => [memberId, wish])))
    } catch {
      // Without storage taps live as long as the page.
    }
  }

  #read(): [string, Wish][] {
    try {
      return JSON.parse(this.#deps.storage.getItem(this.#deps.key) ?? '[]') as [string, Wish][]
    } catch {
      return []
    }
  }
}
