// States are made by hand here: the reducer's own tests show how they come about.
import type { AttendancePlace } from '@hoi-truong/shared/attendance'
import type { Comment } from '@hoi-truong/shared/comment'
import type { MeetingPlan, RollEntry } from '@hoi-truong/shared/meeting'
import { type MeetingStreamState, meetingReducer } from '@hoi-truong/shared/streams'
import { expect, it } from 'vitest'
import { announcementsBetween } from './announcements.ts'

const entry = (memberId: string, title: string | null = null): RollEntry => ({
  memberId,
  name: `Tên ${memberId}`,
  category: 'official',
  status: 'active',
  office: 'member',
  title,
  temporary: false,
})

type Everyone = MeetingStreamState['everyone']
const initial = meetingReducer.initial().everyone
const startedAt = '2026-11-03T12:30:00.000Z'
const device: AttendancePlace = { kind: 'device' }
const site: AttendancePlace = { kind: 'site', siteId: 's1' }

function stateWith(
  inRoom: string[],
  status: 'announced' | 'open' | 'closed' = 'open',
  place: AttendancePlace = device,
): Everyone {
  const roll = {
    organizationName: 'Chi bộ',
    upperName: null,
    members: ['me', 'm1', 'm2', 'm3'].map((memberId) => entry(memberId)),
    followers: [entry('f1', 'Đảng ủy viên')],
    guests: [],
  }
  const plan = { sites: [{ siteId: 's1', name: 'Nhà văn hóa', operatorId: null }] } as unknown as MeetingPlan
  const interval = { place, way: 'device' as const, startedAt, endedAt: null, reason: null }
  const intervals = Object.fromEntries(inRoom.map((id) => [id, [interval]]))
  return {
    ...initial,
    meeting: { ...initial.meeting, status, roll, plan, chairId: 'm1' },
    attendance: { ...initial.attendance, intervals },
  }
}

const keys = (before: string[], after: string[]) =>
  announcementsBetween(stateWith(before), stateWith(after), 'me').map(({ key, values }) => [key, values.name])
const told = (before: Everyone, after: Everyone) => announcementsBetween(before, after, 'me')

it('tells who came and who left, but not what one did oneself', () => {
  expect(keys([], ['me', 'm1'])).toEqual([['announce.joined', 'Tên m1']])
  expect(keys(['me', 'm1', 'm2'], ['me', 'm2'])).toEqual([['announce.left', 'Tên m1']])
})

it('counts instead of naming when many come or leave at once', () => {
  const counts = told(stateWith(['me']), stateWith(['me', 'm1', 'm2', 'm3', 'f1'])).map(({ key, values }) => [
    key,
    values.count,
  ])
  expect(counts).toEqual([
    ['announce.follower_joined', undefined],
    ['announce.many_joined', '3'],
  ])
})

it('says at which site somebody is, and nothing when they only move', () => {
  const [at] = told(stateWith([]), stateWith(['m2'], 'open', site))
  expect(at).toMatchObject({ key: 'announce.at_site', values: { name: 'Tên m2', site: 'Nhà văn hóa' } })
  expect(told(stateWith(['m2']), stateWith(['m2'], 'open', site))).toEqual([])
})

it('announces the follower with their office', () => {
  const [one] = told(stateWith([]), stateWith(['f1']))
  expect(one).toMatchObject({ key: 'announce.follower_joined', values: { name: 'Tên f1', title: 'Đảng ủy viên' } })
})

it('announces opening, closing and that the closing was taken back; at the closing nobody’s leaving', () => {
  expect(told(stateWith(['m1'], 'announced'), stateWith(['m1']))).toEqual([{ key: 'announce.opened', values: {} }])
  expect(told(stateWith(['m1']), stateWith([], 'closed'))).toEqual([{ key: 'announce.closed', values: {} }])
  expect(told(stateWith([], 'closed'), stateWith([]))).toEqual([{ key: 'announce.reopened', values: {} }])
})

it('announces who leads and who writes from now on', () => {
  const before = stateWith(['m1', 'm2'])
  const with2 = { ...before, meeting: { ...before.meeting, chairId: 'm2', minutesSecretaryId: 'm3' } }
  expect(told(before, with2).map(({ key, values }) => [key, values.name])).toEqual([
    ['announce.chair', 'Tên m2'],
    ['announce.minutes_secretary', 'Tên m3'],
  ])
  const withMe = { ...before, meeting: { ...before.meeting, chairId: 'me' } }
  expect(told(before, withMe).map(({ key }) => key)).toEqual(['announce.you_chair'])
})

it('announces the item that is on and the statement on the quorum', () => {
  const before = stateWith(['m1'])
  const item = { itemId: 'i1', part: 'opening', kind: 'rollCall', title: 'Điểm danh' } as const
  const items = [{ ...item, presenterId: null, minutes: 5, inPersonOnly: false }]
  const courses = [{ itemId: 'i1', startedAt, endedAt: null }]
  const after: Everyone = {
    ...before,
    agenda: { ...before.agenda, items, courses },
    attendance: { ...before.attendance, quorum: { at: startedAt, present: 18, base: 21, level: 'green' } },
  }
  expect(told(before, after)).toEqual([
    { key: 'announce.item', values: { title: 'Điểm danh' } },
    { key: 'announce.quorum', values: { present: '18', base: '21' } },
  ])
})

it('announces what comes from members who are not there, and nothing that the room wrote', () => {
  const before = stateWith(['m1'])
  const comment = (commentId: string, memberId: string, fromAbsent: boolean) =>
    ({ commentId, memberId, fromAbsent, withdrawnAt: null }) as Comment
  const first = { ...before, comments: [comment('a', 'm2', true), comment('b', 'm1', false)] }
  expect(told(before, first)).toEqual([{ key: 'announce.comment_absent', values: { name: 'Tên m2' } }])
  const marked = { ...first, comments: first.comments.map((one) => ({ ...one, readOut: { at: startedAt, by: 'm1' } })) }
  expect(told(first, marked)).toEqual([])
  const many = { ...before, comments: ['a', 'b', 'c'].map((id) => comment(id, 'm2', true)) }
  expect(told(before, many)).toEqual([{ key: 'announce.comments_absent', values: { count: '3' } }])
})
