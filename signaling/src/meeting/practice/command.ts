// A practice meeting (buổi tập): the room, the desk and the roll call with invented people, for one person, in no statistics.
import type { CommentEvent } from '@hoi-truong/shared/comment'
import { AppError } from '@hoi-truong/shared/errors'
import type { BranchType } from '@hoi-truong/shared/organization'
import type { RuleSet } from '@hoi-truong/shared/rules'
import { attendanceEvent } from '../../attendance/attendanceEvent.ts'
import type { Sql } from '../../database/client.ts'
import { type CommandContext, defineCommand } from '../../log/commandDefinition.ts'
import { derivedId } from '../../log/derivedId.ts'
import { readBranchType, readRoll, readRuleSet } from '../../organization/facts.ts'
import { meetingEvent } from '../meetingEvent.ts'
import { type Invention, inventMeeting, type Practitioner, remark } from './invented.ts'

/** Enough for whoever learns by doing it again, and no flood of streams. */
const MOST_AN_HOUR = 5
const HOUR_SECONDS = 3600

interface Facts {
  branch: { organizationId: string; name: string; branchType: BranchType }
  rules: RuleSet
  practitioner: Practitioner
  /** How many they have begun in the last hour. */
  lately: number
}

type Context = CommandContext<'meeting', 'meeting.startPractice'>

async function countLately(sql: Sql, memberId: string, at: string): Promise<number> {
  const rows = await sql.$queryRaw<{ count: number }[]>`
    select count(*)::integer as count from meeting m join attendance own on own.meeting_id = m.id and own.member_id = ${memberId}::uuid
    where m.practice and m.announced_at > ${at}::timestamptz - interval '1 hour'`
  return rows[0]?.count ?? 0
}

async function readFacts(sql: Sql, { payload: { organizationId }, actor, at }: Context): Promise<Facts | null> {
  if (actor.kind !== 'member') return null
  const roll = await readRoll(sql, organizationId, at)
  const own = roll?.members.find(({ memberId }) => memberId === actor.memberId)
  const branchType = await readBranchType(sql, organizationId, at)
  if (!roll || !own || !branchType) return null
  const { memberId, name, title } = own
  return {
    branch: { organizationId, name: roll.organizationName, branchType },
    rules: await readRuleSet(sql, organizationId, at),
    practitioner: { memberId, name, title },
    lately: await countLately(sql, memberId, at),
  }
}

const absences = (meetingId: string, absent: Invention['absent']) =>
  absent.flatMap(({ memberId, reason }) => [
    attendanceEvent('attendance.absenceAnnounced', { memberId, meetingId }),
    attendanceEvent('attendance.absenceReported', { memberId, meetingId, reason, late: false }, 'bureau'),
  ])

/** One of those who cannot come has written before the meeting. */
function firstComment(meetingId: string, [author]: Invention['absent']): CommentEvent[] {
  if (!author) return []
  const commentId = derivedId(`practice ${meetingId} comment`)
  const { memberId } = author
  return [
    {
      type: 'comment.posted',
      version: 1,
      audience: 'everyone',
      payload: {
        commentId,
        meetingId,
        memberId,
        subject: { kind: 'meeting' },
        text: remark,
        when: 'before',
        fromAbsent: false,
      },
    },
  ]
}

export const practiceCommandDefinitions = [
  defineCommand<'meeting', 'meeting.startPractice', Facts | null>({
    type: 'meeting.startPractice',
    stream: 'meeting',
    action: 'meeting.startPractice',
    timing: 'deferrable',
    creates: ({ organizationId }) => organizationId,
    gather: readFacts,
    decide: ({ streamId, state, at }, { facts }) => {
      if (state.everyone.meeting.plan) throw new AppError('MEETING_EXISTS')
      // Who is no member there has no branch to practise for.
      if (!facts) throw new AppError('MEMBER_NOT_HERE')
      if (facts.lately >= MOST_AN_HOUR) throw new AppError('TOO_MANY_REQUESTS', { seconds: HOUR_SECONDS })
      const { plan, roll, answered, absent } = inventMeeting(streamId, at, facts.branch, facts.practitioner)
      return {
        events: [
          meetingEvent('meeting.practiceStarted', { plan, roll, rules: facts.rules }),
          ...answered.map((memberId) => attendanceEvent('attendance.answered', { memberId })),
          ...absences(streamId, absent),
          ...firstComment(streamId, absent),
        ],
      }
    },
  }),
]
