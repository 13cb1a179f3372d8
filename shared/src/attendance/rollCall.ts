// The roll call worked out from the state: who is where, late, gone, absent with or without reason, the counts that the minutes need,
// and the base with its sum (DOMAIN 2.3, 2.4). Rules decide who counts for what.
import type { MeetingState, RollEntry } from '../meeting/index.ts'
import {
  defaultRuleSet,
  isInBase,
  isInRate,
  type QuorumLevel,
  quorumLevel,
  type RuleSet,
  type VotingBase,
  votingBase,
} from '../rules/index.ts'
import type { AttendancePlace } from './events.ts'
import type { AttendanceState, PresenceInterval } from './reduce.ts'

/**
 * Presence only; a member's status (exempt, away, ...) stands beside it and never in it. `watching`: at an own device while the
 * meeting has no authorised online form, which is no presence (DOMAIN 2.3).
 */
export type Presence = 'notArrived' | 'present' | 'left' | 'watching' | 'absenceAnnounced'

/** What the minutes say of somebody (DOMAIN 2.3); late and early stand beside it. */
export type AttendanceMark =
  | 'presentInPerson' // có mặt
  | 'presentOnline' // dự trực tuyến
  | 'excused' // vắng có lý do
  | 'undecided' // notice given, chi ủy has not answered
  | 'unexcused' // vắng không lý do
  | 'exempt' // được miễn
  | 'away' // sinh hoạt tạm thời nơi khác
  | 'specialDuty' // làm nhiệm vụ đặc biệt
  | 'suspended' // đình chỉ sinh hoạt
  | 'expected' // not come yet: nobody is absent before the end
  | 'invited' // follows from above or is a guest, in no count, and is not there

export interface RollLine {
  entry: RollEntry
  presence: Presence
  mark: AttendanceMark
  /** Where they are, or were last. */
  place: AttendancePlace | null
  /** Arrived more than the rule's minutes after opening (đến muộn); counted as present. */
  late: boolean
  /** Gone more than the rule's minutes before the closing (về sớm); counted as present. */
  leftEarly: boolean
  /** Answered that they will come. */
  willAttend: boolean
  /** In the rate of attendance (phải dự). */
  expected: boolean
  /** In the base as things stand: counted when votes are taken. */
  inBase: boolean
  /** The minutes secretary has set this line right. */
  corrected: boolean
  intervals: readonly PresenceInterval[]
  /** Time at the meeting between opening and closing, in milliseconds. */
  attendedMs: number
}

export interface RollCounts {
  /** Tổng số đảng viên, chính thức, dự bị; members temporarily here stand apart. */
  total: number
  official: number
  probationary: number
  temporary: number
  /** Outside the rate, by status. */
  exempt: number
  away: number
  specialDuty: number
  suspended: number
  /** Phải dự. */
  expected: number
  /** Of those expected, who attended the meeting (or is there before it opens). */
  present: number
  inPerson: number
  online: number
  late: number
  leftEarly: number
  /** Exempt members who came of their own will: outside the rate. */
  exemptPresent: number
  /** Of those expected and not there: with good reason, notice not yet answered, without (known at the closing). */
  excused: number
  undecided: number
  unexcused: number
  /** Of those expected, not come yet while the meeting is not over. */
  missing: number
  /** Hundredths of a percent, rounded: 8636 is 86,36 %; null when nobody is expected. */
  rate: number | null
}

export interface Quorum {
  /** Members of the base who are there. */
  present: number
  base: number
  level: QuorumLevel
}

export interface RollCall {
  members: RollLine[]
  followers: RollLine[]
  guests: RollLine[]
  counts: RollCounts
  base: VotingBase
  quorum: Quorum
  /** How many are checked in at sites now, members and guests. */
  atSites: number
}

export const rulesOf = (meeting: Pick<MeetingState, 'rules'>): RuleSet => meeting.rules ?? defaultRuleSet

const MINUTE_MS = 60_000

/** For votes: while the meeting runs those who are there now count, of a closed one all who attended it. */
const isThere = (presence: Presence, over: boolean): boolean => presence === 'present' || (over && presence === 'left')

/** Part of an interval that lies within the meeting, in milliseconds; before opening nothing counts. */
function overlapMs(interval: PresenceInterval, openedAt: string, end: string): number {
  const from = Math.max(Date.parse(interval.startedAt), Date.parse(openedAt))
  const to = Math.min(Date.parse(interval.endedAt ?? end), Date.parse(end))
  return Math.max(0, to - from)
}

interface Course {
  presence: Presence
  during: readonly PresenceInterval[]
  attended: boolean
}

function courseOf(memberId: string, meeting: MeetingState, attendance: AttendanceState): Course {
  const { openedAt, closedAt } = meeting
  const all = attendance.intervals[memberId] ?? []
  const online = meeting.plan?.form !== 'inPerson'
  const counting = all.filter(({ place }) => online || place.kind === 'site')
  // Someone who came and went before the opening was not at the meeting.
  const during =
    openedAt === null
      ? counting
      : counting.filter((interval) => interval.endedAt === null || interval.endedAt > openedAt)
  const last = during.at(-1)
  const stayed =
    last !== undefined &&
    (last.endedAt === null || (closedAt !== null && (last.reason === 'closed' || last.endedAt >= closedAt)))
  const watches = all.at(-1)?.endedAt === null && last === undefined
  const announced = attendance.absences[memberId] !== undefined
  const presence: Presence = stayed
    ? 'present'
    : last !== undefined
      ? 'left'
      : watches
        ? 'watching'
        : announced
          ? 'absenceAnnounced'
          : 'notArrived'
  return { presence, during, attended: presence === 'present' || (openedAt !== null && presence === 'left') }
}

