// Comments' events as drafts.
import type { CommentEvent } from '@hoi-truong/shared/comment'
import type { Audience } from '@hoi-truong/shared/log'

type EventOf<T extends CommentEvent['type']> = Extract<CommentEvent, { type: T }>

export const commentEvent = <T extends CommentEvent['type']>(
  type: T,
  payload: EventOf<T>['payload'],
  audience: Audience = 'everyone',
): EventOf<T> => ({ type, version: 1, audience, payload }) as EventOf<T>
