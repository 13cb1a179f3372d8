// Who may vote in an open poll from an own device, now (DOMAIN 2.4). The server refuses by it, the web app shows by it.
import { openInterval, type Whereabouts } from '../attendance/reduce.ts'
import type { ErrorCode } from '../errors/codes.ts'
import type { MeetingState } from '../meeting/reduce.ts'
import type { Poll } from './reduce.ts'

export interface CastingRefusal {
  code: ErrorCode
  /** Where the member is counted, when that is why. */
  siteId: string | null
}

interface Where {
  meeting: Pick<MeetingState, 'plan' | 'roll'>
  attendance: Whereabouts
}

const refusal = (code: ErrorCode, siteId: string | null = null): CastingRefusal => ({ code, siteId })

/** Whoever is not in the electorate: dự bị hears why, others that they do not vote on this. */
export function electorateFault(
  { roll }: Pick<MeetingState, 'roll'>,
  { frozen }: Pick<Poll, 'frozen'>,
  memberId: string,
): ErrorCode | null {
  if (frozen?.electorate.includes(memberId)) return null
  const entry = roll?.members.find((one) => one.memberId === memberId)
  return entry?.category === 'probationary' ? 'VOTE_PROBATIONARY' : 'VOTE_NOT_ELIGIBLE'
}

/** @param coveredAt the site whose hands count this member, as entered */
export function castingFault(
  { meeting, attendance }: Where,
  poll: Pick<Poll, 'frozen'>,
  memberId: string,
  coveredAt: string | null,
): CastingRefusal | null {
  const notEligible = electorateFault(meeting, poll, memberId)
  if (notEligible) return refusal(notEligible)
  const place = openInterval(attendance, memberId)?.place
  if (place?.kind === 'site') return refusal('VOTE_AT_SITE', place.siteId)
  if (poll.frozen?.inPersonOnly) return refusal('VOTE_IN_PERSON_ONLY')
  // At an own device of a meeting without an authorised online form people only follow (DOMAIN 2.3).
  if (!place || meeting.plan?.form === 'inPerson') return refusal('VOTE_NOT_PRESENT')
  return coveredAt === null ? null : refusal('VOTE_COUNTED_AT_SITE', coveredAt)
}
