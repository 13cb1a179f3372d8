// The rules of a branch's list that its commands share; each refuses in the clearest words.
import { AppError } from '@hoi-truong/shared/errors'
import {
  isInForce,
  type MemberEvent,
  type MemberRecord,
  type MembersState,
  overlaps,
  type Period,
} from '@hoi-truong/shared/organization'

export const memberEvent = <E extends MemberEvent>(type: E['type'], payload: E['payload']) => ({
  type,
  version: 1,
  audience: 'bureau' as const,
  payload,
})

/** @throws AppError MEMBER_UNKNOWN */
export function requireMember(state: MembersState, memberId: string): MemberRecord {
  const member = state.members[memberId]
  if (!member) throw new AppError('MEMBER_UNKNOWN')
  return member
}

/** Somebody of this branch on that day. @throws AppError MEMBER_UNKNOWN, MEMBER_NOT_HERE */
export function requireHere(state: MembersState, memberId: string, day: string): MemberRecord {
  const member = requireMember(state, memberId)
  if (!member.memberships.some((membership) => isInForce(membership, day))) throw new AppError('MEMBER_NOT_HERE')
  return member
}

/** @throws AppError PERIOD_WRONG */
export function requirePeriod({ from, to }: Period): void {
  if (from !== null && to !== null && to < from) throw new AppError('PERIOD_WRONG')
}

/** Of several periods the one that begins on that day. */
export const beginning = <P extends Period>(periods: readonly P[], from: string | null): P | undefined =>
  periods.find((period) => period.from === from)

/** Whether a period, given another end, would run into one of the others. */
export const runsInto = <P extends Period>(periods: readonly P[], meant: P, to: string): boolean =>
  periods.some((other) => other !== meant && overlaps(other, { from: meant.from, to })) &&
  (meant.from === null || to >= meant.from)
