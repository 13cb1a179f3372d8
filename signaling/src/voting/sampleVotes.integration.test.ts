// The sample meeting's votes (DOMAIN 8), given as its people gave them: 17/0/1 of 21 by hands and own devices, 14 of 21 secret ballots on
// paper, which is two thirds and passes while 13 are not. State, record, table and a replay of the log say the same.
import { randomUUID } from 'node:crypto'
import { formatShare } from '@hoi-truong/shared/i18n'
import { isReadable, verifyChain } from '@hoi-truong/shared/log'
import { type MeetingStreamState, meetingReducer } from '@hoi-truong/shared/streams'
import type { PollMatter, PollOutcome, PollQuestion } from '@hoi-truong/shared/voting'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asMeeting } from '../log/streamCache.ts'
import { openTestMeetings, type TestMeetings } from '../testing/meetings.ts'
import { member } from '../testing/signaling.ts'
import { gatherVoters, type TestVoting } from '../testing/voting.ts'

let meetings: TestMeetings
let voting: TestVoting
const asked = new Map<PollMatter, PollQuestion>()

/** As the sample has it prepared. */
async function begin(matter: PollMatter, more: Partial<PollQuestion> = {}): Promise<PollQuestion> {
  const poll = meetings.log.sample.polls.find((one) => one.matter === matter)
  const question = await voting.begin({ ...poll, ...more })
  asked.set(matter, question)
  return question
}

beforeAll(async () => {
  meetings = await openTestMeetings()
  voting = await gatherVoters(meetings)
})
afterAll(() => meetings.stop())

const shareOf = ({ tallies }: PollOutcome): string => formatShare(tallies.for ?? 0, 21, 'vi')

/** Before the closing nobody may know more than the bureau; the announcement says the same to all. */
async function closeAndAnnounce({ pollId }: PollQuestion): Promise<PollOutcome> {
  expect(await voting.close(pollId)).toBe('ok')
  expect((await voting.poll(pollId)).outcome).toBeNull()
  const tallied = await voting.outcome(pollId)
  expect(await voting.give('dv01', 'voting.announce', { pollId })).toBe('ok')
  expect((await voting.poll(pollId)).outcome).toEqual(tallied)
  return tallied
}

describe.each(['resolution', 'scoring'] as const)('giơ tay: %s', (matter) => {
  let question: PollQuestion

  test('fifteen hands at the site, two in favour and one abstention on devices; dự bị do not vote', async () => {
    question = await begin(matter)
    const { pollId } = question
    expect((await voting.poll(pollId)).frozen).toMatchObject({ base: { official: 23, base: 21 }, publicKey: null })
    expect(await voting.cast('dv16', pollId, ['for'])).toBe('ok')
    expect(await voting.cast('dv17', pollId, ['against'])).toBe('ok')
    expect(await voting.cast('dv17', pollId, ['for'])).toBe('ok')
    expect(await voting.cast('dv22', pollId, ['abstain'])).toBe('ok')
    expect(await voting.cast('dv25', pollId, ['for'])).toBe('VOTE_PROBATIONARY')
    expect(await voting.cast('db01', pollId, ['for'])).toBe('FORBIDDEN')
    expect(await voting.cast('dv07', pollId, ['for'])).toBe('VOTE_AT_SITE')
    expect(await voting.close(pollId)).toBe('HANDS_MISSING')
    expect(await voting.countHands('dv14', pollId, 15, { for: 15, against: 0, abstain: 0 })).toBe('ok')
  })

  test('17/0/1 of 21: 80,95%, passed', async () => {
    const outcome = await closeAndAnnounce(question)
    expect(outcome).toMatchObject({
      tallies: { for: 17, against: 0, abstain: 1 },
      votes: { for: [member('dv17'), member('dv16')], against: [], abstain: [member('dv22')] },
      sites: [{ siteId: voting.siteId, mayVote: 15, tallies: { for: 15, against: 0, abstain: 0 } }],
      paper: null,
      secret: null,
      notVoted: 3,
      verdict: { kind: 'approval', passed: true },
    })
    expect(shareOf(outcome)).toBe('80,95%')
  })
})

