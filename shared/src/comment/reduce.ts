// The comments' share of a meeting's state, and, for those that came late, of a branch's.
import type { AttendanceState } from '../attendance/index.ts'
import type { FeaturePart, LogEvent } from '../log/index.ts'
import type { MeetingStatus } from '../meeting/index.ts'
import type { CommentEvent, PostedComment } from './events.ts'

export interface Comment extends PostedComment {
  /** ISO 8601, from the log's clock. */
  at: string
  /** When and by whom it was read out before the branch (đã đọc trước chi bộ). */
  readOut: { at: string; by: string | null } | null
  withdrawnAt: string | null
}

/** In order of time; those withdrawn stay in the record, without being shown as somebody's word. */
export type CommentsState = readonly Comment[]

const initial: CommentsState = []

const change = (state: CommentsState, commentId: string, changed: (comment: Comment) => Comment): CommentsState =>
  state.map((comment) => (comment.commentId === commentId ? changed(comment) : comment))

const posted = (state: CommentsState, payload: PostedComment, at: string): CommentsState => [
  ...state,
  { ...payload, at, readOut: null, withdrawnAt: null },
]

function reduce(state: CommentsState, logEvent: LogEvent): CommentsState {
  const event = logEvent as LogEvent & CommentEvent
  switch (event.type) {
    case 'comment.posted':
      return posted(state, event.payload, event.at)
    case 'comment.withdrawn':
      return change(state, event.payload.commentId, (comment) => ({ ...comment, withdrawnAt: event.at }))
    case 'comment.readOutMarked': {
      const { commentId, readOut } = event.payload
      const mark = readOut ? { at: event.at, by: event.actorId } : null
      return change(state, commentId, (comment) => ({ ...comment, readOut: mark }))
    }
    default:
      return state
  }
}

/** Those that stand: in order of time, without the withdrawn. */
export const standingComments = (state: CommentsState): Comment[] =>
  state.filter(({ withdrawnAt }) => withdrawnAt === null)

/**
 * Ý kiến của đảng viên vắng mặt: written from outside while the meeting ran, or ahead by somebody who has not come. What was not read out
 * before the branch would not be heard there.
 */
export const isFromAbsent = (
  { fromAbsent, when, memberId }: Comment,
  status: MeetingStatus,
  attendance: AttendanceState,
): boolean =>
  fromAbsent ||
  (when === 'before' &&
    (status === 'open' || status === 'closed' || status === 'sealed') &&
    !attendance.intervals[memberId]?.length)

/** In a meeting: everyone reads them. */
export const commentsPart = { everyone: { initial, reduce } } satisfies FeaturePart<CommentsState>

/** In a branch's stream: what came after its meeting was closed, for the committee and for the author. */
export const lateCommentsPart = {
  bureau: { initial, reduce },
  member: {
    initial,
    reduce: (state: CommentsState, event: LogEvent): CommentsState =>
      event.type === 'comment.received' ? posted(state, event.payload as PostedComment, event.at) : state,
  },
} satisfies FeaturePart<never, CommentsState, CommentsState>
