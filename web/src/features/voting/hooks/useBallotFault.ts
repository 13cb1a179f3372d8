// Whether this member may answer the poll from here, and if not, why.
import type { CastingRefusal, Poll } from '@hoi-truong/shared/voting'
import { useMeeting } from '../../meeting/hooks/useMeeting.ts'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import { ballotFault } from '../ballotFault.ts'

/** @param where `inRoom`: this page enters the room by itself, also after a break */
export function useBallotFault(
  poll: Poll,
  coveredAt: string | null,
  { inRoom }: { inRoom: boolean },
): CastingRefusal | null {
  const { memberId } = useMeeting()
  const state = useMeetingState()
  const fault = ballotFault(state, poll, memberId, coveredAt)
  // Between coming back and being seen to be there nobody is to lose what they have chosen; a vote waits until then.
  const arriving = inRoom && fault?.code === 'VOTE_NOT_PRESENT' && state.meeting.plan?.form !== 'inPerson'
  return arriving ? null : fault
}
