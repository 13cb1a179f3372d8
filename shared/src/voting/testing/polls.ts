// Polls and a running evening for the tests of the rules of votes.
import type { AttendanceState } from '../../attendance/index.ts'
import type { MeetingState, RollEntry } from '../../meeting/index.ts'
import { defaultRuleSet, type Threshold, type VotingBase } from '../../rules/index.ts'
import * as evening from '../../testing/sampleEvening.ts'
import {
  isInPersonOnlyPoll,
  type Poll,
  type PollMatter,
  type PollMethod,
  type PollQuestion,
  type PollStage,
} from '../index.ts'

/** A uuid whose last digits tell it apart. */
export const idOf = (number: number): string => `7b0e6f34-2a4d-4c8a-9a55-${String(number).padStart(12, '0')}`

export const optionsOf = (count: number): PollQuestion['options'] =>
  Array.from({ length: count }, (_, index) => ({ optionId: idOf(900 + index), label: `Phương án ${index + 1}` }))

/** Of each matter the way that the default rules have it taken, where they leave a choice on paper. */
const methodOf = (matter: PollMatter): PollMethod =>
  defaultRuleSet.voting.matters[matter].ballot === 'open' ? 'open' : 'paper'

export function questionOf(matter: PollMatter, more: Partial<PollQuestion> = {}): PollQuestion {
  const method = more.method ?? methodOf(matter)
  const manyOptions = matter === 'election' || matter === 'opinion'
  return {
    pollId: idOf(1),
    itemId: null,
    matter,
    method,
    title: 'Thông qua nghị quyết tháng 11',
    options: manyOptions ? optionsOf(5) : [],
    maxChoices: matter === 'election' ? 3 : 1,
    showTallies: false,
    tellerIds: method === 'paper' ? ['dv13', 'dv12'] : [],
    repeats: null,
    ...more,
  }
}

export const baseOf = (base: number): VotingBase => ({ official: base, deductions: [], base })

export const thresholdOf = (matter: PollMatter): Threshold | null => defaultRuleSet.voting.matters[matter].threshold

export const numbered = (count: number): string[] => Array.from({ length: count }, (_, index) => `m${index + 1}`)

export function pollOf(question: PollQuestion, electorate: string[] = [], stage: PollStage = 'open'): Poll {
  const frozen = {
    threshold: thresholdOf(question.matter),
    base: baseOf(electorate.length),
    electorate,
    inPersonOnly: isInPersonOnlyPoll(question, { items: [] }, defaultRuleSet),
    publicKey: null,
  }
  return {
    question,
    revision: 1,
    stage,
    frozen: stage === 'prepared' ? null : frozen,
    openedAt: stage === 'prepared' ? null : evening.at('20:40'),
    closedAt: null,
    announcedAt: null,
    reason: null,
    wasCounted: false,
    outcome: null,
  }
}

/** The sample evening while it still runs. */
export const running: MeetingState = { ...evening.meeting, status: 'open', closedAt: null }
export const runningAttendance: AttendanceState = {
  ...evening.attendance,
  overAt: null,
  intervals: Object.fromEntries(
    Object.entries(evening.attendance.intervals).map(([memberId, list]) => [
      memberId,
      list.map((interval) => ({ ...interval, endedAt: null, reason: null })),
    ]),
  ),
}

/** A running meeting of these members, with those named present at their own devices. */
export function gathering(members: RollEntry[], online: string[], rules = defaultRuleSet) {
  const meeting = { ...running, rules, roll: { ...running.roll, members } as MeetingState['roll'] }
  const intervals = Object.fromEntries(online.map((memberId) => [memberId, [evening.online('19:20')]]))
  return { meeting, attendance: { ...runningAttendance, absences: {}, intervals } }
}
