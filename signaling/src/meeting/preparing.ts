// Commands of the days before a meeting: drafted, revised, announced, or called off.
import { type AttendanceState, membersPresent, openInterval } from '@hoi-truong/shared/attendance'
import { AppError, type ErrorCode } from '@hoi-truong/shared/errors'
import { beforeAnnouncing, type MeetingPlan, type MeetingState } from '@hoi-truong/shared/meeting'
import { type LeaseTable, leaseTables, withoutLeases } from '../attendance/leases.ts'
import { assertNotShownOut } from '../attendance/shownOut.ts'
import { type CommandContext, defineCommand } from '../log/commandDefinition.ts'
import { meetingEvent } from './meetingEvent.ts'
import { gatherSummons, readSummons, type Summons } from './summons.ts'

/** Those with a part in the meeting are summoned to it, and not suspended. @throws AppError MEETING_TIMES_WRONG and others */
function assertSound(plan: MeetingPlan, { roll }: Summons): void {
  if (Date.parse(plan.plannedEnd) <= Date.parse(plan.plannedStart)) throw new AppError('MEETING_TIMES_WRONG')
  const able = new Map(roll.members.map((entry) => [entry.memberId, entry]))
  const officers = [plan.chairId, plan.standInId, plan.minutesSecretaryId].filter((memberId) => memberId !== null)
  const operators = plan.sites.flatMap(({ operatorId }) => operatorId ?? [])
  const presenters = plan.agenda.flatMap(({ presenterId }) => presenterId ?? [])
  const mayServe = (memberId: string) => (able.get(memberId)?.status ?? 'suspended') !== 'suspended'
  // Who leads a meeting of the branch is an official member of it (DOMAIN 2.2, 2.4).
  const leaders = [plan.chairId, plan.standInId].filter((memberId) => memberId !== null)
  if (!officers.every(mayServe) || leaders.some((memberId) => able.get(memberId)?.category !== 'official'))
    throw new AppError('MEETING_CHAIR_NOT_MEMBER')
  // Guests and followers may present; a site is run by a member.
  const known = new Set([...roll.followers, ...roll.guests].map(({ memberId }) => memberId))
  if (!operators.every(mayServe) || !presenters.every((memberId) => mayServe(memberId) || known.has(memberId)))
    throw new AppError('MEETING_PERSON_NOT_ON_ROLL')
}

/** @throws AppError with the first thing that blocks */
function assertAnnounceable(plan: MeetingPlan, { rules }: Summons, at: string): void {
  const blocking = beforeAnnouncing(plan, rules, at).find(({ blocks }) => blocks)
  if (blocking) throw new AppError(blocking.code as ErrorCode, blocking.params)
}

/** A site with people in it stays: they would be at a place that is none. @throws AppError MEETING_SITE_IN_USE */
function assertSitesKept(plan: MeetingPlan, attendance: AttendanceState): void {
  const kept = new Set(plan.sites.map(({ siteId }) => siteId))
  const inUse = membersPresent(attendance).some((memberId) => {
    const place = openInterval(attendance, memberId)?.place
    return place?.kind === 'site' && !kept.has(place.siteId)
  })
  if (inUse) throw new AppError('MEETING_SITE_IN_USE')
}

/** @throws AppError when the meeting is past its preparation */
function assertNotBegun({ status }: MeetingState): void {
  if (status === 'cancelled' || status === 'notHeld') throw new AppError('MEETING_CANCELLED')
  if (status === 'closed' || status === 'sealed') throw new AppError('MEETING_CLOSED')
  if (status === 'open') throw new AppError('MEETING_ALREADY_OPEN')
}

type PlanCommand = 'meeting.draft' | 'meeting.revise' | 'meeting.announce'
type Context<T extends PlanCommand | 'meeting.cancel' | 'meeting.recordNotHeld'> = CommandContext<'meeting', T>

