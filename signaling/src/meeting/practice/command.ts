// A practice meeting (buổi tập): the room, the desk and the roll call with invented people, for one person, in no statistics.
import type { CommentEvent } from '@hoi-truong/shared/comment'
import { AppError } from '@hoi-truong/shared/errors'
import type { BranchType } from '@hoi-truong/shared/organization'
import type { RuleSet } from '@hoi-truong/shared/rules'
import { attendanceEvent } from '../../attendance/attendanceEvent.ts'
import type { Sql } from '../../database/client.ts'
import { type CommandContext, defineCommand } from '../../log/commandDefinition.ts'
import { derivedId } from '../../log/derivedId.ts'
import { RequestLimits } from '../../ops/requestLimits.ts'
import { readBranchType, readRoll, readRuleSet } from '../../organization/facts.ts'
import { meetingEvent } from '../meetingEvent.ts'
import { type Invention, inventMeeting, type Practitioner, remark } from './invented.ts'

/** A few in a row for whoever learns by doing it again, and no flood of streams. */
const BURST = 5
const SECONDS_A_MEETING = 300

interface Facts {
  branch: { organizationId: string; name: string; branchType: BranchType }
  rules: RuleSet
  practitioner: Practitioner
}

type Context = CommandContext<'meeting', 'meeting.startPractice'>

async function readFacts(sql: Sql, { payload: { organizationId }, actor, at }: Context): Promise<Facts | null> {
  if (actor.kind !== 'member') return null
  const roll = await readRoll(sql, organizationId, at)
  const own = roll?.members.find(({ memberId }) => memberId === actor.memberId)
  if (!roll || !own) return null
  const { memberId, name, title } = own
  return {
    branch: {
      organizationId,
      name: roll.organizationName,
      branchType: (await readBranchType(sql, organizationId, at)) ?? 'other',
    },
    rules: await readRuleSet(sql, organizationId, at),
    practitioner: { memberId, name, title },
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
    limits: new RequestLimits({ burst: BURST, perSecond: 1 / SECONDS_A_MEETING }),
    creates: ({ organizationId }) => organizationId,
    gather: readFacts,
    decide: ({ streamId, state, at }, { facts }) => {
      if (state.everyone.meeting.plan) throw new AppError('MEETING_EXISTS')
      // Who is no member there has no branch to practise for.
      if (!facts) throw new AppError('MEMBER_NOT_HERE')
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
