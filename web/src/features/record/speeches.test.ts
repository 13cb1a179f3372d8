import type { Speech } from '@hoi-truong/shared/floor'
import type { MeetingPlan, MeetingRoll } from '@hoi-truong/shared/meeting'
import { expect, test } from 'vitest'
import { speechGroups } from './speeches.ts'

const roll = {
  members: ['an', 'binh'].map((memberId) => ({ memberId, name: `Đồng chí ${memberId}`, status: 'active' })),
  followers: [],
  guests: [],
} as unknown as MeetingRoll
const plan = { sites: [{ siteId: 'hall', name: 'Nhà văn hóa', operatorId: null }] } as unknown as MeetingPlan
const items = [
  { itemId: 'one', title: 'Báo cáo' },
  { itemId: 'two', title: 'Thảo luận' },
] as never[]
const at = (minute: number) => `2026-11-03T12:${minute}:00.000Z`
const speech = (memberId: string | null, from: number, to: number | null, more: Partial<Speech> = {}): Speech => ({
  speechId: `${memberId} ${from}`,
  memberId,
  siteId: null,
  itemId: 'one',
  startedAt: at(from),
  endedAt: to === null ? null : at(to),
  reason: null,
  limitSeconds: null,
  way: 'granted',
  ...more,
})
const groups = (...speeches: Speech[]) =>
  speechGroups({ meeting: { plan, roll }, agenda: { items }, floor: { speeches } })

test('by item, everybody once with all their times, in the order in which they first spoke', () => {
  const listed = groups(
    speech('an', 31, 34),
    speech('binh', 40, 42, { itemId: 'two' }),
    speech('an', 36, 38),
    // Noted after it was over: the chair spoke first.
    speech('binh', 30, 31, { way: 'heard' }),
  )
  expect(listed.map(({ title, speakers }) => [title, speakers.map(({ name }) => name)])).toEqual([
    ['Báo cáo', ['Đồng chí binh', 'Đồng chí an']],
    ['Thảo luận', ['Đồng chí binh']],
  ])
  const an = listed[0]?.speakers[1]
  expect(an?.spans.map(({ from, to }) => [from, to])).toEqual([
    [at(31), at(34)],
    [at(36), at(38)],
  ])
  expect(an?.totalMs).toBe(5 * 60_000)
})

test('at a site: with its name, also where nobody knows who sat before the microphone', () => {
  const [group] = groups(
    speech('an', 31, 32, { siteId: 'hall' }),
    speech(null, 33, 34, { siteId: 'hall', way: 'heard' }),
  )
  expect(group?.speakers).toMatchObject([
    { name: 'Đồng chí an', site: 'Nhà văn hóa' },
    { name: null, site: 'Nhà văn hóa' },
  ])
})

test('one that is on has no end, and counts when it is over; between the items there is no title', () => {
  const [group] = groups(speech('an', 31, null, { itemId: null }))
  expect(group).toMatchObject({ title: null, speakers: [{ spans: [{ to: null }], totalMs: 0 }] })
})

test('a hand that was never called is no speech', () => {
  expect(groups()).toEqual([])
})
