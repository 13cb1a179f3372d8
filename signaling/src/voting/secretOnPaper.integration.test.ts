// Secret ballots on paper on a real database: the tellers' figures, what has to agree before they count, and elections.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestMeetings, type TestMeetings } from '../testing/meetings.ts'
import { member } from '../testing/signaling.ts'
import { gatherVoters, optionsOf, type TestVoting } from '../testing/voting.ts'

let meetings: TestMeetings

beforeAll(async () => {
  meetings = await openTestMeetings()
})
afterAll(() => meetings.stop())

const tellerIds = ['dv10', 'dv12', 'dv13'].map(member)
const onAdmission = { matter: 'admission', method: 'paper', tellerIds } as const
const figures = (yes: number, no = 0, more: object = {}) => ({
  issued: 15,
  returned: 15,
  valid: yes + no,
  invalid: 15 - yes - no,
  tallies: { for: yes, against: no },
  ...more,
})
const enter = ({ give }: TestVoting, who: string, pollId: string, count: object, basedOn = 0) =>
  give(who, 'voting.enterPaperCount', { pollId, count, basedOn })
const confirm = ({ give }: TestVoting, who: string, pollId: string, revision = 1) =>
  give(who, 'voting.confirmPaperCount', { pollId, revision })

describe.each([
  [14, true],
  [13, false],
])('%i of 21 for the admission', (yes, passed) => {
  test(passed ? 'are two thirds' : 'are not', async () => {
    const voting = await gatherVoters(meetings)
    const { pollId } = await voting.begin(onAdmission)
    expect(await enter(voting, 'dv10', pollId, figures(yes, 1))).toBe('ok')
    expect(await confirm(voting, 'dv12', pollId)).toBe('ok')
    expect(await voting.close(pollId)).toBe('ok')
    expect(await voting.outcome(pollId)).toEqual({
      tallies: { for: yes, against: 1 },
      votes: null,
      sites: [],
      paper: { ...figures(yes, 1), tellerIds },
      secret: null,
      notVoted: 6,
      verdict: { kind: 'approval', passed },
    })
  })
})

test('figures that cannot be true are refused, each for itself', async () => {
  const voting = await gatherVoters(meetings)
  const { pollId } = await voting.begin(onAdmission)
  for (const wrong of [
    figures(14, 1, { issued: 16 }),
    figures(14, 1, { issued: 14 }),
    figures(14, 1, { invalid: 1 }),
    figures(14, 1, { tallies: { for: 14, against: 2 } }),
    figures(14, 1, { tallies: { for: 14, against: 0 } }),
    figures(14, 1, { tallies: { for: 15 } }),
    figures(14, 1, { tallies: { for: 13, against: 1, abstain: 1 } }),
  ])
    expect(await enter(voting, 'dv10', pollId, wrong), JSON.stringify(wrong)).toBe('PAPER_COUNT_WRONG')
  const refusal = await voting.refusal('dv10', 'voting.enterPaperCount', {
    pollId,
    count: figures(15, 0, { issued: 16 }),
    basedOn: 0,
  })
  expect(refusal).toMatchObject({ code: 'PAPER_COUNT_WRONG', params: { most: 15 } })
})

