// Comments that came after the closing, which the branch keeps: as many of them as the member may read.
import type { LateComments } from '@hoi-truong/shared/comment'
import { useQuery } from '@tanstack/react-query'
import { session } from '../../account/api/session.ts'

export function useLateComments(meetingId: string, enabled: boolean) {
  return useQuery({
    queryKey: ['meeting', meetingId, 'late-comments'],
    queryFn: ({ signal }) =>
      session.request<LateComments>(`/meetings/${encodeURIComponent(meetingId)}/late-comments`, { signal }),
    select: ({ comments }) => comments,
    enabled,
  })
}
