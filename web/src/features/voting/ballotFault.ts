// Why this member cannot answer a poll from this device, said before anything is pressed; the server judges by the same rules.
import { openInterval } from '@hoi-truong/shared/attendance'
import type { MeetingStreamState } from '@hoi-truong/shared/streams'
import { type CastingRefusal, castingFault, electorateFault, type Poll } from '@hoi-truong/shared/voting'

type Everyone = Pick<MeetingStreamState['everyone'], 'meeting' | 'attendance'>

/** @param coveredAt the site whose hands count this member, as far as this page knows */
export function ballotFault(
  { meeting, attendance }: Everyone,
  poll: Poll,
  memberId: string,
  coveredAt: string | null,
): CastingRefusal | null {
  if (poll.question.method === 'open') return castingFault({ meeting, attendance }, poll, memberId, coveredAt)
  const code = electorateFault(meeting, poll, memberId)
  if (code) return { code, siteId: null }
  // A secret ballot is cast on a device of one's own, at a site too.
  const place = openInterval(attendance, memberId)?.place
  const present = place && (place.kind === 'site' || meeting.plan?.form !== 'inPerson')
  return present ? null : { code: 'VOTE_NOT_PRESENT', siteId: null }
}
