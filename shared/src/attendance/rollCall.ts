// The roll call worked out from the state: who is present, late, gone, absent, and the counts that the minutes need (DOMAIN 2.3).
import type { MeetingState, RollEntry } from '../meeting/index.ts'
import { defaultRuleSet } from '../rules/index.ts'
import type { AttendanceState, PresenceInterval } from './reduce.ts'

/** Presence only; a member's status (exempt, away, ...) stands beside it and never in it. */
export type Presence = 'notArrived' | 'present' | 'left' | 'absenceAnnounced'

export interface RollLine {
  entry: RollEntry
  presence: Presence
  /** Arrived more than the rule's minutes after opening (đến muộn); counted as present. */
  late: boolean
  intervals: readonly PresenceInterval[]
  /** Time in the room between opening and closing, in milliseconds. */
  attendedMs: number
}

export interface RollCounts {
  /** Tổng số đảng viên, chính thức, dự bị. */
  total: number
  official: number
  probationary: number
  /** Phải dự: all members minus exempt, special duty, away and suspended. */
  expected: number
  /** Of those expected, who attended the meeting (or is in the room before it opens). */
  present: number
  late: number
  /** Exempt members who came of their own will: outside the rate. */
  exemptPresent: number
  /** Of those expected, not in the room but gave notice. */
  announcedAbsent: number
  /** Hundredths of a percent, rounded: 8636 is 86,36 %; null when nobody is expected. */
  rate: number | null
}

export interface RollCall {
  members: RollLine[]
  followers: RollLine[]
  counts: RollCounts
}

const isExpected = (entry: RollEntry): boolean => entry.status === 'active'

/** Part of an interval that lies within the meeting, in milliseconds; before opening nothing counts. */
function overlapMs(interval: PresenceInterval, openedAt: string, end: string): number {
  const from = Math.max(Date.parse(interval.startedAt), Date.parse(openedAt))
  const to = Math.min(Date.parse(interval.endedAt ?? end), Date.parse(end))
  return Math.max(0, to - from)
}

function lineOf(entry: RollEntry, meeting: MeetingState, attendance: AttendanceState, now: string): RollLine {
  const intervals = attendance.intervals[entry.memberId] ?? []
  const { openedAt, closedAt } = meeting
  const end = closedAt ?? now
  // Someone who came and went before the opening was not at the meeting.
  const during =
    openedAt === null
      ? intervals
      : intervals.filter((interval) => interval.endedAt === null || interval.endedAt > openedAt)
  const lateAfterMs = (meeting.rules ?? defaultRuleSet).lateAfterMinutes * 60_000
  const first = during[0]
  const last = during.at(-1)
  const late =
    openedAt !== null && first !== undefined && Date.parse(first.startedAt) - Date.parse(openedAt) > lateAfterMs
  const attendedMs =
    openedAt === null ? 0 : during.reduce((sum, interval) => sum + overlapMs(interval, openedAt, end), 0)
  const stayed = last !== undefined && (last.endedAt === null || (closedAt !== null && last.reason === 'closed'))
  const presence: Presence = stayed
    ? 'present'
    : last !== undefined
      ? 'left'
      : attendance.absences[entry.memberId] !== undefined
        ? 'absenceAnnounced'
        : 'notArrived'
  return { entry, presence, late, intervals: during, attendedMs }
}

const attended = (line: RollLine, opened: boolean): boolean =>
  line.presence === 'present' || (opened && line.presence === 'left')

/** @param now ISO 8601, the server's clock; only a running meeting needs it. */
export function rollCall(meeting: MeetingState, attendance: AttendanceState, now: string): RollCall {
  const members = (meeting.roll?.members ?? []).map((entry) => lineOf(entry, meeting, attendance, now))
  const followers = (meeting.roll?.followers ?? []).map((entry) => lineOf(entry, meeting, attendance, now))
  const opened = meeting.openedAt !== null
  const expected = members.filter((line) => isExpected(line.entry))
  const present = expected.filter((line) => attended(line, opened))
  return {
    members,
    followers,
    counts: {
      total: members.length,
      official: members.filter((line) => line.entry.category === 'official').length,
      probationary: members.filter((line) => line.entry.category === 'probationary').length,
      expected: expected.length,
      present: present.length,
      late: present.filter((line) => line.late).length,
      exemptPresent: members.filter((line) => line.entry.status === 'exempt' && attended(line, opened)).length,
      announcedAbsent: expected.filter((line) => line.presence === 'absenceAnnounced').length,
      rate: expected.length === 0 ? null : Math.round((present.length * 10_000) / expected.length),
    },
  }
}
