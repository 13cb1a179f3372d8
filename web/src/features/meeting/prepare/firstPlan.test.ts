// The page begins with what the branch would fill in itself.
import { agendaTemplate } from '@hoi-truong/shared/agenda'
import { beforeAnnouncing, type MeetingPlan, meetingPlanSchema, type RollEntry } from '@hoi-truong/shared/meeting'
import type { Preparation } from '@hoi-truong/shared/protocol'
import { defaultRuleSet } from '@hoi-truong/shared/rules'
import { expect, it } from 'vitest'
import { firstPlan, nextDay, timeAfter } from './firstPlan.ts'
import { planOf } from './planForm.ts'

const organizationId = '0b9bb8a3-76c2-8a05-a7a2-58f0a4e3a001'
const id = (number: number) => `0b9bb8a3-76c2-8a05-a7a2-58f0a4e3b${String(number).padStart(3, '0')}`
const person = (number: number, change: Partial<RollEntry> = {}): RollEntry => ({
  memberId: id(number),
  name: `Đồng chí ${number}`,
  category: 'official',
  status: 'active',
  office: 'member',
  title: null,
  temporary: false,
  ...change,
})
const secretary = person(1, { office: 'branchSecretary' })
const deputy = person(2, { office: 'deputySecretary' })

const preparation = (change: Partial<Preparation> = {}): Preparation => ({
  organizationId,
  organizationName: 'Chi bộ Thôn Giả Định 2',
  upperName: 'Đảng ủy xã Minh Họa',
  branchType: 'village',
  members: [secretary, deputy, person(14), person(24, { category: 'probationary' })],
  rules: defaultRuleSet,
  template: agendaTemplate('regular', 'village'),
  templateIsOwn: false,
  latest: null,
  now: '2026-11-22T01:00:00.000Z',
  ...change,
})

const latest: MeetingPlan = {
  organizationId,
  kind: 'regular',
  form: 'hybrid',
  month: '2026-11',
  plannedStart: '2026-11-03T12:30:00.000Z',
  plannedEnd: '2026-11-03T14:10:00.000Z',
  place: 'Nhà văn hóa thôn Giả Định 2',
  onlineApproval: { number: '27-CV/ĐU', date: '2026-10-12', authority: 'Đảng ủy xã Minh Họa' },
  chairId: secretary.memberId,
  standInId: null,
  minutesSecretaryId: id(14),
  sites: [{ siteId: id(900), name: 'Nhà văn hóa thôn Giả Định 2', operatorId: id(14) }],
  agenda: [],
  guests: [{ guestId: id(901), memberId: null, name: 'Lò Thị Bắt Đầu', title: null }],
  documentsPostedAt: '2026-11-01T13:00:00.000Z',
}

it('takes hour, place, form and people of last time, a month later; nothing keeps it from being announced', () => {
  const form = firstPlan('regular', preparation({ latest }), '2026-11-22T01:00:00.000Z')
  expect(form).toMatchObject({
    day: '2026-12-03',
    start: '19:30',
    end: '21:10',
    form: 'hybrid',
    place: latest.place,
    approvalNumber: '27-CV/ĐU',
    chairId: secretary.memberId,
    standInId: deputy.memberId,
    minutesSecretaryId: id(14),
    documentsDay: '',
  })
  const plan = meetingPlanSchema.parse(planOf(form, organizationId))
  expect(plan.sites).toMatchObject([{ name: latest.place, operatorId: id(14) }])
  expect(plan.sites[0]?.siteId).not.toBe(id(900))
  expect(plan.guests).toMatchObject([{ name: 'Lò Thị Bắt Đầu' }])
  expect(plan.guests[0]?.guestId).not.toBe(id(901))
  expect(plan.agenda.map(({ presenterId }) => presenterId)).toContain(id(14))
  expect(plan.agenda.filter(({ presenterId }) => presenterId === secretary.memberId)).toHaveLength(
    plan.agenda.length - 1,
  )
  const findings = beforeAnnouncing(plan, defaultRuleSet, '2026-11-22T01:00:00.000Z')
  expect(findings.filter(({ blocks }) => blocks)).toEqual([])
})

it('leaves out who is no longer able', () => {
  const members = [deputy, person(14, { status: 'suspended' }), { ...secretary, category: 'probationary' as const }]
  const form = firstPlan('regular', preparation({ latest, members }), '2026-11-22T01:00:00.000Z')
  expect(form).toMatchObject({ chairId: deputy.memberId, standInId: '', minutesSecretaryId: '' })
  expect(form.sites).toMatchObject([{ operatorId: '' }])
})

it('begins from nothing when the branch has never met here', () => {
  const form = firstPlan('regular', preparation(), '2026-11-22T01:00:00.000Z')
  expect(form).toMatchObject({ form: 'inPerson', start: '19:30', end: '21:10', chairId: secretary.memberId })
  expect(form.sites).toMatchObject([{ name: '', operatorId: '' }])
  expect(planOf(form, organizationId)?.sites).toEqual([])
})

it('gives a meeting of another kind the length that it needs', () => {
  const template = agendaTemplate('regularPlusThematic', 'village')
  const form = firstPlan('regularPlusThematic', preparation({ latest, template }), '2026-11-22T01:00:00.000Z')
  expect(form.end).toBe(
    timeAfter(
      '19:30',
      Math.max(
        120,
        template.reduce((sum, { minutes }) => sum + minutes, 0),
      ),
    ),
  )
})

const on = (kind: MeetingPlan['kind'], plan: MeetingPlan | null, now: string) =>
  nextDay(kind, plan, defaultRuleSet, now, '19:30')

it('finds the next day of the month on which the branch meets', () => {
  expect(on('regular', latest, '2026-11-22T01:00:00.000Z')).toBe('2026-12-03')
  // Met on the 22nd, outside the days: back within them.
  const astray = { ...latest, plannedStart: '2026-11-22T12:30:00.000Z' }
  expect(on('regular', astray, '2026-11-22T13:00:00.000Z')).toBe('2026-12-10')
  // December goes over into January.
  const december = { ...latest, plannedStart: '2026-12-03T12:30:00.000Z' }
  expect(on('regular', december, '2026-12-20T01:00:00.000Z')).toBe('2027-01-03')
})

it('is never in the past, nor too near for the notice', () => {
  expect(on('regular', latest, '2027-02-20T01:00:00.000Z')).toBe('2027-03-03')
  // Less than a day is left before the usual one: the first that gives the members their day.
  expect(on('regular', latest, '2026-12-03T06:00:00.000Z')).toBe('2026-12-04')
  expect(on('regular', latest, '2026-12-09T15:00:00.000Z')).toBe('2027-01-03')
  expect(on('regular', null, '2026-11-22T01:00:00.000Z')).toBe('2026-12-01')
  expect(on('extraordinary', latest, '2026-11-22T01:00:00.000Z')).toBe('2026-11-23')
  expect(on('extraordinary', latest, '2026-11-22T14:00:00.000Z')).toBe('2026-11-24')
})

it('does not take another kind for this month having been held', () => {
  const thematic = { ...latest, kind: 'thematic' as const }
  expect(on('regular', thematic, '2026-11-01T01:00:00.000Z')).toBe('2026-11-03')
})

it('ends before midnight', () => {
  expect(timeAfter('19:30', 100)).toBe('21:10')
  expect(timeAfter('23:00', 90)).toBe('23:59')
})
