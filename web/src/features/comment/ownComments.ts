// How far one's own comments on a meeting have come, as far as the meeting itself does not show them yet.
import type { Comment, CommentSubject } from '@hoi-truong/shared/comment'
import type { OutboxItem } from '../outbox/outbox.ts'

interface GivenComment {
  commentId: string
  subject: CommentSubject
  text: string
}

export interface OwnComment {
  item: OutboxItem
  comment: GivenComment
  state: 'onItsWay' | 'sent' | 'late' | 'refused'
}

/** In the order in which they were written. @param known what the meeting has */
export function ownComments(
  items: readonly OutboxItem[],
  meetingId: string,
  known: readonly Pick<Comment, 'commentId'>[],
): OwnComment[] {
  const there = new Set(known.map(({ commentId }) => commentId))
  return items
    .filter(({ type, streamId }) => type === 'comment.post' && streamId === meetingId)
    .map((item) => ({ item, comment: item.payload as GivenComment, state: stateOf(item) }))
    .filter(({ comment, state }) => state === 'refused' || !there.has(comment.commentId))
}

function stateOf({ refusal, taken, streamId }: OutboxItem): OwnComment['state'] {
  if (refusal) return 'refused'
  if (!taken) return 'onItsWay'
  return taken.streamId === streamId ? 'sent' : 'late'
}
