// Whether this member may answer the poll from here, and if not, why.
import type { CastingRefusal, Poll } from '@hoi-truong/shared/voting'
import { useMeeting } from '../../meeting/hooks/useMeeting.ts'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import { ballotFault } from '../ballotFault.ts'

export function useBallotFault(poll: Poll, coveredAt: string | null): CastingRefusal | null {
  const { memberId } = useMeeting()
  return ballotFault(useMeetingState(), poll, memberId, coveredAt)
}
