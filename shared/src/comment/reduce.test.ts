// What becomes of a comment, who is taken for absent, and that attendance hears nothing of it.
import { expect, test } from 'vitest'
import { chainEvent, type EventDraft, GENESIS, type LogEvent } from '../log/index.ts'
import { meetingReducer, organizationReducer } from '../streams/index.ts'
import { attendance, entry } from '../testing/sampleEvening.ts'
import { type Comment, type CommentEvent, isFromAbsent, type PostedComment, standingComments } from './index.ts'

const STREAM = '3f2b8c1e-0000-4000-8000-000000000001'
const posted: PostedComment = {
  commentId: '3f2b8c1e-0000-4000-8000-00000000000a',
  meetingId: STREAM,
  memberId: entry('dv18').memberId,
  subject: { kind: 'meeting' },
  text: 'Đề nghị làm rõ thời hạn.',
  when: 'during',
  fromAbsent: true,
}
const { commentId } = posted

const event = (draft: CommentEvent, at = '2026-11-03T13:00:00.000Z'): LogEvent =>
  chainEvent(STREAM, GENESIS, draft as EventDraft, { actorId: 'dv01', at, salt: '00' })
const everyone = <T extends CommentEvent['type']>(type: T, payload: Extract<CommentEvent, { type: T }>['payload']) =>
  ({ type, version: 1, audience: 'everyone', payload }) as CommentEvent

const reduced = (...drafts: CommentEvent[]) =>
  meetingReducer.reduceAll(
    meetingReducer.initial(),
    drafts.map((draft) => event(draft)),
  ).everyone

test('posted, read out, set back, withdrawn: the words stay, the marks come and go', () => {
  const read = everyone('comment.readOutMarked', { commentId, readOut: true })
  const unread = everyone('comment.readOutMarked', { commentId, readOut: false })
  const post = everyone('comment.posted', posted)
  const [comment] = reduced(post, read).comments
  expect(comment).toMatchObject({ ...posted, readOut: { by: 'dv01', at: '2026-11-03T13:00:00.000Z' } })
  expect(reduced(post, read, unread).comments[0]?.readOut).toBeNull()
  const withdrawn = reduced(post, everyone('comment.withdrawn', { commentId }))
  expect(withdrawn.comments).toHaveLength(1)
  expect(standingComments(withdrawn.comments)).toEqual([])
})

test('attendance hears nothing of a comment', () => {
  const before = meetingReducer.initial().everyone
  expect(reduced(everyone('comment.posted', posted)).attendance).toBe(before.attendance)
})

test('a late one is the committee’s and its author’s', () => {
  const late: PostedComment = { ...posted, when: 'after', fromAbsent: false }
  const state = organizationReducer.reduceAll(organizationReducer.initial(), [
    event({ type: 'comment.posted', version: 1, audience: 'bureau', payload: late }),
    event({ type: 'comment.received', version: 1, audience: 'member:dv18', payload: late }),
  ])
  expect(state.bureau.lateComments).toHaveLength(1)
  expect(organizationReducer.filter(state, { memberId: 'dv18', bureau: false })).toMatchObject({
    bureau: { lateComments: [] },
    members: { dv18: { lateComments: [late] } },
  })
  expect(organizationReducer.filter(state, { memberId: 'dv17', bureau: false }).members).toEqual({})
})

test('absent is who wrote from outside, and who wrote ahead and has not come', () => {
  const comment: Comment = { ...posted, at: '', readOut: null, withdrawnAt: null }
  const ahead = { ...comment, when: 'before' as const, fromAbsent: false }
  expect(isFromAbsent(comment, 'open', attendance)).toBe(true)
  // dv01 was there that evening; before the opening nobody is absent yet.
  expect(isFromAbsent({ ...ahead, memberId: 'nobody' }, 'open', attendance)).toBe(true)
  expect(isFromAbsent({ ...ahead, memberId: 'nobody' }, 'announced', attendance)).toBe(false)
  expect(isFromAbsent({ ...ahead, memberId: 'dv01' }, 'closed', attendance)).toBe(false)
  expect(isFromAbsent({ ...comment, fromAbsent: false, memberId: 'nobody' }, 'open', attendance)).toBe(false)
})
