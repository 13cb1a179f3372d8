// A meeting's events as drafts: everybody in the stream may read all of them.
import type { MeetingEvent } from '@hoi-truong/shared/meeting'

/** Raised when a payload's shape changes; old ones are upcast (shared/src/meeting/upcast.ts). */
const versions: Partial<Record<MeetingEvent['type'], number>> = { 'meeting.opened': 2 }

type EventOf<T extends MeetingEvent['type']> = Extract<MeetingEvent, { type: T }>

export const meetingEvent = <T extends MeetingEvent['type']>(type: T, payload: EventOf<T>['payload']): EventOf<T> =>
  ({ type, version: versions[type] ?? 1, audience: 'everyone', payload }) as EventOf<T>