describe('phiếu kín bằng giấy: kết nạp', () => {
  const figures = (agreed: number) => ({
    issued: 15,
    returned: 15,
    valid: 15,
    invalid: 0,
    tallies: { for: agreed, against: 15 - agreed },
  })

  async function countPaper({ pollId }: PollQuestion, agreed: number): Promise<void> {
    const entered = { pollId, count: figures(agreed), basedOn: 0 }
    expect(await voting.cast('dv16', pollId, ['for'])).not.toBe('ok')
    expect(await voting.give('dv13', 'voting.enterPaperCount', entered)).toBe('ok')
    expect(await voting.close(pollId)).toBe('PAPER_UNCONFIRMED')
    expect(await voting.give('dv13', 'voting.confirmPaperCount', { pollId, revision: 1 })).toBe('PAPER_SAME_TELLER')
    expect(await voting.give('dv12', 'voting.confirmPaperCount', { pollId, revision: 1 })).toBe('ok')
  }

  test('14 of 21 are two thirds: 66,67%, passed', async () => {
    const question = await begin('admission')
    await countPaper(question, 14)
    const outcome = await closeAndAnnounce(question)
    expect(outcome).toMatchObject({
      tallies: { for: 14, against: 1 },
      votes: null,
      sites: [],
      paper: { ...figures(14), tellerIds: [member('dv13'), member('dv12')] },
      verdict: { kind: 'approval', passed: true },
    })
    expect(shareOf(outcome)).toBe('66,67%')
  })

  test('13 of 21 are not', async () => {
    const question = await voting.begin({ ...asked.get('admission'), pollId: randomUUID() })
    await countPaper(question, 13)
    expect((await closeAndAnnounce(question)).verdict).toEqual({ kind: 'approval', passed: false })
  })
})

test('state, events, table and a replay agree; of what was handed in nothing is left', async () => {
  const { log } = meetings
  const [{ cache, database }] = log.nodes
  const { id } = voting.meeting
  expect(await voting.give('dv01', 'meeting.close')).toBe('ok')
  const { state, position } = asMeeting(await cache.read(database, id))
  const { polls } = state.everyone.voting

  const entries = await log.entries(id)
  expect(verifyChain(id, entries)).toMatchObject({ ok: true, head: { seq: position.seq } })
  const events = entries.filter(isReadable)
  const replayed: MeetingStreamState = meetingReducer.reduceAll(meetingReducer.initial(), events)
  expect(replayed.everyone.voting).toEqual(state.everyone.voting)
  expect(replayed.bureau.voting).toEqual(state.bureau.voting)
  const outcomes = (type: string) =>
    events.flatMap((event) => (event.type === type ? [(event.payload as { outcome: PollOutcome }).outcome] : []))
  expect(outcomes('voting.announced')).toEqual(polls.map(({ outcome }) => outcome))
  expect(outcomes('voting.tallied')).toEqual(outcomes('voting.announced'))

  const rows = await database.poll.findMany({ where: { meetingId: id }, orderBy: { position: 'asc' } })
  expect(
    rows.map(({ pollId, stage, base, electorate, passed, outcome }) => ({
      pollId,
      stage,
      base,
      electorate,
      passed,
      outcome,
    })),
  ).toEqual(
    polls.map(({ question, stage, frozen, outcome }) => ({
      pollId: question.pollId,
      stage,
      base: frozen?.base.base,
      electorate: frozen?.electorate.length,
      passed: outcome?.verdict.kind === 'approval' && outcome.verdict.passed,
      outcome,
    })),
  )
  expect(rows.map(({ passed }) => passed)).toEqual([true, true, true, false])
  const left = await Promise.all([
    database.pollVote.count(),
    database.pollHandCount.count(),
    database.pollPaperCount.count(),
  ])
  expect(left).toEqual([0, 0, 0])
})
