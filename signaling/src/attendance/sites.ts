// Commands of the roll call at a site (điểm cầu): whoever runs it ticks people, or each shows by the site's code to be there.
import { isAtSite, rulesOf } from '@hoi-truong/shared/attendance'
import { AppError } from '@hoi-truong/shared/errors'
import { findInRoll, type MeetingState, meetingRolesOf, type Site } from '@hoi-truong/shared/meeting'
import { type Actor, defineCommand } from '../log/commandDefinition.ts'
import { requireUnderWay } from '../meeting/course.ts'
import { fromSite, toSite } from './attendanceEvent.ts'
import type { SiteCodes } from './SiteCodes.ts'
import { assertMayBePresent, assertNotShownOut } from './shownOut.ts'

/** @throws AppError ATTENDANCE_SITE_UNKNOWN */
export function siteOf({ plan }: MeetingState, siteId: string): Site {
  const site = plan?.sites.find((candidate) => candidate.siteId === siteId)
  if (!site) throw new AppError('ATTENDANCE_SITE_UNKNOWN')
  return site
}

/** An operator runs the own site; the chair and the minutes secretary run all. @throws AppError ATTENDANCE_SITE_NOT_YOURS */
export function assertRuns(meeting: MeetingState, memberId: string, { operatorId }: Site): void {
  const roles = meetingRolesOf(meeting, memberId)
  if (operatorId !== memberId && !roles.includes('chair') && !roles.includes('minutesSecretary'))
    throw new AppError('ATTENDANCE_SITE_NOT_YOURS')
}

const MINUTE_MS = 60_000

/** A tick does not lapse by itself: one of a rehearsal days ahead would count at the opening. @throws AppError ATTENDANCE_TOO_EARLY */
function assertBegins({ plan, status, rules }: MeetingState, at: string): void {
  const opensMs = Date.parse(plan?.plannedStart ?? at) - rulesOf({ rules }).siteOpensMinutesBefore * MINUTE_MS
  if (status === 'announced' && Date.parse(at) < opensMs) throw new AppError('ATTENDANCE_TOO_EARLY')
}

function assertTicks(meeting: MeetingState, actor: Actor, siteId: string): void {
  requireUnderWay(meeting)
  const site = siteOf(meeting, siteId)
  if (actor.kind === 'member') assertRuns(meeting, actor.memberId, site)
}

/** @throws AppError ATTENDANCE_NOT_ON_ROLL, ATTENDANCE_SUSPENDED */
export function assertOnRoll(meeting: MeetingState, memberId: string): void {
  const entry = findInRoll(meeting, memberId)
  if (!entry) throw new AppError('ATTENDANCE_NOT_ON_ROLL')
  if (entry.status === 'suspended') throw new AppError('ATTENDANCE_SUSPENDED')
}

export const siteCommandDefinitions = (codes: SiteCodes) => [
  defineCommand<'meeting', 'attendance.checkInAtSite'>({
    type: 'attendance.checkInAtSite',
    stream: 'meeting',
    action: 'attendance.checkInAtSite',
    timing: 'live',
    decide: ({ state, actor, payload: { siteId, memberIds }, at }) => {
      const { meeting, attendance } = state.everyone
      assertTicks(meeting, actor, siteId)
      assertBegins(meeting, at)
      for (const memberId of memberIds) {
        assertOnRoll(meeting, memberId)
        assertMayBePresent(attendance, memberId)
      }
      return {
        events: [...new Set(memberIds)].flatMap((memberId) =>
          toSite(attendance, { memberId, siteId, way: 'operator', at }),
        ),
      }
    },
  }),

  defineCommand<'meeting', 'attendance.checkOutAtSite'>({
    type: 'attendance.checkOutAtSite',
    stream: 'meeting',
    action: 'attendance.checkOutAtSite',
    timing: 'live',
    decide: ({ state, actor, payload: { siteId, memberIds }, at }) => {
      const { meeting, attendance } = state.everyone
      assertTicks(meeting, actor, siteId)
      return {
        events: [...new Set(memberIds)]
          .filter((memberId) => isAtSite(attendance, memberId, siteId))
          .flatMap((memberId) => fromSite(attendance, memberId, at)),
      }
    },
  }),

  defineCommand<'meeting', 'attendance.checkInByCode'>({
    type: 'attendance.checkInByCode',
    stream: 'meeting',
    action: 'attendance.checkInByCode',
    timing: 'live',
    limits: codes.limits,
    decide: ({ streamId, state, actor, payload: { siteId, code }, at }) => {
      const { meeting, attendance } = state.everyone
      if (actor.kind !== 'member') throw new AppError('FORBIDDEN')
      requireUnderWay(meeting)
      siteOf(meeting, siteId)
      assertBegins(meeting, at)
      assertNotShownOut(attendance, actor.memberId)
      if (!codes.holds(streamId, siteId, code, at)) throw new AppError('ATTENDANCE_CODE_WRONG')
      return { events: toSite(attendance, { memberId: actor.memberId, siteId, way: 'code', at }) }
    },
  }),
]
