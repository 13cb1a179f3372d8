// The code of a site, for whoever runs it to show.
import { AppError } from '@hoi-truong/shared/errors'
import { meetingRolesOf } from '@hoi-truong/shared/meeting'
import { may } from '@hoi-truong/shared/permissions'
import type { SiteCodeReply } from '@hoi-truong/shared/protocol'
import type { Database } from '../database/client.ts'
import { readNow } from '../log/queries.ts'
import { asMeeting, type StreamCache } from '../log/streamCache.ts'
import { requireUnderWay } from '../meeting/course.ts'
import type { SiteCodes } from './SiteCodes.ts'
import { assertRuns, siteOf } from './sites.ts'

interface Parts {
  database: Database
  cache: StreamCache
  siteCodes: SiteCodes
}

/** @throws AppError MEETING_NOT_MEMBER, FORBIDDEN, ATTENDANCE_SITE_UNKNOWN, ATTENDANCE_SITE_NOT_YOURS, MEETING_CLOSED and the like */
export async function showSiteCode(
  { database, cache, siteCodes }: Parts,
  memberId: string,
  { meetingId, siteId }: { meetingId: string; siteId: string },
): Promise<SiteCodeReply> {
  const { meeting } = asMeeting(await cache.read(database, meetingId)).state.everyone
  const roles = meetingRolesOf(meeting, memberId)
  if (roles.length === 0) throw new AppError('MEETING_NOT_MEMBER')
  if (!may(roles, 'attendance.showSiteCode')) throw new AppError('FORBIDDEN')
  assertRuns(meeting, memberId, siteOf(meeting, siteId))
  requireUnderWay(meeting)
  return siteCodes.current(meetingId, siteId, await readNow(database))
}
