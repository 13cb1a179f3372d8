// What a new meeting begins with, so that in the common case nothing has to be typed: last time's people, place and hour, the order of
// business of the template, and the next day on which the branch would meet.
import type { TemplateItem } from '@hoi-truong/shared/agenda'
import type { MeetingKind, MeetingPlan, RollEntry } from '@hoi-truong/shared/meeting'
import type { Preparation } from '@hoi-truong/shared/protocol'
import type { RuleSet } from '@hoi-truong/shared/rules'
import { newId } from '../../../lib/newId.ts'
import { dayAndTimeOf, isoOf } from '../../../lib/vietnamTime.ts'
import { fromTemplate } from '../../agenda/editAgenda.ts'
import { emptySite, type PlanForm } from './planForm.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** When there is no meeting before to go by. */
const USUAL_START = '19:30'
const USUAL_MINUTES = 90

const isMonthly = (kind: MeetingKind): boolean => kind === 'regular' || kind === 'regularPlusThematic'
const two = (value: number): string => String(value).padStart(2, '0')

/** `month` counted from year 0, so that December is followed by January. */
const dayIn = (month: number, day: number): string => {
  const last = new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate()
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${two((month % 12) + 1)}-${two(Math.min(day, last))}`
}
const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
const clamp = (value: number, from: number, to: number): number => Math.min(Math.max(value, from), to)

/**
 * The same day of the month as last time, within the days in which the branch meets; when that is too near for the notice, the first
 * later day that is not. @param now ISO 8601
 */
export function nextDay(kind: MeetingKind, latest: MeetingPlan | null, rules: RuleSet, now: string, start: string) {
  const soonest = Date.parse(now) + rules.noticeHoursBefore * 60 * MINUTE_MS
  const inTime = (day: string): boolean => Date.parse(isoOf(day, start) ?? now) >= soonest
  const firstInTime = (): string => {
    const { day } = dayAndTimeOf(new Date(soonest).toISOString())
    return inTime(day) ? day : dayAndTimeOf(new Date(soonest + DAY_MS).toISOString()).day
  }
  if (!isMonthly(kind)) return firstInTime()
  const { from, to } = rules.meetingDays
  const last = latest ? dayAndTimeOf(latest.plannedStart).day : null
  const usual = clamp(last ? Number(last.slice(8)) : from, from, to)
  const thisMonth = monthOf(dayAndTimeOf(now).day)
  // Of another kind: it says on which day the branch meets, not that this month's meeting was held.
  const held = latest && isMonthly(latest.kind) ? monthOf(last ?? '') + 1 : thisMonth
  for (let month = Math.max(held, thisMonth); ; month += 1) {
    const days = [usual, ...Array.from({ length: to - from + 1 }, (_, index) => from + index)]
    const day = days.map((number) => dayIn(month, number)).find(inTime)
    if (day !== undefined) return day
  }
}

export const timeAfter = (start: string, minutes: number): string => {
  const at = Number(start.slice(0, 2)) * 60 + Number(start.slice(3, 5)) + minutes
  return at >= 24 * 60 ? '23:59' : `${two(Math.floor(at / 60))}:${two(at % 60)}`
}

export const mayLead = ({ category, status }: RollEntry): boolean => category === 'official' && status !== 'suspended'
export const mayServe = ({ status }: RollEntry): boolean => status !== 'suspended'

/** The chair presents, but for the minutes, which the minutes secretary reads. */
export const presenterFor =
  ({ chairId, minutesSecretaryId }: Pick<PlanForm, 'chairId' | 'minutesSecretaryId'>) =>
  ({ kind }: Pick<TemplateItem, 'kind'>): string | null =>
    (kind === 'minutes' && minutesSecretaryId) || chairId || null

/** @param now ISO 8601, the server's clock */
export function firstPlan(kind: MeetingKind, preparation: Preparation, now: string): PlanForm {
  const { latest, members, rules, template } = preparation
  const able = (memberId: string | null | undefined, suits: (entry: RollEntry) => boolean): string =>
    members.find((entry) => entry.memberId === memberId && suits(entry))?.memberId ?? ''
  const holder = (office: RollEntry['office']): string =>
    members.find((entry) => entry.office === office && mayLead(entry))?.memberId ?? ''
  const chairId = able(latest?.chairId, mayLead) || holder('branchSecretary') || holder('deputySecretary')
  const deputy = holder('deputySecretary')
  const minutesSecretaryId = able(latest?.minutesSecretaryId, mayServe)
  const start = latest ? dayAndTimeOf(latest.plannedStart).time : USUAL_START
  const lasted = latest ? (Date.parse(latest.plannedEnd) - Date.parse(latest.plannedStart)) / MINUTE_MS : USUAL_MINUTES
  const sameKind = latest?.kind === kind
  const planned = template.reduce((sum, { minutes }) => sum + minutes, 0)
  const minutes = sameKind ? lasted : Math.max(rules.minimumMinutes[kind], planned)
  const sites = latest?.sites ?? []
  return {
    kind,
    form: latest?.form ?? 'inPerson',
    day: nextDay(kind, latest, rules, now, start),
    start,
    end: timeAfter(start, Math.round(minutes)),
    place: latest?.place ?? '',
    approvalNumber: latest?.onlineApproval?.number ?? '',
    approvalDate: latest?.onlineApproval?.date ?? '',
    approvalAuthority: latest?.onlineApproval?.authority ?? preparation.upperName ?? '',
    chairId,
    standInId: able(latest?.standInId, mayLead) || (deputy === chairId ? '' : deputy),
    minutesSecretaryId,
    sites:
      sites.length === 0
        ? [emptySite()]
        : sites.map(({ name, operatorId }) => ({ siteId: newId(), name, operatorId: able(operatorId, mayServe) })),
    agenda: fromTemplate(template, presenterFor({ chairId, minutesSecretaryId })),
    guests: (latest?.guests ?? []).map((guest) => ({ ...guest, guestId: newId(), title: guest.title ?? '' })),
    documentsDay: '',
    documentsTime: '',
  }
}
