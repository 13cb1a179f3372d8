// Attendance's share of a meeting's state (and, for late notices, of a branch's).
import type { FeaturePart, LogEvent, Upcasters } from '../log/index.ts'
import type { MeetingEvent } from '../meeting/events.ts'
import type { QuorumLevel } from '../rules/votingBase.ts'
import type { AbsenceNotice, AttendanceEvent, AttendancePlace, CheckInWay, IntervalEnd } from './events.ts'

/** From when to when a member was at a place (ISO 8601); `endedAt` null while they still are. */
export interface PresenceInterval {
  place: AttendancePlace
  way: CheckInWay
  startedAt: string
  endedAt: string | null
  reason: IntervalEnd | null
}

export interface AnnouncedAbsence {
  /** ISO 8601. */
  at: string
  /** Of the branch's committee. */
  decision: 'pending' | 'accepted' | 'refused'
}

/** The trail of a correction: who set what right, why, and how it stood before. */
export interface Correction {
  memberId: string
  by: string | null
  at: string
  reason: string
  before: readonly PresenceInterval[]
  after: PresenceInterval | null
}

export interface ConfirmedQuorum {
  at: string
  present: number
  base: number
  level: QuorumLevel
}

export interface Removal {
  /** ISO 8601. */
  at: string
  by: string | null
  reason: string
}

export interface AttendanceState {
  /** By member id, in order of time; never two open ones. */
  intervals: Readonly<Record<string, readonly PresenceInterval[]>>
  /** Members who are counted at a site and have an own device in the room too. */
  companions: Readonly<Record<string, true>>
  /** Members who answered that they will come, by id; the value is when (ISO 8601). */
  answers: Readonly<Record<string, string>>
  /** Members who gave notice, by id. */
  absences: Readonly<Record<string, AnnouncedAbsence>>
  corrections: readonly Correction[]
  quorum: ConfirmedQuorum | null
  /** Shown out by the chair, by member id; they cannot enter again until they are let in. */
  removed: Readonly<Record<string, Removal>>
  /** When the meeting was over (ISO 8601); nobody is there any more. */
  overAt: string | null
}

/** Who is where. */
export type Whereabouts = Pick<AttendanceState, 'intervals'>

export interface ReceivedNotice extends AbsenceNotice {
  at: string
}
export type NoticesState = readonly ReceivedNotice[]

const initial: AttendanceState = {
  intervals: {},
  companions: {},
  answers: {},
  absences: {},
  corrections: [],
  quorum: null,
  removed: {},
  overAt: null,
}

export const openInterval = (state: Whereabouts, memberId: string): PresenceInterval | undefined => {
  const last = state.intervals[memberId]?.at(-1)
  return last && last.endedAt === null ? last : undefined
}

/** Ids of all members who are in the meeting, at a site or at an own device. */
export const membersPresent = (state: AttendanceState): string[] =>
  Object.keys(state.intervals).filter((memberId) => openInterval(state, memberId) !== undefined)

/** Ids of all who have an own device in the room. */
export const devicesInRoom = (state: AttendanceState): string[] =>
  Object.keys(state.intervals).filter((memberId) => hasDevice(state, memberId))

export const hasDevice = (state: AttendanceState, memberId: string): boolean =>
  state.companions[memberId] === true || openInterval(state, memberId)?.place.kind === 'device'

export const isAtSite = (state: Whereabouts, memberId: string, siteId?: string): boolean => {
  const place = openInterval(state, memberId)?.place
  return place?.kind === 'site' && (siteId === undefined || place.siteId === siteId)
}

const without = <V>(record: Readonly<Record<string, V>>, key: string): Readonly<Record<string, V>> =>
  key in record ? Object.fromEntries(Object.entries(record).filter(([name]) => name !== key)) : record

const withIntervals = (state: AttendanceState, memberId: string, intervals: readonly PresenceInterval[]) => ({
  ...state,
  intervals: { ...state.intervals, [memberId]: intervals },
})

function corrected(
  state: AttendanceState,
  { memberId, presence, reason }: Extract<AttendanceEvent, { type: 'attendance.corrected' }>['payload'],
  event: LogEvent,
): AttendanceState {
  const after: PresenceInterval | null = presence && {
    place: presence.place,
    way: 'correction',
    startedAt: presence.arrivedAt,
    endedAt: presence.leftAt,
    // There to the end, when the end is past: as everybody else who stayed.
    reason: presence.leftAt === null ? null : presence.leftAt === state.overAt ? 'closed' : 'left',
  }
  const before = state.intervals[memberId] ?? []
  const trail = { memberId, by: event.actorId, at: event.at, reason, before, after }
  return withIntervals({ ...state, corrections: [...state.corrections, trail] }, memberId, after ? [after] : [])
}

