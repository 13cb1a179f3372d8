// One member's vote in one open poll, from this device: sent again under the same id until the server answers, and called recorded only when it
// has. A repeat gets the first one's answer, so the last word is the truth also when the poll has closed or the time has run out meanwhile.
import type { Command } from '@hoi-truong/shared/protocol'
import { createStore } from 'zustand/vanilla'
import { Backoff } from '../../../lib/backoff.ts'
import { newId } from '../../../lib/newId.ts'
import { asksForSignIn, isPassing, type Problem, problemOf } from '../../../lib/problem.ts'

/** As far ahead as a live command may reach, less what this device's clock may be wrong by. */
export const VALID_MS = 110_000

/** A vote that has not been answered yet. */
export interface SentVote {
  command: Command & { validUntil: string }
  choices: readonly string[]
  /** Nobody answered the first try. */
  tried: boolean
}

export interface OwnVoteState {
  /** What counts as far as this device knows; null: nothing that it knows of. */
  recorded: readonly string[] | null
  sending: SentVote | null
  /** The last one was not taken: that is all it says, a vote recorded before still counts. */
  refused: { choices: readonly string[]; problem: Problem } | null
}

export interface OwnVoteDeps {
  meetingId: string
  pollId: string
  /** Where a vote on its way outlives a reload of the page; this tab's alone. */
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  storageKey: string
  send(command: Command): Promise<unknown>
  /** The server's clock, ms. */
  now(): number
  pause(ms: number, signal: AbortSignal): Promise<void>
}

export class OwnVote {
  readonly store = createStore<OwnVoteState>(() => ({ recorded: null, sending: null, refused: null }))
  readonly #deps: OwnVoteDeps
  #stop = new AbortController()
  #running = false
  /** How often the server has said what counts; an older answer must not undo a newer one. */
  #answers = 0

  constructor(deps: OwnVoteDeps) {
    this.#deps = deps
    this.store.setState({ sending: this.#kept() })
  }

  start(): void {
    if (this.#stop.signal.aborted) this.#stop = new AbortController()
    void this.#run()
  }

  stop(): void {
    this.#stop.abort()
  }

  /** One at a time: what is pressed while another is on its way changes nothing. */
  cast(choices: readonly string[]): void {
    const { pollId, meetingId, now } = this.#deps
    if (this.store.getState().sending) return
    const validUntil = new Date(now() + VALID_MS).toISOString()
    const payload = { pollId, choices: [...choices] }
    const command = { id: newId(), type: 'voting.cast', streamId: meetingId, payload, validUntil }
    this.#set({ sending: { command, choices, tried: false }, refused: null })
    void this.#run()
  }

  /** The refusal was read. */
  dismiss(): void {
    this.#set({ refused: null })
  }

  /** To be called before the server is asked; give what it returns the answer. */
  asks(): (choices: readonly string[] | null) => void {
    const before = this.#answers
    return (choices) => {
      if (this.#answers === before) this.#answered({ recorded: choices })
    }
  }

  async #run(): Promise<void> {
    if (this.#running) return
    this.#running = true
    const { signal } = this.#stop
    const backoff = new Backoff()
    try {
      let { sending } = this.store.getState()
      while (sending && !signal.aborted) {
        const { choices, command } = sending
        try {
          await this.#deps.send(command)
          this.#answered({ recorded: choices, sending: null, refused: null })
        } catch (error) {
          if (isPassing(error) || asksForSignIn(error)) {
            this.#set({ sending: { ...sending, tried: true } })
            await this.#deps.pause(backoff.next(), signal)
          } else this.#answered({ sending: null, refused: { choices, problem: problemOf(error) } })
        }
        sending = this.store.getState().sending
      }
    } finally {
      this.#running = false
    }
    // Begun anew while the last try was still out.
    if (signal.aborted && !this.#stop.signal.aborted) await this.#run()
  }

  #answered(change: Partial<OwnVoteState>): void {
    this.#answers += 1
    this.#set(change)
  }

  #set(change: Partial<OwnVoteState>): void {
    this.store.setState(change)
    const { storage, storageKey } = this.#deps
    const { sending } = this.store.getState()
    try {
      if (sending) storage.setItem(storageKey, JSON.stringify(sending))
      else storage.removeItem(storageKey)
    } catch {
      // Private windows may have no storage: then it is sent for as long as the page is open.
    }
  }

  #kept(): SentVote | null {
    try {
      const kept: unknown = JSON.parse(this.#deps.storage.getItem(this.#deps.storageKey) ?? 'null')
      return typeof kept === 'object' && kept !== null && 'command' in kept
        ? { ...(kept as SentVote), tried: true }
        : null
    } catch {
      return null
    }
  }
}
