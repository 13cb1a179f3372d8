// Comments as a table, for records and statistics: who commented on what, when, and whether it was read out. The words stay in the log.
import type { CommentEvent, CommentsState } from '@hoi-truong/shared/comment'
import type { LogEvent } from '@hoi-truong/shared/log'
import type { Sql } from '../database/client.ts'
import { defineProjection } from '../log/projection.ts'

type Events = readonly (LogEvent & CommentEvent)[]

const touched = new Set<string>([
  'comment.posted',
  'comment.withdrawn',
  'comment.readOutMarked',
] satisfies CommentEvent['type'][])

async function projectComments(sql: Sql, events: Events, comments: CommentsState): Promise<void> {
  const ids = new Set(events.flatMap(({ type, payload }) => (touched.has(type) ? [payload.commentId] : [])))
  if (ids.size === 0) return
  const rows = comments
    .filter(({ commentId }) => ids.has(commentId))
    .map(({ commentId, meetingId, memberId, subject, when, fromAbsent, at, readOut, withdrawnAt }) => ({
      meeting_id: meetingId,
      comment_id: commentId,
      member_id: memberId,
      subject: subject.kind,
      item_id: subject.kind === 'item' ? subject.itemId : null,
      document_id: subject.kind === 'document' ? subject.documentId : null,
      written: when,
      from_absent: fromAbsent,
      late: when === 'after',
      at,
      read_out_at: readOut?.at ?? null,
      withdrawn_at: withdrawnAt,
    }))
  await sql.$executeRaw`
    insert into comment (meeting_id, comment_id, member_id, subject, item_id, document_id, written, from_absent, late, at,
      read_out_at, withdrawn_at)
    select r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
      meeting_id uuid, comment_id uuid, member_id uuid, subject text, item_id uuid, document_id uuid, written text,
      from_absent boolean, late boolean, at timestamptz, read_out_at timestamptz, withdrawn_at timestamptz)
    on conflict (meeting_id, comment_id) do update set read_out_at = excluded.read_out_at, withdrawn_at = excluded.withdrawn_at`
}

export const commentsProjection = defineProjection<'meeting'>({
  stream: 'meeting',
  apply: (sql, _meetingId, events, state) => projectComments(sql, events as Events, state.everyone.comments),
})

/** Those that came after the closing, from the branch's stream. */
export const lateCommentsProjection = defineProjection<'organization'>({
  stream: 'organization',
  apply: (sql, _organizationId, events, state) => projectComments(sql, events as Events, state.bureau.lateComments),
})