function markOf(
  entry: RollEntry,
  isMember: boolean,
  course: Course,
  meeting: MeetingState,
  attendance: AttendanceState,
): AttendanceMark {
  const last = course.during.at(-1)
  if (course.attended && last) return last.place.kind === 'site' ? 'presentInPerson' : 'presentOnline'
  if (!isMember) return 'invited'
  if (!isInRate(rulesOf(meeting), entry)) return entry.status === 'active' ? 'expected' : entry.status
  const absence = attendance.absences[entry.memberId]
  if (absence?.decision === 'accepted') return 'excused'
  // Once the meeting is over, a notice that the committee has not answered is no good reason.
  const over = meeting.closedAt !== null
  if (absence?.decision === 'pending' && !over) return 'undecided'
  return over || absence?.decision === 'refused' ? 'unexcused' : 'expected'
}

function lineOf(
  entry: RollEntry,
  isMember: boolean,
  meeting: MeetingState,
  attendance: AttendanceState,
  now: string,
): RollLine {
  const rules = rulesOf(meeting)
  const { openedAt, closedAt } = meeting
  const course = courseOf(entry.memberId, meeting, attendance)
  const { during, presence, attended } = course
  const first = during[0]
  const last = during.at(-1)
  const lateMs = openedAt !== null && first ? Date.parse(first.startedAt) - Date.parse(openedAt) : 0
  const earlyMs = closedAt !== null && last?.endedAt ? Date.parse(closedAt) - Date.parse(last.endedAt) : 0
  return {
    entry,
    presence,
    mark: markOf(entry, isMember, course, meeting, attendance),
    place: last?.place ?? null,
    late: isMember && attended && lateMs > rules.lateAfterMinutes * MINUTE_MS,
    leftEarly: isMember && presence === 'left' && earlyMs > rules.earlyBeforeMinutes * MINUTE_MS,
    willAttend: attendance.answers[entry.memberId] !== undefined,
    expected: isMember && isInRate(rules, entry),
    inBase: isMember && isInBase(rules, entry, isThere(presence, closedAt !== null)),
    corrected: attendance.corrections.some(({ memberId }) => memberId === entry.memberId),
    intervals: during,
    attendedMs:
      openedAt === null ? 0 : during.reduce((sum, interval) => sum + overlapMs(interval, openedAt, closedAt ?? now), 0),
  }
}

function countsOf(members: readonly RollLine[], opened: boolean): RollCounts {
  const attended = ({ presence }: RollLine) => presence === 'present' || (opened && presence === 'left')
  const count = (holds: (line: RollLine) => boolean) => members.filter(holds).length
  const expected = members.filter((line) => line.expected)
  const present = expected.filter(attended)
  const marked = (mark: AttendanceMark) => expected.filter((line) => line.mark === mark).length
  const status = (wanted: RollEntry['status']) => count(({ entry }) => !entry.temporary && entry.status === wanted)
  return {
    total: count(({ entry }) => !entry.temporary),
    official: count(({ entry }) => !entry.temporary && entry.category === 'official'),
    probationary: count(({ entry }) => !entry.temporary && entry.category === 'probationary'),
    temporary: count(({ entry }) => entry.temporary),
    exempt: status('exempt'),
    away: status('away'),
    specialDuty: status('specialDuty'),
    suspended: status('suspended'),
    expected: expected.length,
    present: present.length,
    inPerson: marked('presentInPerson'),
    online: marked('presentOnline'),
    late: present.filter((line) => line.late).length,
    leftEarly: present.filter((line) => line.leftEarly).length,
    exemptPresent: count((line) => line.entry.status === 'exempt' && attended(line)),
    excused: marked('excused'),
    undecided: marked('undecided'),
    unexcused: marked('unexcused'),
    missing: marked('expected'),
    rate: expected.length === 0 ? null : Math.round((present.length / expected.length) * 10_000),
  }
}

/** @param now ISO 8601, the server's clock; only a running meeting needs it. */
export function rollCall(meeting: MeetingState, attendance: AttendanceState, now: string): RollCall {
  const rules = rulesOf(meeting)
  const linesOf = (entries: readonly RollEntry[] | undefined, isMember: boolean) =>
    (entries ?? []).map((entry) => lineOf(entry, isMember, meeting, attendance, now))
  const members = linesOf(meeting.roll?.members, true)
  const followers = linesOf(meeting.roll?.followers, false)
  const guests = linesOf(meeting.roll?.guests, false)
  const opened = meeting.openedAt !== null
  const over = meeting.closedAt !== null
  const there = ({ presence }: RollLine) => isThere(presence, over)
  const base = votingBase(
    rules,
    members.map((line) => ({ ...line.entry, present: there(line) })),
  )
  const present = members.filter((line) => there(line) && isInBase(rules, line.entry, true)).length
  return {
    members,
    followers,
    guests,
    counts: countsOf(members, opened),
    base,
    quorum: { present, base: base.base, level: quorumLevel(rules, present, base.base) },
    atSites: [...members, ...followers, ...guests].filter(
      ({ presence, place }) => presence === 'present' && place?.kind === 'site',
    ).length,
  }
}
