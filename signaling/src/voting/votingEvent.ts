// Voting's events as drafts.
import type { VotingEvent } from '@hoi-truong/shared/voting'

type Type = VotingEvent['type']
type EventOf<T extends Type> = Extract<VotingEvent, { type: T }>

/** The result is the bureau's until it is announced. */
export const votingEvent = <T extends Type>(type: T, payload: EventOf<T>['payload']): EventOf<T> =>
  ({ type, version: 1, audience: type === 'voting.tallied' ? 'bureau' : 'everyone', payload }) as EventOf<T>
