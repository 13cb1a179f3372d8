// What is read of comments beside the meeting's own stream: those that came late, which the branch keeps.
import type { CommentsState } from '@hoi-truong/shared/comment'
import { AppError } from '@hoi-truong/shared/errors'
import { meetingRolesOf } from '@hoi-truong/shared/meeting'
import { may, mayWith } from '@hoi-truong/shared/permissions'
import type { Database, Sql } from '../database/client.ts'
import type { StateOfKind } from '../log/commandDefinition.ts'
import { asMeeting, type StreamCache } from '../log/streamCache.ts'
import { organizationRoles } from '../organization/facts.ts'

export async function isKeptLate(sql: Sql, meetingId: string, commentId: string): Promise<boolean> {
  const rows = await sql.$queryRaw<unknown[]>`
    select 1 from comment where meeting_id = ${meetingId}::uuid and comment_id = ${commentId}::uuid and late`
  return rows.length > 0
}

/** All of them for the branch's committee, their own for everybody else who may read the meeting. @throws AppError */
export async function readLateComments(
  database: Database,
  cache: StreamCache,
  memberId: string,
  meetingId: string,
): Promise<CommentsState> {
  const { meeting } = asMeeting(await cache.read(database, meetingId)).state.everyone
  const roles = meetingRolesOf(meeting, memberId)
  if (roles.length === 0) throw new AppError('MEETING_NOT_MEMBER')
  if (!may(roles, 'meeting.view')) throw new AppError('FORBIDDEN')
  if (!meeting.plan || meeting.practice) return []
  const { organizationId } = meeting.plan
  const branch = await cache.read(database, organizationId)
  const { bureau, members } = branch.state as StateOfKind['organization']
  const inBranch = await organizationRoles(database, memberId, organizationId)
  const late = mayWith(inBranch, 'organization.seeReasons')
    ? bureau.lateComments
    : (members[memberId]?.lateComments ?? [])
  return late.filter((comment) => comment.meetingId === meetingId)
}
