// Whether this member may take the chair now, because the chair's device has been away for longer than the rules wait.
import { hasDevice, rulesOf } from '@hoi-truong/shared/attendance'
import { findInRoll } from '@hoi-truong/shared/meeting'
import { may } from '@hoi-truong/shared/permissions'
import type { MeetingStreamState } from '@hoi-truong/shared/streams'
import { useMeetingRoles, useMeetingState } from './useMeetingState.ts'
import { useServerNow } from './useServerClock.ts'

/** Ms since 1970 since when the chair has been waited for; null while the chair has a device in the room. The server has the last word. */
export function chairGoneSince({ meeting, attendance }: MeetingStreamState['everyone']): number | null {
  const { chairId, openedAt, plan } = meeting
  if (chairId === null || hasDevice(attendance, chairId)) return null
  const ended = (attendance.intervals[chairId] ?? []).flatMap(({ endedAt }) => endedAt ?? [])
  return Math.max(...[openedAt ?? plan?.plannedStart ?? '', ...ended].map((at) => Date.parse(at)))
}

/** The chair's name when this member may take the chair. */
export function useChairGone(): string | null {
  const state = useMeetingState()
  const { meeting } = state
  const roles = useMeetingRoles()
  const underWay = meeting.status === 'open' || meeting.status === 'announced'
  const entitled = underWay && may(roles, 'meeting.takeChair') && !roles.includes('chair')
  const since = entitled ? chairGoneSince(state) : null
  const now = useServerNow(since !== null)
  if (since === null || now - since < rulesOf(meeting).chairGoneSeconds * 1000) return null
  return findInRoll(meeting, meeting.chairId ?? '')?.name ?? ''
}
