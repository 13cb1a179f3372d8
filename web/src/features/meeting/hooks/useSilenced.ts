// Whether this device gives no sound and picture because its member is counted at a site where another speaks: two would howl.
import { isSilentCompanion, openInterval } from '@hoi-truong/shared/attendance'
import { siteNameIn } from '../siteNameIn.ts'
import { useMeetingState } from './useMeetingState.ts'
import { usePlace } from './useRoomPlace.ts'

/** The site's name, or null. */
export function useSilenced(): string | null {
  const { memberId } = usePlace()
  const { meeting, attendance } = useMeetingState()
  const place = openInterval(attendance, memberId)?.place
  if (place?.kind !== 'site' || !isSilentCompanion(meeting, attendance, memberId)) return null
  return siteNameIn(meeting, place.siteId)
}
