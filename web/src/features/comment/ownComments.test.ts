// What the page says of one's own comments while they are on their way.
import { expect, test } from 'vitest'
import type { OutboxItem } from '../outbox/outbox.ts'
import { ownComments } from './ownComments.ts'

const item = (commentId: string, change: Partial<OutboxItem> = {}): OutboxItem => ({
  id: `command of ${commentId}`,
  type: 'comment.post',
  streamId: 'meeting',
  payload: { commentId, subject: { kind: 'meeting' }, text: 'Đồng ý' },
  tried: false,
  refusal: null,
  taken: null,
  settledAt: null,
  ...change,
})
const states = (items: OutboxItem[], known: string[] = []) =>
  ownComments(
    items,
    'meeting',
    known.map((commentId) => ({ commentId })),
  ).map(({ comment, state }) => [comment.commentId, state])

test('on its way, sent, late, refused', () => {
  const items = [
    item('waits', { tried: true }),
    item('sent', { taken: { streamId: 'meeting', seq: 9 } }),
    item('late', { taken: { streamId: 'branch', seq: 3 } }),
    item('refused', { refusal: { code: 'COMMENT_TOO_MANY_OWN' } }),
  ]
  expect(states(items)).toEqual([
    ['waits', 'onItsWay'],
    ['sent', 'sent'],
    ['late', 'late'],
    ['refused', 'refused'],
  ])
})

test('what the meeting shows is not shown twice; what was refused stays until it is put away', () => {
  const refused = item('b', { refusal: { code: 'COMMENT_ID_REUSED' } })
  expect(states([item('a', { taken: { streamId: 'meeting', seq: 9 } }), refused], ['a', 'b'])).toEqual([
    ['b', 'refused'],
  ])
})

test('what was taken though its answer was lost is no longer said to wait', () => {
  expect(states([item('a', { tried: true })], ['a'])).toEqual([])
})

test('only comments on this meeting', () => {
  expect(states([item('a', { streamId: 'other' }), item('b', { type: 'attendance.answer' })])).toEqual([])
})
