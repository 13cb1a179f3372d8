// Plans of meetings that no page sends: each is wrong in one place.
import { randomUUID } from 'node:crypto'
import type { AgendaItem } from '@hoi-truong/shared/agenda'
import type { Guest, MeetingPlan, Site } from '@hoi-truong/shared/meeting'
import { LONG } from './commandRows.ts'

const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make)
const newItem = (more: object = {}): AgendaItem => ({
  itemId: randomUUID(),
  part: 'opening',
  kind: 'other',
  title: 'Điểm danh',
  presenterId: null,
  minutes: 5,
  inPersonOnly: false,
  ...more,
})
const newSite = (more: object = {}): Site => ({ siteId: randomUUID(), name: 'Nhà văn hóa', operatorId: null, ...more })
const newGuest = (more: object = {}): Guest => ({
  guestId: randomUUID(),
  memberId: null,
  name: 'Khách',
  title: null,
  ...more,
})
const twice = <T>(thing: T): T[] => [thing, thing]
const upperCase = randomUUID()

/** What an order of business must not be. */
export const badItems: unknown[] = [
  null,
  {},
  'x',
  times(61, newItem),
  twice(newItem()),
  // The same id written in two ways.
  [newItem({ itemId: upperCase }), newItem({ itemId: upperCase.toUpperCase() })],
  [newItem({ itemId: 'one' })],
  [newItem({ part: 'middle' })],
  [newItem({ kind: 'party' })],
  [newItem({ title: ' ' })],
  [newItem({ title: 'x'.repeat(241) })],
  [newItem({ title: 'a\0b' })],
  [newItem({ title: 'a\ud800' })],
  [newItem({ presenterId: 'dv01' })],
  [newItem({ presenterId: undefined })],
  [newItem({ minutes: -1 })],
  [newItem({ minutes: 481 })],
  [newItem({ minutes: 1.5 })],
  [newItem({ minutes: '10' })],
  [newItem({ inPersonOnly: 'no' })],
  [newItem({ startedAt: '2026-11-22T01:00:00Z' })],
]

const wrongFields = (): Partial<Record<keyof MeetingPlan, unknown[]>> => ({
  organizationId: ['none', null, 7],
  kind: ['party', null],
  form: ['phone', null],
  month: ['2026-13', '2026-00', '2026-1', '11-2026', 202611, null],
  plannedStart: ['tomorrow', '2026-11-22', '2026-02-30T01:00:00Z', '2026-11-22T08:00:00+07:00', 0, null],
  plannedEnd: ['', '2026-11-22T25:00:00Z', null],
  place: ['', ' ', 'x'.repeat(121), 'a\0b', 7, LONG],
  onlineApproval: [
    {},
    { number: '', date: '2026-01-01', authority: 'Đảng ủy' },
    { number: '1', date: '2026-02-30', authority: 'Đảng ủy' },
    { number: '1', date: '2026-01-01', authority: ' ' },
    { number: '1', date: '2026-01-01', authority: 'Đảng ủy', signed: true },
  ],
  chairId: ['dv01', null, [randomUUID()]],
  standInId: ['dv02', ''],
  minutesSecretaryId: ['dv14', 7],
  sites: [
    null,
    times(201, newSite),
    twice(newSite()),
    [newSite({ siteId: 'main' })],
    [newSite({ name: '' })],
    [newSite({ operatorId: 'dv14' })],
    [newSite({ code: '123456' })],
  ],
  agenda: badItems,
  guests: [
    null,
    times(101, newGuest),
    twice(newGuest()),
    twice(randomUUID()).map((memberId) => newGuest({ memberId })),
    [newGuest({ name: 'x'.repeat(121) })],
    [newGuest({ guestId: 'one' })],
  ],
  documentsPostedAt: ['soon', 0],
})

/** A plan with each field in turn left out, and with each of its wrong values. */
export function badPlans(plan: MeetingPlan): unknown[] {
  const fields = Object.keys(plan) as (keyof MeetingPlan)[]
  return [
    undefined,
    null,
    [],
    {},
    { ...plan, status: 'announced' },
    ...fields.map((field) => ({ ...plan, [field]: undefined })),
    ...Object.entries(wrongFields()).flatMap(([field, values]) => values.map((value) => ({ ...plan, [field]: value }))),
  ]
}
