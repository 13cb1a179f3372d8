// A plan as it is typed: every field may be half-filled, and nothing that was typed is thrown away before it is saved.
import type { AgendaItem } from '@hoi-truong/shared/agenda'
import type { MeetingForm, MeetingKind, MeetingPlan } from '@hoi-truong/shared/meeting'
import { newId } from '../../../lib/newId.ts'
import { dayAndTimeOf, isoOf } from '../../../lib/vietnamTime.ts'

export interface SiteRow {
  siteId: string
  name: string
  /** Empty: nobody named. So it is with every choice of a person here. */
  operatorId: string
}

export interface GuestRow {
  guestId: string
  memberId: string | null
  name: string
  title: string
}

export interface PlanForm {
  kind: MeetingKind
  form: MeetingForm
  day: string
  start: string
  end: string
  place: string
  approvalNumber: string
  approvalDate: string
  approvalAuthority: string
  chairId: string
  standInId: string
  minutesSecretaryId: string
  sites: readonly SiteRow[]
  agenda: readonly AgendaItem[]
  guests: readonly GuestRow[]
  /** Both empty: not posted yet. */
  documentsDay: string
  documentsTime: string
}

/** What no plan can be made of; all else that is missing is said by the rules (beforeAnnouncing). */
export interface FormGap {
  code:
    | 'dayMissing'
    | 'timesMissing'
    | 'chairMissing'
    | 'itemUntitled'
    | 'siteUnnamed'
    | 'guestUnnamed'
    | 'documentsHalf'
  /** Id of the element that has it. */
  field: string
}

export const fieldOf = {
  kind: 'prepare-kind',
  day: 'prepare-day',
  start: 'prepare-start',
  end: 'prepare-end',
  form: 'prepare-form',
  place: 'prepare-place',
  approval: 'prepare-approval-number',
  chair: 'prepare-chair',
  minutesSecretary: 'prepare-minutes-secretary',
  papers: 'prepare-papers',
  documents: 'prepare-documents',
  documentsTime: 'prepare-documents-time',
  agenda: 'prepare-agenda',
  item: (itemId: string) => `prepare-item-${itemId}`,
  site: (siteId: string) => `prepare-site-${siteId}`,
  guest: (guestId: string) => `prepare-guest-${guestId}`,
} as const

/** The main site that was left without a name is where the meeting is held. */
const siteNames = ({ sites, place }: PlanForm): string[] =>
  sites.map(({ name }, index) => name.trim() || (index === 0 ? place.trim() : ''))

/** Sites that stand for something: a nameless first row of a meeting without a place is only an invitation to type. */
function sitesOf(form: PlanForm): SiteRow[] {
  const names = siteNames(form)
  return form.sites.map((site, index) => ({ ...site, name: names[index] ?? '' }))
}

const isBlank = (site: SiteRow, index: number): boolean => index === 0 && site.name === ''

export function gapsOf(form: PlanForm): FormGap[] {
  const gaps: FormGap[] = []
  if (isoOf(form.day, '00:00') === null) gaps.push({ code: 'dayMissing', field: fieldOf.day })
  if (isoOf('2026-01-01', form.start) === null) gaps.push({ code: 'timesMissing', field: fieldOf.start })
  else if (isoOf('2026-01-01', form.end) === null) gaps.push({ code: 'timesMissing', field: fieldOf.end })
  if (form.chairId === '') gaps.push({ code: 'chairMissing', field: fieldOf.chair })
  const untitled = form.agenda.find(({ title }) => title.trim() === '')
  if (untitled) gaps.push({ code: 'itemUntitled', field: fieldOf.item(untitled.itemId) })
  const unnamed = sitesOf(form).find((site, index) => site.name === '' && !isBlank(site, index))
  if (unnamed) gaps.push({ code: 'siteUnnamed', field: fieldOf.site(unnamed.siteId) })
  const guest = form.guests.find(({ name }) => name.trim() === '')
  if (guest) gaps.push({ code: 'guestUnnamed', field: fieldOf.guest(guest.guestId) })
  if ((form.documentsDay === '') !== (form.documentsTime === '')) {
    gaps.push({ code: 'documentsHalf', field: form.documentsDay === '' ? fieldOf.documents : fieldOf.documentsTime })
  }
  return gaps
}

