// Whether this device stands before a whole site (điểm cầu), and which.
import { openInterval, speaksForSite } from '@hoi-truong/shared/attendance'
import type { Site } from '@hoi-truong/shared/meeting'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import { usePlace } from '../../meeting/hooks/useRoomPlace.ts'

export function useSiteDevice(): Site | null {
  const { memberId } = usePlace()
  const { meeting, attendance } = useMeetingState()
  if (!speaksForSite(meeting, attendance, memberId)) return null
  const place = openInterval(attendance, memberId)?.place
  return meeting.plan?.sites.find(({ siteId }) => place?.kind === 'site' && place.siteId === siteId) ?? null
}