const calledOff =
  (type: 'meeting.cancelled' | 'meeting.notHeld') =>
  ({ state, payload }: Context<'meeting.cancel' | 'meeting.recordNotHeld'>, { side }: { side: LeaseTable }) => {
    assertNotBegun(state.everyone.meeting)
    return { events: [meetingEvent(type, payload)], side: withoutLeases(side, () => true) }
  }

export const preparingCommandDefinitions = [
  defineCommand<'meeting', 'meeting.draft', Summons | null>({
    type: 'meeting.draft',
    stream: 'meeting',
    action: 'meeting.draft',
    timing: 'deferrable',
    creates: (plan) => plan.organizationId,
    gather: (sql, { payload, at }) => readSummons(sql, payload, at, { mendable: true }),
    decide: ({ state, payload: plan }, { facts: summons }) => {
      if (state.everyone.meeting.plan) throw new AppError('MEETING_EXISTS')
      if (!summons) throw new AppError('NOT_FOUND')
      assertSound(plan, summons)
      return { events: [meetingEvent('meeting.drafted', { plan, ...summons })] }
    },
  }),

  defineCommand<'meeting', 'meeting.revise', Summons | null>({
    type: 'meeting.revise',
    stream: 'meeting',
    action: 'meeting.revise',
    timing: 'deferrable',
    gather: (sql, { payload, state, at }) =>
      state.everyone.meeting.practice
        ? gatherSummons(sql, { state, at })
        : readSummons(sql, payload.plan, at, { mendable: true }),
    decide: ({ state, actor, payload: { plan, basedOn }, at }, { facts: summons }) => {
      const { meeting, attendance } = state.everyone
      // The plan names the chair, who lets people in again: nobody lets themselves in by it.
      if (actor.kind === 'member') assertNotShownOut(attendance, actor.memberId)
      assertNotBegun(meeting)
      if (basedOn !== meeting.revision) throw new AppError('MEETING_PLAN_STALE')
      if (plan.organizationId !== meeting.plan?.organizationId) throw new AppError('MEETING_ORGANIZATION_CHANGED')
      if (!summons) throw new AppError('NOT_FOUND')
      assertSound(plan, summons)
      assertSitesKept(plan, attendance)
      // What was announced must stay fit to be announced.
      if (meeting.status === 'announced') assertAnnounceable(plan, summons, at)
      return { events: [meetingEvent('meeting.planChanged', { plan, ...summons })] }
    },
  }),

  defineCommand<'meeting', 'meeting.announce', Summons | null>({
    type: 'meeting.announce',
    stream: 'meeting',
    action: 'meeting.announce',
    timing: 'deferrable',
    gather: gatherSummons,
    decide: ({ state, payload, at }, { facts: summons }) => {
      const { meeting } = state.everyone
      assertNotBegun(meeting)
      if (meeting.status === 'announced') throw new AppError('MEETING_ALREADY_ANNOUNCED')
      if (payload.basedOn !== meeting.revision) throw new AppError('MEETING_PLAN_STALE')
      if (!summons || !meeting.plan) throw new AppError('MEETING_UNKNOWN')
      assertSound(meeting.plan, summons)
      assertAnnounceable(meeting.plan, summons, at)
      return { events: [meetingEvent('meeting.announced', summons)] }
    },
  }),

  defineCommand<'meeting', 'meeting.cancel', undefined, LeaseTable>({
    type: 'meeting.cancel',
    stream: 'meeting',
    action: 'meeting.cancel',
    timing: 'deferrable',
    side: leaseTables,
    decide: calledOff('meeting.cancelled'),
  }),

  defineCommand<'meeting', 'meeting.recordNotHeld', undefined, LeaseTable>({
    type: 'meeting.recordNotHeld',
    stream: 'meeting',
    action: 'meeting.recordNotHeld',
    timing: 'deferrable',
    side: leaseTables,
    decide: calledOff('meeting.notHeld'),
  }),
]
