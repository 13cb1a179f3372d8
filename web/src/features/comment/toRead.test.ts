// Which comments the chair has in hand, in which order.
import type { Comment } from '@hoi-truong/shared/comment'
import { meetingReducer } from '@hoi-truong/shared/streams'
import { expect, test } from 'vitest'
import type { Everyone } from './subjects.ts'
import { toRead } from './toRead.ts'

const initial = meetingReducer.initial().everyone
const item = (itemId: string) => ({ itemId }) as Everyone['agenda']['items'][number]
const there = {
  place: { kind: 'device' },
  way: 'device',
  startedAt: '2026-11-03T12:30:00Z',
  endedAt: null,
  reason: null,
} as const

function comment(commentId: string, more: Partial<Comment> = {}): Comment {
  return {
    commentId,
    meetingId: 'meeting',
    memberId: 'away',
    subject: { kind: 'meeting' },
    text: 'Đồng ý',
    when: 'during',
    fromAbsent: true,
    at: '2026-11-03T13:00:00Z',
    readOut: null,
    withdrawnAt: null,
    ...more,
  }
}
const withComments = (...comments: Comment[]): Everyone => ({
  ...initial,
  meeting: { ...initial.meeting, status: 'open' },
  attendance: { ...initial.attendance, intervals: { here: [there] } },
  agenda: {
    ...initial.agenda,
    items: [item('one'), item('two')],
    courses: [{ itemId: 'two', startedAt: '2026-11-03T12:40:00Z', endedAt: null }],
  },
  comments,
})
const ids = (comments: readonly Comment[]) => comments.map(({ commentId }) => commentId)

test('the newest apart, the running item first, and nothing of those who can say it themselves', () => {
  const { count, newest, groups } = toRead(
    withComments(
      comment('ahead', { when: 'before', fromAbsent: false }),
      comment('of one who came', { when: 'before', fromAbsent: false, memberId: 'here' }),
      comment('from the room', { fromAbsent: false, memberId: 'here' }),
      comment('on two', { subject: { kind: 'item', itemId: 'two' } }),
      comment('taken back', { withdrawnAt: '2026-11-03T13:01:00Z' }),
      comment('new'),
    ),
  )
  expect(count).toBe(3)
  expect(newest?.commentId).toBe('new')
  expect(groups.map(({ comments }) => ids(comments))).toEqual([['on two'], ['ahead']])
})

test('what was read out is no longer in hand, the latest first among the read', () => {
  const { count, newest, read } = toRead(
    withComments(
      comment('a', { readOut: { at: '2026-11-03T13:05:00Z', by: null } }),
      comment('b', { readOut: { at: '2026-11-03T13:06:00Z', by: null } }),
    ),
  )
  expect({ count, newest, read: ids(read) }).toEqual({ count: 0, newest: null, read: ['b', 'a'] })
})
