// What is typed becomes a plan, and a plan can be typed on.
import { type MeetingPlan, meetingPlanSchema } from '@hoi-truong/shared/meeting'
import { expect, it } from 'vitest'
import { formOf, gapsOf, isKeptWhole, type PlanForm, planOf } from './planForm.ts'

const id = (number: number) => `0b9bb8a3-76c2-8a05-a7a2-58f0a4e3b${String(number).padStart(3, '0')}`
const plan: MeetingPlan = {
  organizationId: id(0),
  kind: 'regular',
  form: 'hybrid',
  month: '2026-12',
  plannedStart: '2026-12-03T12:30:00.000Z',
  plannedEnd: '2026-12-03T14:10:00.000Z',
  place: 'Nhà văn hóa',
  onlineApproval: { number: '27-CV/ĐU', date: '2026-10-12', authority: 'Đảng ủy xã Minh Họa' },
  chairId: id(1),
  standInId: null,
  minutesSecretaryId: id(14),
  sites: [{ siteId: id(900), name: 'Nhà văn hóa', operatorId: null }],
  agenda: [
    {
      itemId: id(800),
      part: 'opening',
      kind: 'rollCall',
      title: 'Điểm danh',
      presenterId: null,
      minutes: 5,
      inPersonOnly: false,
    },
  ],
  guests: [{ guestId: id(901), memberId: null, name: 'Lò Thị Bắt Đầu', title: null }],
  documentsPostedAt: '2026-12-01T13:00:00.000Z',
}
const form = formOf(plan)
const gaps = (change: Partial<PlanForm>) => gapsOf({ ...form, ...change }).map(({ code }) => code)

it('reads back what it wrote', () => {
  expect(planOf(form, id(0))).toEqual(plan)
  expect(meetingPlanSchema.parse(planOf(form, id(0)))).toEqual(plan)
  expect(isKeptWhole(form, plan)).toBe(true)
})

it('shows the hours of Việt Nam', () => {
  expect(form).toMatchObject({
    day: '2026-12-03',
    start: '19:30',
    end: '21:10',
    documentsDay: '2026-12-01',
    documentsTime: '20:00',
  })
})

it('says what no plan can be made of, and where', () => {
  expect(gaps({ day: '' })).toEqual(['dayMissing'])
  expect(gaps({ start: '', end: '' })).toEqual(['timesMissing'])
  expect(gaps({ day: '2026-02-31' })).toEqual(['dayMissing'])
  expect(gaps({ documentsTime: '' })).toEqual(['documentsHalf'])
  expect(gaps({ documentsDay: '', documentsTime: '' })).toEqual([])
  expect(gaps({ chairId: '' })).toEqual(['chairMissing'])
  const [item] = form.agenda
  if (!item) throw new Error('no item')
  const untitled = gapsOf({ ...form, agenda: [{ ...item, title: '  ' }] })
  expect(untitled).toEqual([{ code: 'itemUntitled', field: `prepare-item-${item.itemId}` }])
  expect(gaps({ guests: [{ guestId: id(901), memberId: null, name: '', title: '' }] })).toEqual(['guestUnnamed'])
  expect(gaps({ sites: [...form.sites, { siteId: id(902), name: '', operatorId: '' }] })).toEqual(['siteUnnamed'])
  expect(planOf({ ...form, day: '' }, id(0))).toBeNull()
})

it('names the main site after the place, and has none where there is no place', () => {
  const nameless = { ...form, sites: [{ siteId: id(900), name: '', operatorId: '' }] }
  expect(planOf(nameless, id(0))?.sites).toEqual([{ siteId: id(900), name: 'Nhà văn hóa', operatorId: null }])
  expect(planOf({ ...nameless, place: '' }, id(0))?.sites).toEqual([])
  expect(planOf({ ...form, form: 'online' }, id(0))?.sites).toEqual([])
})

it('takes no consent that is only half typed, and knows that saving would lose it', () => {
  const half = { ...form, approvalDate: '' }
  const saved = planOf(half, id(0))
  expect(saved?.onlineApproval).toBeNull()
  expect(saved && isKeptWhole(half, saved)).toBe(false)
})

it('has no consent when everybody comes in person', () => {
  expect(planOf({ ...form, form: 'inPerson' }, id(0))?.onlineApproval).toBeNull()
})
