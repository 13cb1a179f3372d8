// States are made by hand here: the reducer's own tests show how they come about.
import type { RollEntry } from '@hoi-truong/shared/meeting'
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
})

const initial = meetingReducer.initial().everyone
function stateWith(inRoom: string[], status: 'scheduled' | 'open' | 'closed' = 'open'): MeetingStreamState['everyone'] {
  const roll = {
    organizationName: 'Chi bộ',
    upperName: null,
    members: ['me', 'm1', 'm2', 'm3'].map((memberId) => entry(memberId)),
    followers: [entry('f1', 'Đảng ủy viên')],
  }
  const startedAt = '2026-11-03T12:30:00.000Z'
  const intervals = Object.fromEntries(inRoom.map((id) => [id, [{ startedAt, endedAt: null, reason: null }]]))
  return { ...initial, meeting: { ...initial.meeting, status, roll }, attendance: { intervals, absences: {} } }
}

const keys = (before: string[], after: string[]) =>
  announcementsBetween(stateWith(before), stateWith(after), 'me').map(({ key, values }) => [key, values.name])

it('tells who came and who left, but not what one did oneself', () => {
  expect(keys([], ['me', 'm1'])).toEqual([['announce.joined', 'Tên m1']])
  expect(keys(['me', 'm1', 'm2'], ['me', 'm2'])).toEqual([['announce.left', 'Tên m1']])
})

it('counts instead of naming when many come or leave at once', () => {
  const told = announcementsBetween(stateWith(['me']), stateWith(['me', 'm1', 'm2', 'm3', 'f1']), 'me')
  expect(told.map(({ key, values }) => [key, values.count])).toEqual([
    ['announce.follower_joined', undefined],
    ['announce.many_joined', '3'],
  ])
})

it('announces the follower with their office', () => {
  const [told] = announcementsBetween(stateWith([]), stateWith(['f1']), 'me')
  expect(told).toEqual({ key: 'announce.follower_joined', values: { name: 'Tên f1', title: 'Đảng ủy viên' } })
})

it('announces opening and closing, and at the closing nobody’s leaving', () => {
  expect(announcementsBetween(stateWith(['m1'], 'scheduled'), stateWith(['m1']), 'me')).toEqual([
    { key: 'announce.opened', values: {} },
  ])
  expect(announcementsBetween(stateWith(['m1']), stateWith([], 'closed'), 'me')).toEqual([
    { key: 'announce.closed', values: {} },
  ])
})
