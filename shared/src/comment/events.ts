// Comments (ý kiến) on a meeting, its items and its documents: how whoever cannot come is heard all the same (DOMAIN R04, R11, R15).
import { z } from 'zod'
import type { EventDraft } from '../log/index.ts'

const id = z.uuid().toLowerCase()

/** What a comment is about. */
export const commentSubjectSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('meeting') }),
  z.strictObject({ kind: z.literal('item'), itemId: id }),
  z.strictObject({ kind: z.literal('document'), documentId: id }),
])
export type CommentSubject = z.infer<typeof commentSubjectSchema>

export const COMMENT_MAX_CHARACTERS = 2_000
/** Of one member on one meeting, and of all on one: far more than a branch says, little enough to be read by people. */
export const COMMENTS_OF_ONE = 30
export const COMMENTS_OF_ALL = 2_000

/** Two keyboards may write the same letter differently: kept in one way. */
export const commentTextSchema = z.string().trim().min(1).max(COMMENT_MAX_CHARACTERS).normalize('NFC')

export interface PostedComment {
  commentId: string
  meetingId: string
  memberId: string
  subject: CommentSubject
  text: string
  /** Before the opening, while the meeting ran, or after its closing (late; on the branch's stream). */
  when: 'before' | 'during' | 'after'
  /** Written while the meeting ran by somebody who was not in it; never a presence (DOMAIN 2.3, R11). */
  fromAbsent: boolean
}

export type CommentEvent =
  /** On the meeting's stream for everyone; what came late is on the branch's, for its committee. */
  | EventDraft<'comment.posted', PostedComment>
  /** The same for the author of a late one, who may not read the committee's events. */
  | EventDraft<'comment.received', PostedComment>
  /** The author took it back before it was read out. */
  | EventDraft<'comment.withdrawn', { commentId: string }>
  /** Đã đọc trước chi bộ; `readOut` false takes a slip of the finger back. */
  | EventDraft<'comment.readOutMarked', { commentId: string; readOut: boolean }>

const comment = { commentId: id, subject: commentSubjectSchema, text: commentTextSchema }

export const commentCommands = {
  /** May wait in the outbox for hours; `commentId` is made by the client, so that a repeat under any id is known. */
  'comment.post': z.strictObject(comment),
  /** By the server, on the branch's stream: a comment that came after the closing. */
  'comment.recordLate': z.strictObject({ ...comment, meetingId: id }),
  'comment.withdraw': z.strictObject({ commentId: id }),
  'comment.markReadOut': z.strictObject({ commentId: id, readOut: z.boolean() }),
} as const
