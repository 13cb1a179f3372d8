// The floor's events as drafts.
import type { FloorEvent } from '@hoi-truong/shared/floor'

type Type = FloorEvent['type']
type EventOf<T extends Type> = Extract<FloorEvent, { type: T }>

export const floorEvent = <T extends Type>(type: T, payload: EventOf<T>['payload']): EventOf<T> =>
  ({ type, version: 1, audience: 'everyone', payload }) as EventOf<T>
