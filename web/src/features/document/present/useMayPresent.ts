// Whether this member may show a paper to the room now; the server has the last word.
import { hasDevice } from '@hoi-truong/shared/attendance'
import { mayShow } from '@hoi-truong/shared/floor'
import { may } from '@hoi-truong/shared/permissions'
import { useMeeting } from '../../meeting/hooks/useMeeting.ts'
import { useMeetingRoles, useMeetingState } from '../../meeting/hooks/useMeetingState.ts'

export function useMayPresent(): boolean {
  const { memberId } = useMeeting()
  const state = useMeetingState()
  const { status } = state.meeting
  const isUnderWay = status === 'announced' || status === 'open'
  const entitled = may(useMeetingRoles(), 'document.present') && hasDevice(state.attendance, memberId)
  return isUnderWay && entitled && mayShow(state, memberId)
}
