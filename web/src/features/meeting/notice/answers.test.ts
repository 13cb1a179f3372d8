// The lists of answers: nobody stands in two, and who need not come is not waited for.
import { attendancePart } from '@hoi-truong/shared/attendance'
import { type MeetingState, meetingPart, type RollEntry } from '@hoi-truong/shared/meeting'
import { expect, it } from 'vitest'
import { answerOf, answersOf } from './answers.ts'

const person = (memberId: string, change: Partial<RollEntry> = {}): RollEntry => ({
  memberId,
  name: memberId,
  category: 'official',
  status: 'active',
  office: 'member',
  title: null,
  temporary: false,
  ...change,
})
const members = [
  person('comes'),
  person('ill'),
  person('silent'),
  person('exempt', { status: 'exempt' }),
  person('exemptComes', { status: 'exempt' }),
]
const meeting: MeetingState = {
  ...meetingPart.everyone.initial,
  roll: { organizationName: 'Chi bộ', upperName: null, members, followers: [], guests: [] },
}
const attendance = {
  ...attendancePart.everyone.initial,
  answers: { comes: '2026-11-22T01:00:00.000Z', exemptComes: '2026-11-22T01:00:00.000Z' },
  absences: { ill: { at: '2026-11-22T01:00:00.000Z', decision: 'accepted' as const } },
}
const names = (list: { entry: RollEntry }[]) => list.map(({ entry }) => entry.memberId)

it('puts everybody where they belong', () => {
  const notice = { memberId: 'ill', meetingId: 'm', reason: 'Nằm viện', late: false, at: '2026-11-22T01:00:00.000Z' }
  const answers = answersOf(meeting, attendance, [notice])
  expect(answers.expected).toBe(3)
  expect(names(answers.coming)).toEqual(['comes', 'exemptComes'])
  expect(answers.absent).toMatchObject([{ answer: 'absenceAccepted', reason: 'Nằm viện' }])
  expect(names(answers.waiting)).toEqual(['silent'])
})

it('says what one member has answered', () => {
  expect(answerOf(attendance, 'comes')).toBe('attending')
  expect(answerOf(attendance, 'ill')).toBe('absenceAccepted')
  expect(answerOf(attendance, 'silent')).toBe('none')
})
