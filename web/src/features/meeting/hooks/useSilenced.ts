// Whether this device gives no sound and picture because its member is counted at a site: two in one hall would howl.
import { openInterval } from '@hoi-truong/shared/attendance'
import { siteNameIn } from '../siteNameIn.ts'
import { useMeetingState } from './useMeetingState.ts'
import { useMediaView, usePlace } from './useRoomPlace.ts'

/** The site's name, or null. */
export function useSilenced(): string | null {
  const { memberId } = usePlace()
  const { meeting, attendance } = useMeetingState()
  const maySpeak = useMediaView((view) => view.mayPublish.length > 0)
  const place = openInterval(attendance, memberId)?.place
  if (maySpeak || place?.kind !== 'site') return null
  return siteNameIn(meeting, place.siteId)
}
