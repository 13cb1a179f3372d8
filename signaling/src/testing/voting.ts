// What tests of votes do over and over: the sample's evening with its people in their places, polls prepared, opened, voted in and closed.
import { randomUUID } from 'node:crypto'
import { AppError } from '@hoi-truong/shared/errors'
import type { MeetingPlan } from '@hoi-truong/shared/meeting'
import { findPoll, type Poll, type PollOutcome, type PollQuestion, type Tallies } from '@hoi-truong/shared/voting'
import { asMeeting } from '../log/streamCache.ts'
import { asMember } from './log.ts'
import type { Heard, TestMeeting, TestMeetings } from './meetings.ts'
import { member } from './signaling.ts'

const pad = (number: number): string => `dv${String(number).padStart(2, '0')}`
/** Official members before the projector; the last one runs the site. With them, probationary, dv24. */
export const AT_SITE = Array.from({ length: 15 }, (_, index) => pad(index + 1))
export const OPERATOR = 'dv15'
/** At own devices: two, and an exempt one who came; with them, probationary, dv25. */
export const ONLINE = ['dv16', 'dv17', 'dv22']
/** Runs the other site, at which nobody is. */
export const OTHER_OPERATOR = 'dv03'

interface Way {
  /** The command's id, for repeats. */
  id?: string
  /** Which of the two nodes. */
  node?: 0 | 1
}

export interface TestVoting {
  meeting: TestMeeting
  siteId: string
  otherSiteId: string
  give: (who: string, type: string, payload?: unknown, way?: Way) => Promise<Heard>
  /** What was refused, with what the sentence names. */
  refusal: (who: string, type: string, payload: unknown) => Promise<AppError | null>
  /** By the chair; must go well. */
  prepare: (more?: Partial<PollQuestion>) => Promise<PollQuestion>
  /** Prepared and opened; must go well. */
  begin: (more?: Partial<PollQuestion>) => Promise<PollQuestion>
  open: (pollId: string, basedOn?: number, way?: Way) => Promise<Heard>
  cast: (who: string, pollId: string, choices: string[], way?: Way) => Promise<Heard>
  countHands: (who: string, pollId: string, mayVote: number, tallies: Tallies, siteId?: string) => Promise<Heard>
  close: (pollId: string, leaveOut?: string[], way?: Way) => Promise<Heard>
  poll: (pollId: string) => Promise<Poll>
  /** For the bureau: from the closing on. */
  outcome: (pollId: string) => Promise<PollOutcome>
}

export const questionOf = (more: Partial<PollQuestion> = {}): PollQuestion => ({
  pollId: randomUUID(),
  itemId: null,
  matter: 'resolution',
  method: 'open',
  title: 'Thông qua Nghị quyết tháng 11/2026',
  options: [],
  maxChoices: 1,
  showTallies: false,
  tellerIds: [],
  repeats: null,
  ...more,
})

export const optionsOf = (...labels: string[]): PollQuestion['options'] =>
  labels.map((label) => ({ optionId: randomUUID(), label }))

/** Two sites, the second without anybody; chaired by dv01, who sits before the projector too. */
const votingPlan = (meetings: TestMeetings): Pick<MeetingPlan, 'sites' | 'minutesSecretaryId'> => {
  const [site] = meetings.planWith({}).sites
  return {
    minutesSecretaryId: member('dv14'),
    sites: [
      { siteId: site?.siteId ?? '', name: site?.name ?? '', operatorId: member(OPERATOR) },
      { siteId: randomUUID(), name: 'Nhà văn hóa thôn Giả Định 3', operatorId: member(OTHER_OPERATOR) },
    ],
  }
}

/** Opened, everybody in their places: a base of 21, of whom 18 are there. */
export async function gatherVoters(meetings: TestMeetings, more: Partial<MeetingPlan> = {}): Promise<TestVoting> {
  const meeting = await meetings.announced({ ...votingPlan(meetings), ...more })
  const voting = votingIn(meetings, meeting)
  const { siteId } = voting
  const memberIds = [...AT_SITE, 'dv24'].map(member)
  await must(voting.give(OPERATOR, 'attendance.checkInAtSite', { siteId, memberIds }))
  for (const who of [...ONLINE, 'dv25']) await must(voting.give(who, 'attendance.enter'))
  await must(voting.give('dv01', 'meeting.open'))
  return voting
}

async function must(answer: Promise<Heard>): Promise<void> {
  const heard = await answer
  if (heard !== 'ok') throw new Error(`a step of the test was refused: ${heard}`)
}

function votingIn({ log, clock }: TestMeetings, meeting: TestMeeting): TestVoting {
  const [site, other] = meeting.plan.sites
  const siteId = site?.siteId ?? ''
  const refusedAs = async (who: string, type: string, payload: unknown, { id, node }: Way) => {
    const actor = asMember(member(who), `${who} ${meeting.id}`)
    return log.nodes[node ?? 0].give(actor, type, meeting.id, payload, id ?? randomUUID(), clock.soon()).then(
      () => null,
      (error: unknown) => {
        if (error instanceof AppError) return error
        throw error
      },
    )
  }
  const give: TestVoting['give'] = async (who, type, payload = {}, way = {}) =>
    (await refusedAs(who, type, payload, way))?.code ?? 'ok'
  const open: TestVoting['open'] = (pollId, basedOn = 1, way) => give('dv01', 'voting.open', { pollId, basedOn }, way)
  const prepare: TestVoting['prepare'] = async (more) => {
    const question = questionOf(more)
    await must(give('dv01', 'voting.prepare', { question }))
    return question
  }
  const state = async () => asMeeting(await log.nodes[0].cache.read(log.nodes[0].database, meeting.id)).state
  return {
    meeting,
    siteId,
    otherSiteId: other?.siteId ?? '',
    give,
    refusal: (who, type, payload) => refusedAs(who, type, payload, {}),
    prepare,
    begin: async (more) => {
      const question = await prepare(more)
      await must(open(question.pollId))
      return question
    },
    open,
    cast: (who, pollId, choices, way) => give(who, 'voting.cast', { pollId, choices }, way),
    countHands: (who, pollId, mayVote, tallies, at = siteId) =>
      give(who, 'voting.countHands', { pollId, siteId: at, mayVote, tallies }),
    close: (pollId, leaveOut = [], way) => give('dv01', 'voting.close', { pollId, leaveOut }, way),
    poll: async (pollId) => {
      const poll = findPoll((await state()).everyone.voting, pollId)
      if (!poll) throw new Error('there is no such poll')
      return poll
    },
    outcome: async (pollId) => {
      const outcome = (await state()).bureau.voting[pollId]
      if (!outcome) throw new Error('there is no result of this poll')
      return outcome
    },
  }
}
