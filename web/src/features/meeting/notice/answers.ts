// Who has answered what to the notice, as far as whoever looks may read it.
import type { AttendanceState, NoticesState } from '@hoi-truong/shared/attendance'
import { rulesOf } from '@hoi-truong/shared/attendance'
import type { MeetingState, RollEntry } from '@hoi-truong/shared/meeting'
import type { InvitationAnswer } from '@hoi-truong/shared/protocol'
import { isInRate } from '@hoi-truong/shared/rules'

export interface Answer {
  entry: RollEntry
  answer: InvitationAnswer
  /** For those who may read it. */
  reason: string | null
}

const decided = { pending: 'absencePending', accepted: 'absenceAccepted', refused: 'absenceRefused' } as const

export function answerOf({ absences, answers }: AttendanceState, memberId: string): InvitationAnswer {
  const absence = absences[memberId]
  if (absence) return decided[absence.decision]
  return answers[memberId] === undefined ? 'none' : 'attending'
}

export interface Answers {
  /** Phải dự. */
  expected: number
  coming: Answer[]
  absent: Answer[]
  /** Of those expected. */
  waiting: Answer[]
}

/** Exempt members and others outside the rate are listed only when they have answered. */
export function answersOf(meeting: MeetingState, attendance: AttendanceState, notices: NoticesState): Answers {
  const rules = rulesOf(meeting)
  const members = meeting.roll?.members ?? []
  const all = members.map((entry): Answer => {
    const { memberId } = entry
    const reason = notices.findLast((notice) => notice.memberId === memberId)?.reason ?? null
    return { entry, answer: answerOf(attendance, memberId), reason }
  })
  const expected = (entry: RollEntry): boolean => isInRate(rules, entry)
  return {
    expected: members.filter(expected).length,
    coming: all.filter(({ answer }) => answer === 'attending'),
    absent: all.filter(({ answer }) => answer !== 'attending' && answer !== 'none'),
    waiting: all.filter(({ answer, entry }) => answer === 'none' && expected(entry)),
  }
}
