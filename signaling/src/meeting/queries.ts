// "My meetings": the meetings on whose roll a member stands, the next and newest first.
import { type MeetingPlan, meetingRolesOf, type RollEntry } from '@hoi-truong/shared/meeting'
import type { InvitationAnswer, MeetingSummary } from '@hoi-truong/shared/protocol'
import type { Database } from '../database/client.ts'

const MOST_MEETINGS = 50

type SummaryRow = Pick<
  MeetingSummary,
  'kind' | 'form' | 'month' | 'status' | 'place' | 'reason' | 'organizationId' | 'organizationName'
> & {
  id: string
  plannedStart: Date
  plannedEnd: Date
  announcedAt: Date | null
  openedAt: Date | null
  closedAt: Date | null
  practice: boolean
  chairId: string
  minutesSecretaryId: string | null
  chairName: string | null
  plan: MeetingPlan
  present: number
  expected: number
  follower: boolean
  guest: boolean
  answered: boolean
  decision: 'pending' | 'accepted' | 'refused' | null
  own: RollEntry
}

/** Drafts are the committee's: they come only for those who have a role in them. */
export async function listMeetings(database: Database, memberId: string): Promise<MeetingSummary[]> {
  const rows = await database.$queryRaw<SummaryRow[]>`
    select m.id, m.organization_id as "organizationId", m.organization_name as "organizationName", m.kind, m.form, m.month,
      m.status, m.place, m.reason, m.plan, m.planned_start as "plannedStart", m.planned_end as "plannedEnd",
      m.announced_at as "announcedAt", m.opened_at as "openedAt", m.closed_at as "closedAt", m.practice, m.chair_id as "chairId",
      m.minutes_secretary_id as "minutesSecretaryId", m.present_count as present, m.expected_count as expected,
      chair.name as "chairName", own.follower, own.guest, own.answered_at is not null as answered,
      own.absence_decision as decision,
      jsonb_build_object('memberId', own.member_id, 'name', own.name, 'category', own.category, 'status', own.status,
        'office', own.office, 'title', own.title, 'temporary', own.temporary) as own
    from attendance own
    join meeting m on m.id = own.meeting_id
    left join attendance chair on chair.meeting_id = m.id and chair.member_id = m.chair_id
    cross join lateral (select m.status in ('draft', 'announced', 'open') as ahead) as way
    where own.member_id = ${memberId}::uuid and own.status <> 'suspended' and own.position >= 0
      and (m.announced_at is not null or own.office <> 'member' or m.chair_id = own.member_id)
      and (not m.practice or m.announced_at > log_clock() - interval '1 day')
    order by not way.ahead, case when way.ahead then extract(epoch from m.planned_start)
      else -extract(epoch from m.planned_start) end
    limit ${MOST_MEETINGS}`
  return rows.map((row) => summaryOf(row, memberId)).filter(({ roles }) => roles.length > 0)
}

function summaryOf(row: SummaryRow, memberId: string): MeetingSummary {
  return {
    meetingId: row.id,
    organizationId: row.organizationId,
    organizationName: row.organizationName,
    kind: row.kind,
    form: row.form,
    month: row.month,
    status: row.status,
    plannedStart: row.plannedStart.toISOString(),
    plannedEnd: row.plannedEnd.toISOString(),
    place: row.place,
    openedAt: row.openedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    reason: row.reason,
    practice: row.practice,
    chairName: row.chairName ?? '',
    presentCount: row.present,
    expectedCount: row.expected,
    roles: rolesOf(row, memberId),
    // Meetings from before there were sites have none in their plan.
    sites: (row.plan.sites ?? [])
      .filter(({ operatorId }) => operatorId === memberId)
      .map(({ siteId, name }) => ({ siteId, name })),
    answer: answerOf(row),
  }
}

function rolesOf(row: SummaryRow, memberId: string): MeetingSummary['roles'] {
  const own = [row.own]
  const roll = {
    organizationName: row.organizationName,
    upperName: null,
    members: row.follower || row.guest ? [] : own,
    followers: row.follower ? own : [],
    guests: row.guest ? own : [],
  }
  const plan = { ...row.plan, sites: row.plan.sites ?? [] }
  return meetingRolesOf({ ...row, announcedAt: row.announcedAt?.toISOString() ?? null, plan, roll }, memberId)
}

const decisions = { pending: 'absencePending', accepted: 'absenceAccepted', refused: 'absenceRefused' } as const

const answerOf = ({ decision, answered }: SummaryRow): InvitationAnswer =>
  decision ? decisions[decision] : answered ? 'attending' : 'none'
