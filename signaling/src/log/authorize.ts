// The permission table applied: which roles an actor has for a command's stream, and the refusal in the clearest words.
import { AppError } from '@hoi-truong/shared/errors'
import { meetingRolesOf } from '@hoi-truong/shared/meeting'
import { type Action, type Grantee, type HeldRole, may, mayWith, rowOf } from '@hoi-truong/shared/permissions'
import type { Actor, StateOfKind } from './commandDefinition.ts'

/** @throws AppError FORBIDDEN, or a refusal that says more */
export function requireRole(roles: readonly HeldRole[], action: Action): void {
  if (!mayWith(roles, action)) throw new AppError('FORBIDDEN')
}

/** @throws AppError MEETING_NOT_MEMBER, MEETING_NOT_CHAIR or FORBIDDEN */
export function requireMeetingRole(
  meeting: StateOfKind['meeting']['everyone']['meeting'],
  actor: Actor,
  action: Action,
): void {
  const roles: readonly Grantee[] = actor.kind === 'server' ? ['server'] : meetingRolesOf(meeting, actor.memberId)
  if (may(roles, action)) return
  if (roles.length === 0) throw new AppError('MEETING_NOT_MEMBER')
  const grantees = Object.keys(rowOf(action))
  throw new AppError(grantees.length === 1 && grantees[0] === 'chair' ? 'MEETING_NOT_CHAIR' : 'FORBIDDEN')
}
