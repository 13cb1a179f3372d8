// Comments on a meeting: whoever cannot come is heard all the same, and is no more present by it (DOMAIN 2.3, R11).
import { openInterval } from '@hoi-truong/shared/attendance'
import { AppError } from '@hoi-truong/shared/errors'
import { audienceOfMember } from '@hoi-truong/shared/log'
import { type Actor, type CommandContext, defineCommand, type Redirect } from '../log/commandDefinition.ts'
import { requireUnderWay } from '../meeting/course.ts'
import { commentEvent } from './commentEvent.ts'
import { assertRoom, assertSubject, assertTakesPlace, isThere, requireComment } from './commentRules.ts'
import { isKeptLate } from './queries.ts'

function memberOf(actor: Actor): string {
  if (actor.kind !== 'member') throw new AppError('FORBIDDEN')
  return actor.memberId
}

/** Where a comment goes that comes after the closing. What is practised stays in its meeting. */
function lateComment({
  state,
  payload,
  streamId,
}: Pick<CommandContext<'meeting', 'comment.post'>, 'state' | 'payload' | 'streamId'>): Redirect | null {
  const { plan, practice } = state.everyone.meeting
  const late = { ...payload, meetingId: streamId }
  return plan && !practice ? { streamId: plan.organizationId, type: 'comment.recordLate', payload: late } : null
}

export const commentCommandDefinitions = [
  defineCommand<'meeting', 'comment.post', boolean>({
    type: 'comment.post',
    stream: 'meeting',
    action: 'comment.post',
    timing: 'deferrable',
    elsewhere: lateComment,
    gather: (sql, { streamId, payload }) => isKeptLate(sql, streamId, payload.commentId),
    decide: ({ state, actor, payload, streamId, at }, { facts: keptLate }) => {
      const memberId = memberOf(actor)
      const { meeting, attendance, comments } = state.everyone
      if (isThere(comments, memberId, payload)) return { events: [] }
      assertTakesPlace(meeting)
      assertSubject(state.everyone, payload.subject)
      // Kept late while the meeting was closed: it is not posted once more when the closing is taken back.
      if (keptLate || meeting.status === 'closed' || meeting.status === 'sealed') {
        const redirect = lateComment({ state, payload, streamId })
        if (!redirect) throw new AppError('MEETING_CLOSED')
        return { redirect }
      }
      assertRoom(comments, memberId, at)
      const open = meeting.status === 'open'
      const fromAbsent = open && openInterval(attendance, memberId) === undefined
      const when = open ? 'during' : 'before'
      return {
        events: [commentEvent('comment.posted', { ...payload, meetingId: streamId, memberId, when, fromAbsent })],
      }
    },
  }),

  defineCommand<'organization', 'comment.recordLate'>({
    type: 'comment.recordLate',
    stream: 'organization',
    action: 'comment.recordLate',
    timing: 'deferrable',
    internal: true,
    decide: ({ state, actor, payload, at }) => {
      const memberId = memberOf(actor)
      const before = state.bureau.lateComments.filter(({ meetingId }) => meetingId === payload.meetingId)
      if (isThere(before, memberId, payload)) return { events: [] }
      assertRoom(before, memberId, at)
      const late = { ...payload, memberId, when: 'after', fromAbsent: false } as const
      return {
        events: [
          commentEvent('comment.posted', late, 'bureau'),
          commentEvent('comment.received', late, audienceOfMember(memberId)),
        ],
      }
    },
  }),

  defineCommand<'meeting', 'comment.withdraw'>({
    type: 'comment.withdraw',
    stream: 'meeting',
    action: 'comment.withdraw',
    timing: 'deferrable',
    decide: ({ state, actor, payload: { commentId } }) => {
      const { meeting, comments } = state.everyone
      requireUnderWay(meeting)
      const comment = requireComment(comments, commentId)
      if (comment.memberId !== memberOf(actor)) throw new AppError('FORBIDDEN')
      if (comment.withdrawnAt !== null) return { events: [] }
      if (comment.readOut !== null) throw new AppError('COMMENT_READ_OUT')
      return { events: [commentEvent('comment.withdrawn', { commentId })] }
    },
  }),

  defineCommand<'meeting', 'comment.markReadOut'>({
    type: 'comment.markReadOut',
    stream: 'meeting',
    action: 'comment.markReadOut',
    timing: 'deferrable',
    decide: ({ state, payload: { commentId, readOut } }) => {
      const { meeting, comments } = state.everyone
      assertTakesPlace(meeting)
      if (meeting.status === 'announced') throw new AppError('MEETING_NOT_OPEN')
      // Until the sealing the minutes secretary may set the mark right.
      if (meeting.status === 'sealed') throw new AppError('MEETING_CLOSED')
      const comment = requireComment(comments, commentId)
      if (comment.withdrawnAt !== null) throw new AppError('COMMENT_WITHDRAWN')
      if ((comment.readOut !== null) === readOut) return { events: [] }
      return { events: [commentEvent('comment.readOutMarked', { commentId, readOut })] }
    },
  }),
]
