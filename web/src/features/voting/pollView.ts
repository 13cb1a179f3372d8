// What of the votes is large, small or put away on this page; apart from the parts that show it, since a line above the stage and the sheet over
// it show the same poll. Nothing here ever takes the focus.
import { createStore } from 'zustand/vanilla'

export interface PollViewState {
  /** Polls that are on whose sheet was made small, or came small because somebody was typing. */
  small: ReadonlySet<string>
  /** Announced results that the person has not closed yet, the newest last. */
  results: readonly string[]
  /** The result that is large; the others wait as lines. */
  large: string | null
  /** It was asked for, and so comes before what has come by itself. */
  asked: boolean
  /** Cancelled before this page's eyes, and not read yet. */
  cancelled: string | null
}

interface Kept {
  results: string[]
}

/** One for each meeting and page: what was not closed is there again after a reload. */
export class PollView {
  readonly store = createStore<PollViewState>(() => ({
    small: new Set<string>(),
    results: [],
    large: null,
    asked: false,
    cancelled: null,
  }))
  readonly #storage: Pick<Storage, 'getItem' | 'setItem'>
  readonly #key: string
  /** What a press has just brought up: it takes the focus, as nothing that comes by itself does. */
  #pressed: string | null = null
  /** Polls that were seen to begin: nobody can have voted in them before. */
  readonly begun = new Set<string>()

  constructor(storage: Pick<Storage, 'getItem' | 'setItem'>, meetingId: string) {
    this.#storage = storage
    this.#key = `hoi-truong.poll-results.${meetingId}`
    const results = this.#kept()
    this.store.setState({ results, large: results.at(-1) ?? null })
  }

  /** A press asks for what is about to be shown under this name. */
  press(shown: string): void {
    this.#pressed = shown
  }

  /** Whether what is shown now was pressed for; once. */
  wasPressed(shown: string): boolean {
    const pressed = this.#pressed === shown
    if (pressed) this.#pressed = null
    return pressed
  }

  makeSmall(pollId: string): void {
    this.store.setState(({ small }) => ({ small: new Set(small).add(pollId) }))
  }

  open(pollId: string): void {
    this.store.setState(({ small }) => ({ asked: false, small: new Set([...small].filter((id) => id !== pollId)) }))
  }

  cancelled(pollId: string | null): void {
    this.store.setState({ cancelled: pollId })
  }

  /** @param typing then it waits as a line until it is opened */
  announced(pollId: string, typing: boolean): void {
    if (this.store.getState().results.includes(pollId)) return
    this.#results((results) => [...results, pollId])
    if (!typing) this.store.setState({ large: pollId, asked: false })
  }

  /** Also of a poll whose result was closed long ago. */
  showResult(pollId: string): void {
    this.#results((results) => [...results.filter((id) => id !== pollId), pollId])
    this.store.setState({ large: pollId, asked: true })
  }

  /** Read. The one announced before it comes up. */
  closeResult(pollId: string): void {
    this.#results((results) => results.filter((id) => id !== pollId))
    this.store.setState(({ large, results }) => ({
      large: large === pollId ? (results.at(-1) ?? null) : large,
      asked: false,
    }))
  }

  #results(change: (results: readonly string[]) => string[]): void {
    const results = change(this.store.getState().results)
    this.store.setState({ results })
    try {
      this.#storage.setItem(this.#key, JSON.stringify({ results } satisfies Kept))
    } catch {
      // Private windows may have no storage: then a reload closes them.
    }
  }

  #kept(): string[] {
    try {
      const { results } = JSON.parse(this.#storage.getItem(this.#key) ?? '{}') as Partial<Kept>
      return Array.isArray(results) ? results.filter((id) => typeof id === 'string') : []
    } catch {
      return []
    }
  }
}
