// The floor's share of a meeting's state: the queue of hands, all speeches, whose sound was switched off.
import type { AgendaEvent } from '../agenda/events.ts'
import type { AttendanceEvent } from '../attendance/events.ts'
import type { FeaturePart, LogEvent } from '../log/index.ts'
import type { MeetingEvent } from '../meeting/events.ts'
import { findInRoll } from '../meeting/roles.ts'
import type { MeetingRoll } from '../meeting/schema.ts'
import type { FloorEvent, FloorMode, SpeechEnd } from './events.ts'

export interface RaisedHand {
  handId: string
  memberId: string
  /** Null: by the member; else whoever raised it for them at their site. */
  raisedBy: string | null
  /** ISO 8601. */
  raisedAt: string
}

export interface Speech {
  speechId: string
  /** Null: somebody at the site, heard without a grant. */
  memberId: string | null
  siteId: string | null
  itemId: string | null
  /** ISO 8601; `endedAt` null while it is on. */
  startedAt: string
  endedAt: string | null
  reason: SpeechEnd | null
  limitSeconds: number | null
  /** Given the floor by the chair, or heard without: the chair, or anybody while the floor was open. */
  way: 'granted' | 'heard'
}

export interface FloorState {
  mode: FloorMode
  /** In the order in which they will be called: by number in the log, as far as the chair has not changed it. */
  hands: readonly RaisedHand[]
  /** In the order in which they were noted; at most one granted speech is on. */
  speeches: readonly Speech[]
  /** The event number of the latest silencing of everybody, and who was left out of it. */
  silencedAll: { seq: number; except: readonly string[] } | null
  /** By member id: the event number of the latest silencing of that one. */
  silenced: Readonly<Record<string, number>>
}

const initial: FloorState = { mode: 'chaired', hands: [], speeches: [], silencedAll: null, silenced: {} }

/** The speech that is on. */
export const currentSpeech = (state: FloorState): Speech | undefined =>
  state.speeches.find(({ endedAt }) => endedAt === null)

export const handOf = (state: FloorState, memberId: string): RaisedHand | undefined =>
  state.hands.find((hand) => hand.memberId === memberId)

/** The event number of the latest silencing that concerned this member; 0: never. */
export function silencedSeq(state: FloorState, memberId: string): number {
  const all = state.silencedAll
  return Math.max(state.silenced[memberId] ?? 0, all && !all.except.includes(memberId) ? all.seq : 0)
}

function ended(state: FloorState, at: string, reason: SpeechEnd): FloorState {
  const current = currentSpeech(state)
  if (!current) return state
  // Whoever was called after their line broke was last seen before: a speech of no length.
  const endedAt = at < current.startedAt ? current.startedAt : at
  const speeches = state.speeches.map((speech) => (speech === current ? { ...speech, endedAt, reason } : speech))
  return { ...state, speeches }
}

const withoutHandOf = (state: FloorState, memberId: string): FloorState =>
  handOf(state, memberId) ? { ...state, hands: state.hands.filter((hand) => hand.memberId !== memberId) } : state

function moved(hands: readonly RaisedHand[], handId: string, before: string | null): readonly RaisedHand[] {
  const hand = hands.find((one) => one.handId === handId)
  if (!hand || before === handId) return hands
  const others = hands.filter((one) => one !== hand)
  const place = others.findIndex((one) => one.handId === before)
  // The hand that it was to stand before has gone meanwhile: at the end it harms nobody.
  return place === -1 ? [...others, hand] : [...others.slice(0, place), hand, ...others.slice(place)]
}

/** Whoever is gone neither waits nor speaks; whoever has only changed places does. */
function gone(state: FloorState, memberId: string, at: string): FloorState {
  const left = withoutHandOf(state, memberId)
  return currentSpeech(left)?.memberId === memberId ? ended(left, at, 'left') : left
}

/** Whoever is no longer on the list, or suspended since, is gone as well. */
function withRoll(state: FloorState, roll: MeetingRoll, at: string): FloorState {
  const waiting = state.hands.map(({ memberId }) => memberId)
  const speaker = currentSpeech(state)?.memberId ?? null
  return [...waiting, ...(speaker === null ? [] : [speaker])]
    .filter((memberId) => (findInRoll({ roll }, memberId)?.status ?? 'suspended') === 'suspended')
    .reduce((left, memberId) => gone(left, memberId, at), state)
}

function reduce(state: FloorState, logEvent: LogEvent): FloorState {
  const event = logEvent as LogEvent & (FloorEvent | AttendanceEvent | MeetingEvent | AgendaEvent)
  switch (event.type) {
    case 'floor.modeChanged':
      return { ...state, mode: event.payload.mode }
    case 'floor.handRaised': {
      const { handId, memberId } = event.payload
      const raisedBy = event.actorId === memberId ? null : event.actorId
      const hand: RaisedHand = { handId, memberId, raisedBy, raisedAt: event.at }
      return { ...state, hands: [...state.hands, hand] }
    }
    case 'floor.handLowered':
      return { ...state, hands: state.hands.filter(({ handId }) => handId !== event.payload.handId) }
    case 'floor.handMoved':
      return { ...state, hands: moved(state.hands, event.payload.handId, event.payload.before) }
    case 'floor.granted': {
      const before = withoutHandOf(ended(state, event.at, 'next'), event.payload.memberId)
      const speech: Speech = { ...event.payload, startedAt: event.at, endedAt: null, reason: null, way: 'granted' }
      return { ...before, speeches: [...before.speeches, speech] }
    }
    case 'floor.limitChanged': {
      const { speechId, limitSeconds } = event.payload
      const speeches = state.speeches.map((one) => (one.speechId === speechId ? { ...one, limitSeconds } : one))
      return { ...state, speeches }
    }
    case 'floor.ended':
      return currentSpeech(state)?.speechId === event.payload.speechId
        ? ended(state, event.at, event.payload.reason)
        : state
    case 'floor.speechHeard': {
      const speech: Speech = { ...event.payload, reason: 'own', limitSeconds: null, way: 'heard' }
      return { ...state, speeches: [...state.speeches, speech] }
    }
    case 'floor.silenced': {
      const { memberIds, except } = event.payload
      if (memberIds === null) return { ...state, silencedAll: { seq: event.seq, except } }
      const silenced = Object.fromEntries(memberIds.map((memberId) => [memberId, event.seq]))
      return { ...state, silenced: { ...state.silenced, ...silenced } }
    }
    case 'attendance.intervalEnded':
      return event.payload.reason === 'moved' ? state : gone(state, event.payload.memberId, event.payload.endedAt)
    case 'attendance.corrected': {
      const { memberId, presence } = event.payload
      return presence !== null && presence.leftAt === null ? state : gone(state, memberId, event.at)
    }
    case 'meeting.rollUpdated':
      return withRoll(state, event.payload.roll, event.at)
    case 'meeting.closed':
    case 'meeting.cancelled':
    case 'meeting.notHeld': {
      const over = ended(state, event.at, 'closed')
      return over.hands.length > 0 ? { ...over, hands: [] } : over
    }
    default:
      return state
  }
}

export const floorPart = { everyone: { initial, reduce } } satisfies FeaturePart<FloorState>
