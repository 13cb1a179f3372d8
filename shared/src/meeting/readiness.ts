// What is missing before each step of a meeting. What blocks is refused by the server too; what warns is the chair's to weigh.
import { type AgendaItem, type AgendaState, progressOf } from '../agenda/index.ts'
import { dayOf } from '../organization/periods.ts'
import type { RuleSet } from '../rules/ruleSet.ts'
import type { MeetingForm } from './kinds.ts'
import type { MeetingState } from './reduce.ts'
import type { MeetingPlan } from './schema.ts'

/** Blocking findings are error codes as well: what the page says before is what the server says after. */
export type Blocking =
  | 'MEETING_TIMES_WRONG'
  | 'MEETING_APPROVAL_MISSING'
  | 'MEETING_PLACE_MISSING'
  | 'AGENDA_EMPTY'
  | 'AGENDA_IN_PERSON_ONLY'

export type Warning =
  | 'minutesSecretaryMissing'
  | 'noticeLate'
  | 'documentsMissing'
  | 'documentsLate'
  | 'plannedTooShort'
  | 'outsideMeetingDays'
  | 'quorumLow'
  | 'quorumUnconfirmed'
  | 'absencesUndecided'
  | 'itemsLeft'
  | 'tooShort'

export interface Finding {
  code: Blocking | Warning
  blocks: boolean
  params: Record<string, string | number>
}

const block = (code: Blocking, params: Finding['params'] = {}): Finding => ({ code, blocks: true, params })
const warn = (code: Warning, params: Finding['params'] = {}): Finding => ({ code, blocks: false, params })

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const hoursBetween = (from: string, to: string): number => Math.floor((Date.parse(to) - Date.parse(from)) / HOUR_MS)

/** Items of these are done at a site, never by people at their own devices (DOMAIN 3.4). */
export const isInPersonOnly = (item: AgendaItem, rules: Pick<RuleSet, 'inPersonOnly'>): boolean =>
  item.inPersonOnly || rules.inPersonOnly.includes(item.kind)

/** An in-person item in a meeting without a place, or, of a hybrid one, with nobody at a site. */
export const mayRunNow = (item: AgendaItem, rules: RuleSet, form: MeetingForm, peopleAtSites: number): boolean =>
  !isInPersonOnly(item, rules) || (form !== 'online' && peopleAtSites > 0)

/** Before the notice goes out, and again whenever an announced plan changes. @param now ISO 8601 */
export function beforeAnnouncing(plan: MeetingPlan, rules: RuleSet, now: string): Finding[] {
  const findings: Finding[] = []
  const plannedMinutes = Math.round((Date.parse(plan.plannedEnd) - Date.parse(plan.plannedStart)) / MINUTE_MS)
  const minimum = rules.minimumMinutes[plan.kind]
  if (plannedMinutes <= 0) findings.push(block('MEETING_TIMES_WRONG'))
  if (plan.form !== 'inPerson' && !plan.onlineApproval) findings.push(block('MEETING_APPROVAL_MISSING'))
  if (plan.form !== 'online' && plan.sites.length === 0) findings.push(block('MEETING_PLACE_MISSING'))
  if (plan.agenda.length === 0) findings.push(block('AGENDA_EMPTY'))
  const barred = plan.form === 'online' ? plan.agenda.find((item) => isInPersonOnly(item, rules)) : undefined
  if (barred) findings.push(block('AGENDA_IN_PERSON_ONLY', { item: barred.title }))
  if (plannedMinutes > 0 && plannedMinutes < minimum)
    findings.push(warn('plannedTooShort', { minutes: plannedMinutes, minimum }))
  const { from, to } = rules.meetingDays
  const day = Number(dayOf(plan.plannedStart).slice(-2))
  const monthly = plan.kind === 'regular' || plan.kind === 'regularPlusThematic'
  if (monthly && (day < from || day > to)) findings.push(warn('outsideMeetingDays', { day, from, to }))
  if (hoursBetween(now, plan.plannedStart) < rules.noticeHoursBefore)
    findings.push(warn('noticeLate', { hours: rules.noticeHoursBefore }))
  return [...findings, ...documentFindings(plan, rules), ...officerFindings(plan.minutesSecretaryId)]
}

const officerFindings = (minutesSecretaryId: string | null): Finding[] =>
  minutesSecretaryId === null ? [warn('minutesSecretaryMissing')] : []

function documentFindings(plan: MeetingPlan, rules: RuleSet): Finding[] {
  if (plan.documentsPostedAt === null) return [warn('documentsMissing', { hours: rules.documentsHoursBefore })]
  const ahead = hoursBetween(plan.documentsPostedAt, plan.plannedStart)
  return ahead < rules.documentsHoursBefore
    ? [warn('documentsLate', { ahead: Math.max(0, ahead), hours: rules.documentsHoursBefore })]
    : []
}

/** What the desk needs of the roll call; see attendance. */
export interface Attendance {
  level: 'green' | 'amber' | 'red'
  present: number
  base: number
  confirmed: boolean
  undecidedAbsences: number
}

const quorumFindings = ({ level, present, base }: Attendance): Finding[] =>
  level === 'green' ? [] : [warn('quorumLow', { present, base })]

export function beforeOpening(meeting: MeetingState, rules: RuleSet, attendance: Attendance): Finding[] {
  return [
    ...officerFindings(meeting.minutesSecretaryId),
    ...(meeting.plan ? documentFindings(meeting.plan, rules) : []),
    ...quorumFindings(attendance),
  ]
}

/** Before going on to an item. @param peopleAtSites how many are checked in at sites now */
export function beforeItem(
  meeting: MeetingState,
  rules: RuleSet,
  item: AgendaItem,
  attendance: Attendance,
  peopleAtSites: number,
): Finding[] {
  const form = meeting.plan?.form ?? 'online'
  return [
    ...(mayRunNow(item, rules, form, peopleAtSites) ? [] : [block('AGENDA_IN_PERSON_ONLY', { item: item.title })]),
    ...(item.part === 'opening' ? [] : officerFindings(meeting.minutesSecretaryId)),
    ...(item.part !== 'opening' && !attendance.confirmed
      ? [warn('quorumUnconfirmed', { present: attendance.present, base: attendance.base })]
      : []),
  ]
}

/** Before closing. @param now ISO 8601, the server's clock */
export function beforeClosing(
  meeting: MeetingState,
  rules: RuleSet,
  agenda: AgendaState,
  attendance: Attendance,
  now: string,
): Finding[] {
  const left = agenda.items.filter(({ itemId }) => progressOf(agenda, itemId) === 'waiting').length
  const minimum = meeting.plan ? rules.minimumMinutes[meeting.plan.kind] : 0
  const minutes = meeting.openedAt ? Math.floor((Date.parse(now) - Date.parse(meeting.openedAt)) / MINUTE_MS) : 0
  return [
    ...(minutes < minimum ? [warn('tooShort', { minutes, minimum })] : []),
    ...(left > 0 ? [warn('itemsLeft', { count: left })] : []),
    ...(attendance.undecidedAbsences > 0 ? [warn('absencesUndecided', { count: attendance.undecidedAbsences })] : []),
  ]
}
