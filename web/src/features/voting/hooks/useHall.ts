// Whether this page is what a whole site looks at: then it speaks to all who sit there.
import { speaksForSite } from '@hoi-truong/shared/attendance'
import { useMeeting } from '../../meeting/hooks/useMeeting.ts'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'

export function useHall(): boolean {
  const { memberId } = useMeeting()
  const { meeting, attendance } = useMeetingState()
  return speaksForSite(meeting, attendance, memberId)
}