/** Everybody who was there to the end, in one pass: an event for each would copy the whole record for each. */
function over(state: AttendanceState, at: string): AttendanceState {
  const ended = (list: readonly PresenceInterval[]): readonly PresenceInterval[] => {
    const last = list.at(-1)
    return last && last.endedAt === null ? [...list.slice(0, -1), { ...last, endedAt: at, reason: 'closed' }] : list
  }
  const intervals = Object.entries(state.intervals).map(([memberId, list]) => [memberId, ended(list)] as const)
  return { ...state, intervals: Object.fromEntries(intervals), companions: {}, overAt: at }
}

/** Whoever sat at a site at the closing sits there still, unless shown out before; devices enter anew. */
function reopened(state: AttendanceState): AttendanceState {
  const intervals = Object.entries(state.intervals).map(([memberId, list]) => {
    const last = list.at(-1)
    const stays = last?.place.kind === 'site' && last.reason === 'closed' && !(memberId in state.removed)
    return [memberId, stays ? [...list.slice(0, -1), { ...last, endedAt: null, reason: null }] : list] as const
  })
  return { ...state, intervals: Object.fromEntries(intervals), overAt: null }
}

function reduce(state: AttendanceState, logEvent: LogEvent): AttendanceState {
  const event = logEvent as LogEvent & (AttendanceEvent | MeetingEvent)
  switch (event.type) {
    case 'attendance.intervalStarted': {
      const { memberId, place, way } = event.payload
      const started: PresenceInterval = { place, way, startedAt: event.at, endedAt: null, reason: null }
      return withIntervals(state, memberId, [...(state.intervals[memberId] ?? []), started])
    }
    case 'attendance.intervalEnded': {
      const { memberId, endedAt, reason } = event.payload
      const before = state.intervals[memberId] ?? []
      const last = before.at(-1)
      if (!last || last.endedAt !== null) return state
      return withIntervals(state, memberId, [...before.slice(0, -1), { ...last, endedAt, reason }])
    }
    case 'attendance.companionJoined':
      return { ...state, companions: { ...state.companions, [event.payload.memberId]: true } }
    case 'attendance.companionLeft':
      return { ...state, companions: without(state.companions, event.payload.memberId) }
    case 'attendance.answered': {
      const { memberId } = event.payload
      const absences = without(state.absences, memberId)
      return { ...state, absences, answers: { ...state.answers, [memberId]: event.at } }
    }
    case 'attendance.absenceAnnounced': {
      const { memberId } = event.payload
      const absence: AnnouncedAbsence = { at: event.at, decision: 'pending' }
      const answers = without(state.answers, memberId)
      return { ...state, answers, absences: { ...state.absences, [memberId]: absence } }
    }
    case 'attendance.absenceDecided': {
      const { memberId, accepted } = event.payload
      const absence = state.absences[memberId]
      if (!absence) return state
      const decision = accepted ? 'accepted' : 'refused'
      return { ...state, absences: { ...state.absences, [memberId]: { ...absence, decision } } }
    }
    case 'attendance.corrected':
      return corrected(state, event.payload, logEvent)
    case 'attendance.removed': {
      const { memberId, reason } = event.payload
      const removal: Removal = { at: event.at, by: event.actorId, reason }
      return { ...state, removed: { ...state.removed, [memberId]: removal } }
    }
    case 'attendance.readmitted':
      return { ...state, removed: without(state.removed, event.payload.memberId) }
    case 'attendance.quorumConfirmed':
      return { ...state, quorum: { at: event.at, ...event.payload } }
    case 'meeting.closed':
    case 'meeting.cancelled':
    case 'meeting.notHeld':
      return over(state, event.at)
    case 'meeting.reopened':
      return reopened(state)
    default:
      return state
  }
}

const notices = (type: AttendanceEvent['type']) => ({
  initial: [] as NoticesState,
  reduce: (state: NoticesState, event: LogEvent): NoticesState =>
    event.type === type ? [...state, { ...(event.payload as AbsenceNotice), at: event.at }] : state,
})

/** In a meeting: everyone sees who is here, the bureau reads the reasons, each member their own notice. */
export const attendancePart = {
  everyone: { initial, reduce },
  bureau: notices('attendance.absenceReported'),
  member: notices('attendance.absenceReceived'),
} satisfies FeaturePart<AttendanceState, NoticesState, NoticesState>

/** In a branch's stream: notices that came after their meeting was closed. */
export const lateNoticesPart = {
  bureau: notices('attendance.absenceReported'),
  member: notices('attendance.absenceReceived'),
} satisfies FeaturePart<never, NoticesState, NoticesState>

/** Before there were sites everybody came over an own device. */
export const attendanceUpcasters: Upcasters = {
  'attendance.intervalStarted': (event) =>
    event.version > 1
      ? event
      : { ...event, payload: { ...(event.payload as object), place: { kind: 'device' }, way: 'device' } },
}
