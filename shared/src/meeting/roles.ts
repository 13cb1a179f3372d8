// Who is what in a meeting, read from its state.
import type { Viewer } from '../log/index.ts'
import { type MeetingRole, may } from '../permissions/index.ts'
import type { MeetingState } from './reduce.ts'
import type { RollEntry } from './schema.ts'

/** Of this a member's roles are made; "my meetings" knows no more of a meeting. */
export type Casting = Pick<MeetingState, 'announcedAt' | 'plan' | 'chairId' | 'minutesSecretaryId' | 'roll'>

const findIn = (entries: readonly RollEntry[] | undefined, memberId: string): RollEntry | undefined =>
  entries?.find((entry) => entry.memberId === memberId)

export const findInRoll = ({ roll }: Pick<MeetingState, 'roll'>, memberId: string): RollEntry | undefined =>
  findIn(roll?.members, memberId) ?? findIn(roll?.followers, memberId) ?? findIn(roll?.guests, memberId)

/** The roles of a member in this meeting; none for strangers. A suspended member (bị đình chỉ sinh hoạt) keeps no other role. */
export function meetingRolesOf(state: Casting, memberId: string): MeetingRole[] {
  const { plan, roll } = state
  // Also what was called off before it was announced has never been made known.
  const announced = state.announcedAt !== null
  const entry = findIn(roll?.members, memberId)
  if (!entry) {
    const follower = findIn(roll?.followers, memberId)
    if (follower) return announced ? [follower.status === 'suspended' ? 'suspended' : 'follower'] : []
    return announced && findIn(roll?.guests, memberId) ? ['guest'] : []
  }
  if (entry.status === 'suspended') return announced ? ['suspended'] : []
  const isOrganizer = entry.office === 'branchSecretary' || entry.office === 'deputySecretary'
  const isChair = state.chairId === memberId
  const isCommittee = entry.office !== 'member'
  // A draft is the committee's own business until it is announced.
  if (!announced && !isCommittee && !isChair) return []
  const held: [MeetingRole, boolean][] = [
    ['attendee', true],
    ['chair', isChair],
    ['minutesSecretary', state.minutesSecretaryId === memberId],
    ['organizer', isOrganizer],
    ['committee', isCommittee],
    ['standIn', !isChair && (plan?.standInId === memberId || entry.office === 'deputySecretary')],
    ['operator', plan?.sites.some(({ operatorId }) => operatorId === memberId) ?? false],
  ]
  return held.filter(([, holds]) => holds).map(([role]) => role)
}

/**
 * What somebody may read of a meeting's stream. The bureau is chair, minutes secretary and the branch's committee, who decide on
 * notices of absence.
 */
export function meetingViewer(state: Casting, memberId: string): Viewer {
  return { memberId, bureau: may(meetingRolesOf(state, memberId), 'attendance.seeReasons') }
}
