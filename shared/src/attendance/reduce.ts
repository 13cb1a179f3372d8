// Attendance's share of a meeting's state (and, for late notices, of a branch's).
import type { FeaturePart, LogEvent } from '../log/index.ts'
import type { AbsenceNotice, AttendanceEvent, IntervalEnd } from './events.ts'

/** From when to when a member was in the room (ISO 8601); `endedAt` null while they still are. */
export interface PresenceInterval {
  startedAt: string
  endedAt: string | null
  reason: IntervalEnd | null
}

export interface AttendanceState {
  /** By member id, in order of time; never two open ones. */
  intervals: Readonly<Record<string, readonly PresenceInterval[]>>
  /** Members who gave notice, by id; the value is when (ISO 8601). */
  absences: Readonly<Record<string, string>>
}

export interface ReceivedNotice extends AbsenceNotice {
  at: string
}
export type NoticesState = readonly ReceivedNotice[]

const initial: AttendanceState = { intervals: {}, absences: {} }

export const openInterval = (state: AttendanceState, memberId: string): PresenceInterval | undefined => {
  const last = state.intervals[memberId]?.at(-1)
  return last && last.endedAt === null ? last : undefined
}

/** Ids of all members who are in the room. */
export const membersInRoom = (state: AttendanceState): string[] =>
  Object.keys(state.intervals).filter((memberId) => openInterval(state, memberId) !== undefined)

function reduce(state: AttendanceState, logEvent: LogEvent): AttendanceState {
  const event = logEvent as LogEvent & AttendanceEvent
  switch (event.type) {
    case 'attendance.intervalStarted': {
      const { memberId } = event.payload
      const before = state.intervals[memberId] ?? []
      const started: PresenceInterval = { startedAt: event.at, endedAt: null, reason: null }
      return { ...state, intervals: { ...state.intervals, [memberId]: [...before, started] } }
    }
    case 'attendance.intervalEnded': {
      const { memberId, endedAt, reason } = event.payload
      const before = state.intervals[memberId] ?? []
      const last = before.at(-1)
      if (!last || last.endedAt !== null) return state
      return {
        ...state,
        intervals: { ...state.intervals, [memberId]: [...before.slice(0, -1), { ...last, endedAt, reason }] },
      }
    }
    case 'attendance.absenceAnnounced':
      return { ...state, absences: { ...state.absences, [event.payload.memberId]: event.at } }
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