test('two tellers: one enters, another confirms what was entered last', async () => {
  const voting = await gatherVoters(meetings)
  const { pollId } = await voting.begin(onAdmission)
  expect(await voting.close(pollId)).toBe('PAPER_UNCONFIRMED')
  expect(await confirm(voting, 'dv12', pollId)).toBe('PAPER_COUNT_CHANGED')
  expect(await enter(voting, 'dv04', pollId, figures(14))).toBe('PAPER_NOT_TELLER')
  expect(await enter(voting, 'dv01', pollId, figures(14))).toBe('PAPER_NOT_TELLER')
  expect(await enter(voting, 'dv10', pollId, figures(14))).toBe('ok')
  expect(await confirm(voting, 'dv10', pollId)).toBe('PAPER_SAME_TELLER')
  expect(await confirm(voting, 'dv04', pollId)).toBe('PAPER_NOT_TELLER')
  expect(await enter(voting, 'dv12', pollId, figures(13))).toBe('PAPER_COUNT_CHANGED')
  expect(await enter(voting, 'dv12', pollId, figures(13), 1)).toBe('ok')
  // Of the figures before.
  expect(await confirm(voting, 'dv13', pollId, 1)).toBe('PAPER_COUNT_CHANGED')
  expect(await voting.close(pollId)).toBe('PAPER_UNCONFIRMED')
  expect(await confirm(voting, 'dv13', pollId, 2)).toBe('ok')
  expect(await confirm(voting, 'dv10', pollId, 2)).toBe('ok')
  // Entered anew they need a confirmation anew.
  expect(await enter(voting, 'dv10', pollId, figures(12), 2)).toBe('ok')
  expect(await voting.close(pollId)).toBe('PAPER_UNCONFIRMED')
  expect(await confirm(voting, 'dv12', pollId, 3)).toBe('ok')
  expect(await voting.close(pollId)).toBe('ok')
  expect(await voting.outcome(pollId)).toMatchObject({ tallies: { for: 12, against: 0 } })
  expect(await enter(voting, 'dv10', pollId, figures(14), 3)).toBe('POLL_CLOSED')
})

test('each way of voting has its own commands', async () => {
  const voting = await gatherVoters(meetings)
  const paper = await voting.begin(onAdmission)
  expect(await voting.cast('dv16', paper.pollId, ['for'])).toBe('POLL_METHOD_BARRED')
  expect(await voting.countHands('dv14', paper.pollId, 15, { for: 15, against: 0 })).toBe('POLL_METHOD_BARRED')
  const open = await voting.begin()
  expect(await enter(voting, 'dv10', open.pollId, figures(14))).toBe('POLL_METHOD_BARRED')
})

test('a ballot for whoever was at a site since the opening, for nobody who came by own device', async () => {
  const voting = await gatherVoters(meetings)
  const { siteId } = voting
  const memberIds = [member('dv09')]
  expect(await voting.give('dv14', 'attendance.checkOutAtSite', { siteId, memberIds })).toBe('ok')
  const { pollId } = await voting.begin(onAdmission)
  expect(await enter(voting, 'dv10', pollId, figures(15))).toBe('PAPER_COUNT_WRONG')
  expect(await voting.give('dv14', 'attendance.checkInAtSite', { siteId, memberIds })).toBe('ok')
  expect(await voting.give('dv14', 'attendance.checkOutAtSite', { siteId, memberIds })).toBe('ok')
  expect(await enter(voting, 'dv10', pollId, figures(15))).toBe('ok')
})

describe('elections', () => {
  const election = (labels: string[], maxChoices: number) =>
    ({ matter: 'election', method: 'paper', tellerIds, options: optionsOf(...labels), maxChoices }) as const
  const elect = async (votes: number[], maxChoices: number) => {
    const voting = await gatherVoters(meetings)
    const { pollId, options } = await voting.begin(
      election(
        votes.map((_, index) => `Ứng cử viên ${index + 1}`),
        maxChoices,
      ),
    )
    const tallies = Object.fromEntries(options.map(({ optionId }, index) => [optionId, votes[index] ?? 0]))
    const count = { issued: 15, returned: 15, valid: 15, invalid: 0, tallies }
    expect(await enter(voting, 'dv10', pollId, count)).toBe('ok')
    expect(await confirm(voting, 'dv12', pollId)).toBe('ok')
    expect(await voting.close(pollId)).toBe('ok')
    const { verdict } = await voting.outcome(pollId)
    if (verdict.kind !== 'election') throw new Error('no election')
    const places = (ids: string[]) => ids.map((id) => options.findIndex(({ optionId }) => optionId === id) + 1)
    return { elected: places(verdict.elected), tied: places(verdict.tied) }
  }

  test('three of five: past half of the base, by votes', async () => {
    expect(await elect([11, 3, 13, 12, 2], 3)).toEqual({ elected: [3, 4, 1], tied: [] })
  })

  test('equals at the last place: neither', async () => {
    expect(await elect([11, 12, 11, 11], 3)).toEqual({ elected: [2], tied: [1, 3, 4] })
  })

  test('ten of twenty-one are no more than half', async () => {
    expect(await elect([10, 11], 2)).toEqual({ elected: [2], tied: [] })
  })
})
