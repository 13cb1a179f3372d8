// One's own comments that the meeting does not show yet, and the ways to give another or to let go of one.
import type { Comment } from '@hoi-truong/shared/comment'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { newId } from '../../../lib/newId.ts'
import { outboxOf } from '../../outbox/memberOutbox.ts'
import { ownComments } from '../ownComments.ts'
import type { CommentDraft } from './useCommentDraft.ts'

/** @param known what the meeting has of all comments */
export function useOwnComments(meetingId: string, memberId: string, known: readonly Comment[]) {
  const answers = useQueryClient()
  const outbox = outboxOf(memberId)
  const items = useStore(outbox.store, (state) => state.items)
  const own = useMemo(() => ownComments(items, meetingId, known), [items, meetingId, known])
  const settled = own.filter(({ item }) => item.taken).length
  useEffect(() => {
    // The page reads the meeting again when one of them has got there.
    if (settled > 0) void answers.invalidateQueries({ queryKey: ['meeting', meetingId] })
  }, [settled, answers, meetingId])
  return {
    own,
    // Not bound to this page: it goes on when the person turns elsewhere.
    post: ({ subject, text }: CommentDraft) =>
      outbox.add('comment.post', meetingId, { commentId: newId(), subject, text }, new AbortController().signal),
    putAway: (id: string) => outbox.putAway(id),
  }
}
