// Who may ask for the floor, and act on it, for whom.
import { openInterval } from '@hoi-truong/shared/attendance'
import { AppError } from '@hoi-truong/shared/errors'
import type { Actor, StateOfKind } from '../log/commandDefinition.ts'

export type Everyone = StateOfKind['meeting']['everyone']

/** Hands and speeches are a member's; signaling itself gives `floor.recordSpeech` only. @throws AppError FORBIDDEN */
export function memberOf(actor: Actor): string {
  if (actor.kind !== 'member') throw new AppError('FORBIDDEN')
  return actor.memberId
}

/** Whether this member runs the site at which that one sits now. */
export function runsSiteOf({ meeting, attendance }: Everyone, operatorId: string, memberId: string): boolean {
  const place = openInterval(attendance, memberId)?.place
  if (place?.kind !== 'site') return false
  return meeting.plan?.sites.find(({ siteId }) => siteId === place.siteId)?.operatorId === operatorId
}

/** At a site or at an own device. @throws AppError FLOOR_NOT_PRESENT */
export function assertPresent({ attendance }: Everyone, memberId: string): void {
  if (!openInterval(attendance, memberId)) throw new AppError('FLOOR_NOT_PRESENT')
}