/** Null while there are gaps. */
export function planOf(form: PlanForm, organizationId: string): MeetingPlan | null {
  const plannedStart = isoOf(form.day, form.start)
  const plannedEnd = isoOf(form.day, form.end)
  if (plannedStart === null || plannedEnd === null || gapsOf(form).length > 0) return null
  const approved =
    form.approvalNumber.trim() !== '' &&
    form.approvalAuthority.trim() !== '' &&
    isoOf(form.approvalDate, '00:00') !== null
  return {
    organizationId,
    kind: form.kind,
    form: form.form,
    month: form.day.slice(0, 7),
    plannedStart,
    plannedEnd,
    place: form.place.trim().normalize('NFC') || null,
    onlineApproval:
      form.form !== 'inPerson' && approved
        ? {
            number: form.approvalNumber.trim(),
            date: form.approvalDate,
            authority: form.approvalAuthority.trim().normalize('NFC'),
          }
        : null,
    chairId: form.chairId,
    standInId: form.standInId || null,
    minutesSecretaryId: form.minutesSecretaryId || null,
    sites:
      form.form === 'online'
        ? []
        : sitesOf(form)
            .filter((site, index) => !isBlank(site, index))
            .map(({ siteId, name, operatorId }) => ({
              siteId,
              name: name.normalize('NFC'),
              operatorId: operatorId || null,
            })),
    agenda: form.agenda.map((item) => ({ ...item, title: item.title.trim().normalize('NFC') })),
    guests: form.guests.map(({ guestId, memberId, name, title }) => ({
      guestId,
      memberId,
      name: name.trim().normalize('NFC'),
      title: title.trim().normalize('NFC') || null,
    })),
    documentsPostedAt: isoOf(form.documentsDay, form.documentsTime),
  }
}

export const emptySite = (): SiteRow => ({ siteId: newId(), name: '', operatorId: '' })

export function formOf(plan: MeetingPlan): PlanForm {
  const start = dayAndTimeOf(plan.plannedStart)
  const posted = plan.documentsPostedAt === null ? null : dayAndTimeOf(plan.documentsPostedAt)
  const sites = plan.sites.map(({ siteId, name, operatorId }) => ({ siteId, name, operatorId: operatorId ?? '' }))
  return {
    kind: plan.kind,
    form: plan.form,
    day: start.day,
    start: start.time,
    end: dayAndTimeOf(plan.plannedEnd).time,
    place: plan.place ?? '',
    approvalNumber: plan.onlineApproval?.number ?? '',
    approvalDate: plan.onlineApproval?.date ?? '',
    approvalAuthority: plan.onlineApproval?.authority ?? '',
    chairId: plan.chairId,
    standInId: plan.standInId ?? '',
    minutesSecretaryId: plan.minutesSecretaryId ?? '',
    sites: sites.length > 0 ? sites : [emptySite()],
    agenda: plan.agenda,
    guests: plan.guests.map((guest) => ({ ...guest, title: guest.title ?? '' })),
    documentsDay: posted?.day ?? '',
    documentsTime: posted?.time ?? '',
  }
}

/** Whether saving this form as a plan and reading it back loses anything that was typed. */
export function isKeptWhole(form: PlanForm, plan: MeetingPlan): boolean {
  const { sites: _, ...back } = formOf(plan)
  const { sites: __, ...typed } = form
  const named = form.sites.every(({ operatorId }, index) => plan.sites[index] !== undefined || operatorId === '')
  return named && JSON.stringify(back) === JSON.stringify({ ...typed, agenda: back.agenda })
}
