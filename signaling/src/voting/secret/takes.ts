// Who may take a ballot of a secret poll on devices, now (DESIGN 6).
import { openInterval } from '@hoi-truong/shared/attendance'
import { AppError } from '@hoi-truong/shared/errors'
import { electorateFault, type Poll } from '@hoi-truong/shared/voting'
import type { Everyone } from '../pollRules.ts'

/** @throws AppError POLL_UNKNOWN, POLL_NOT_OPEN, POLL_CLOSED, POLL_METHOD_BARRED, VOTE_NOT_ELIGIBLE, VOTE_PROBATIONARY, VOTE_NOT_PRESENT */
export function assertTakes({ meeting, attendance }: Everyone, poll: Poll | undefined, memberId: string): void {
  if (!poll) throw new AppError('POLL_UNKNOWN')
  if (poll.question.method !== 'electronic') throw new AppError('POLL_METHOD_BARRED')
  if (poll.stage === 'prepared') throw new AppError('POLL_NOT_OPEN')
  if (poll.stage !== 'open') throw new AppError('POLL_CLOSED')
  const notEligible = electorateFault(meeting, poll, memberId)
  if (notEligible) throw new AppError(notEligible)
  // Whoever sits at a site votes on an own device too: there is no hand to be raised. Only following from afar is no presence.
  const place = openInterval(attendance, memberId)?.place
  if (!place || (place.kind !== 'site' && meeting.plan?.form === 'inPerson')) throw new AppError('VOTE_NOT_PRESENT')
}
