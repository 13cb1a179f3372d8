// A site (điểm cầu) is one device with a projector and many members before it: one voice and one picture (DESIGN 3).
import type { MeetingState } from '../meeting/index.ts'
import { type AttendanceState, isAtSite, openInterval } from './reduce.ts'

type Officers = Pick<MeetingState, 'plan' | 'chairId' | 'minutesSecretaryId'>

/**
 * Whether this member, counted at a site, runs the device that speaks for it: the operator; where none is named, or who is named is not
 * there, the chair who sits there, else the minutes secretary. Everybody else's own device beside it is silent, or the hall would howl.
 */
export function speaksForSite(meeting: Officers, attendance: AttendanceState, memberId: string): boolean {
  const place = openInterval(attendance, memberId)?.place
  if (place?.kind !== 'site') return false
  const { siteId } = place
  const site = meeting.plan?.sites.find((candidate) => candidate.siteId === siteId)
  if (!site) return false
  // Absent, gone or shown out: the plan cannot be changed any more, and whoever leads must be heard.
  if (site.operatorId !== null && isAtSite(attendance, site.operatorId, siteId)) return site.operatorId === memberId
  const officers = [meeting.chairId, meeting.minutesSecretaryId]
  return officers.find((officer) => officer !== null && isAtSite(attendance, officer, siteId)) === memberId
}

/** Counted at a site where another device speaks: this one sends nothing. */
export const isSilentCompanion = (meeting: Officers, attendance: AttendanceState, memberId: string): boolean =>
  isAtSite(attendance, memberId) && !speaksForSite(meeting, attendance, memberId)
