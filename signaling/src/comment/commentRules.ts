// What holds for every comment, in time or late: one id is one comment, what it is about is there, and there is an end to how many.
import {
  COMMENTS_OF_ALL,
  COMMENTS_OF_ONE,
  type Comment,
  type CommentSubject,
  type CommentsState,
} from '@hoi-truong/shared/comment'
import { AppError } from '@hoi-truong/shared/errors'
import { canonicalJson } from '@hoi-truong/shared/log'
import type { MeetingState } from '@hoi-truong/shared/meeting'
import type { StateOfKind } from '../log/commandDefinition.ts'

interface Given {
  commentId: string
  subject: CommentSubject
  text: string
}

/** Whether it is there already: a device that never heard the answer sends it again, maybe under another command. @throws AppError */
export function isThere(comments: CommentsState, memberId: string, { commentId, subject, text }: Given): boolean {
  const known = comments.find((comment) => comment.commentId === commentId)
  if (!known) return false
  const same =
    known.memberId === memberId && known.text === text && canonicalJson(known.subject) === canonicalJson(subject)
  if (!same) throw new AppError('COMMENT_ID_REUSED')
  return true
}

/** What was taken off since may still be spoken about: it was there when the comment was written. @throws AppError */
export function assertSubject(
  { agenda, documents }: StateOfKind['meeting']['everyone'],
  subject: CommentSubject,
): void {
  if (subject.kind === 'item' && !agenda.items.some(({ itemId }) => itemId === subject.itemId))
    throw new AppError('AGENDA_ITEM_UNKNOWN')
  if (subject.kind === 'document' && !documents.some(({ documentId }) => documentId === subject.documentId))
    throw new AppError('DOCUMENT_UNKNOWN')
}

/** A device that was without network brings what it has at once; a person writes more slowly. */
const MINUTE_MS = 60_000
const MOST_IN_A_MINUTE = 10

/**
 * How many, and how fast: by the log's own times, so that it is the same on every node and a repeat is never in the way of itself. The
 * withdrawn count too, for they are in the record.
 *
 * @param at now, ISO 8601 @throws AppError COMMENT_TOO_MANY_OWN, COMMENT_TOO_MANY, TOO_MANY_REQUESTS
 */
export function assertRoom(comments: CommentsState, memberId: string, at: string): void {
  const own = comments.filter((comment) => comment.memberId === memberId)
  if (own.length >= COMMENTS_OF_ONE) throw new AppError('COMMENT_TOO_MANY_OWN')
  if (comments.length >= COMMENTS_OF_ALL) throw new AppError('COMMENT_TOO_MANY')
  const tenth = own.at(-MOST_IN_A_MINUTE)
  if (!tenth) return
  const waitMs = Date.parse(tenth.at) + MINUTE_MS - Date.parse(at)
  if (waitMs > 0) throw new AppError('TOO_MANY_REQUESTS', { seconds: Math.ceil(waitMs / 1000) })
}

/** @throws AppError */
export function assertTakesPlace({ status }: MeetingState): void {
  if (status === 'draft') throw new AppError('MEETING_NOT_ANNOUNCED')
  if (status === 'cancelled' || status === 'notHeld') throw new AppError('MEETING_CANCELLED')
}

/** @throws AppError */
export function requireComment(comments: CommentsState, commentId: string): Comment {
  const known = comments.find((comment) => comment.commentId === commentId)
  if (!known) throw new AppError('COMMENT_UNKNOWN')
  return known
}
