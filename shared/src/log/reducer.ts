// State from events. Each feature brings one part per audience; a part sees only events that its audience may read, so that a
// browser with a filtered stream computes exactly what the server has for it.
import type { LogEntry, LogEvent, Viewer } from './event.ts'
import { isReadable } from './event.ts'

export interface Slice<S> {
  initial: S
  /** Pure: returns the same object when the event is not its business. */
  reduce(state: S, event: LogEvent): S
}

/** A feature's share of a stream's state; the keys say which audiences it keeps something for. */
export interface FeaturePart<E = unknown, B = unknown, M = unknown> {
  everyone?: Slice<E>
  bureau?: Slice<B>
  member?: Slice<M>
}

type PartMap = Record<string, FeaturePart>
type StateOf<P extends PartMap, A extends keyof FeaturePart> = {
  [N in keyof P as P[N][A] extends Slice<unknown> ? N : never]: P[N][A] extends Slice<infer S> ? S : never
}

/** One part per audience; `members` has a part for each member who has events of their own. */
export interface StreamState<E, B, M> {
  everyone: E
  bureau: B
  members: Readonly<Record<string, M>>
}

/** Brings an event of an old version to the current one, in memory only: rows are never rewritten, hashes cover what was stored. */
export type Upcasters = Readonly<Record<string, (event: LogEvent) => LogEvent>>

export interface StreamReducer<E, B, M> {
  initial(): StreamState<E, B, M>
  reduce(state: StreamState<E, B, M>, event: LogEvent): StreamState<E, B, M>
  reduceAll(state: StreamState<E, B, M>, entries: readonly LogEntry[]): StreamState<E, B, M>
  /** What the viewer may have of a state: the parts of other audiences come back as at the beginning. */
  filter(state: StreamState<E, B, M>, viewer: Viewer): StreamState<E, B, M>
}

type AnySlices = Record<string, Slice<unknown>>
type AnyState = Record<string, unknown>

function slicesOf(parts: PartMap, audience: keyof FeaturePart): AnySlices {
  const slices: AnySlices = {}
  for (const [name, part] of Object.entries(parts)) {
    const slice = part[audience] as Slice<unknown> | undefined
    if (slice) slices[name] = slice
  }
  return slices
}

const initialOf = (slices: AnySlices): AnyState =>
  Object.fromEntries(Object.entries(slices).map(([name, slice]) => [name, slice.initial]))

function step(slices: AnySlices, state: AnyState, event: LogEvent): AnyState {
  let next = state
  for (const [name, slice] of Object.entries(slices)) {
    const changed = slice.reduce(state[name], event)
    if (changed !== state[name]) next = { ...next, [name]: changed }
  }
  return next
}

/** Puts the parts of several features together; the server takes all, a page only its own. */
export function assembleReducer<const P extends PartMap>(
  parts: P,
  upcasters: Upcasters = {},
): StreamReducer<StateOf<P, 'everyone'>, StateOf<P, 'bureau'>, StateOf<P, 'member'>> {
  type State = StreamState<StateOf<P, 'everyone'>, StateOf<P, 'bureau'>, StateOf<P, 'member'>>
  const everyone = slicesOf(parts, 'everyone')
  const bureau = slicesOf(parts, 'bureau')
  const member = slicesOf(parts, 'member')

  const initial = () => ({ everyone: initialOf(everyone), bureau: initialOf(bureau), members: {} }) as State

  const reduce = (state: State, stored: LogEvent): State => {
    const event = upcasters[stored.type]?.(stored) ?? stored
    if (event.audience === 'everyone') {
      const next = step(everyone, state.everyone as AnyState, event)
      return next === state.everyone ? state : { ...state, everyone: next as State['everyone'] }
    }
    if (event.audience === 'bureau') {
      const next = step(bureau, state.bureau as AnyState, event)
      return next === state.bureau ? state : { ...state, bureau: next as State['bureau'] }
    }
    const memberId = event.audience.slice('member:'.length)
    const before = (state.members[memberId] as AnyState | undefined) ?? initialOf(member)
    const next = step(member, before, event)
    return next === before ? state : { ...state, members: { ...state.members, [memberId]: next } as State['members'] }
  }

  return {
    initial,
    reduce,
    reduceAll: (state, entries) =>
      entries.reduce((sum, entry) => (isReadable(entry) ? reduce(sum, entry) : sum), state),
    filter: (state, viewer) => {
      const own = viewer.memberId === null ? undefined : state.members[viewer.memberId]
      return {
        everyone: state.everyone,
        bureau: viewer.bureau ? state.bureau : initial().bureau,
        members: viewer.memberId !== null && own !== undefined ? { [viewer.memberId]: own } : {},
      } as State
    },
  }
}
