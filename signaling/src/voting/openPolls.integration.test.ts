// Open polls on a real database: the sample's evening, who may vote where, the hands of a site, and every refusal on the way.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestMeetings, type TestMeetings } from '../testing/meetings.ts'
import { member } from '../testing/signaling.ts'
import {
  AT_SITE,
  gatherVoters,
  ONLINE,
  OPERATOR,
  OTHER_OPERATOR,
  optionsOf,
  type TestVoting,
} from '../testing/voting.ts'

let meetings: TestMeetings

beforeAll(async () => {
  meetings = await openTestMeetings()
})
afterAll(() => meetings.stop())

const hands = (yes: number, no = 0, none = 0) => ({ for: yes, against: no, abstain: none })
const leftBehind = async ({ meeting }: TestVoting) => {
  const where = { where: { meetingId: meeting.id } }
  const { database } = meetings.log.nodes[0]
  return (await database.pollVote.count(where)) + (await database.pollHandCount.count(where))
}

test('the sample’s evening: 17 of 21 for the resolution', async () => {
  const voting = await gatherVoters(meetings)
  const { pollId } = await voting.begin()
  expect(await voting.cast('dv16', pollId, ['for'])).toBe('ok')
  expect(await voting.cast('dv17', pollId, ['for'])).toBe('ok')
  expect(await voting.cast('dv22', pollId, ['abstain'])).toBe('ok')
  expect(await voting.countHands(OPERATOR, pollId, 15, hands(15))).toBe('ok')
  expect(await voting.close(pollId)).toBe('ok')
  const { frozen } = await voting.poll(pollId)
  const inFavour = frozen?.electorate.filter((id) => [member('dv16'), member('dv17')].includes(id))
  expect(await voting.outcome(pollId)).toEqual({
    tallies: hands(17, 0, 1),
    votes: { for: inFavour, against: [], abstain: [member('dv22')] },
    sites: [{ siteId: voting.siteId, mayVote: 15, tallies: hands(15) }],
    paper: null,
    secret: null,
    notVoted: 3,
    verdict: { kind: 'approval', passed: true },
  })
  expect(await voting.poll(pollId)).toMatchObject({ stage: 'closed', outcome: null, frozen: { base: { base: 21 } } })
  // The result is the bureau's until it is announced, and of the votes nothing stays beside the stream.
  expect(await meetings.log.nodes[0].database.poll.findFirstOrThrow({ where: { pollId } })).toMatchObject({
    stage: 'closed',
    base: 21,
    electorate: 21,
    passed: null,
    outcome: null,
  })
  expect(await leftBehind(voting)).toBe(0)
  expect(await voting.give('dv01', 'voting.announce', { pollId })).toBe('ok')
  expect(await voting.give('dv01', 'voting.announce', { pollId })).toBe('ok')
  expect(await voting.poll(pollId)).toMatchObject({ stage: 'announced', outcome: await voting.outcome(pollId) })
  expect(await meetings.log.nodes[0].database.poll.findFirstOrThrow({ where: { pollId } })).toMatchObject({
    stage: 'announced',
    passed: true,
    outcome: { tallies: hands(17, 0, 1) },
  })
})

describe('votes from own devices', () => {
  test('who may, and what they hear who may not', async () => {
    const voting = await gatherVoters(meetings)
    const { pollId } = await voting.begin()
    expect(await voting.cast('dv25', pollId, ['for'])).toBe('VOTE_PROBATIONARY')
    expect(await voting.cast('dv21', pollId, ['for'])).toBe('VOTE_NOT_ELIGIBLE')
    expect(await voting.cast('dv18', pollId, ['for'])).toBe('VOTE_NOT_PRESENT')
    expect(await voting.cast('db01', pollId, ['for'])).toBe('FORBIDDEN')
    const atSite = await voting.refusal('dv04', 'voting.cast', { pollId, choices: ['for'] })
    expect(atSite).toMatchObject({ code: 'VOTE_AT_SITE', params: { site: 'Nhà văn hóa thôn Giả Định 2' } })
    expect(await voting.cast('dv16', randomUUID(), ['for'])).toBe('POLL_UNKNOWN')
    for (const wrong of [[], ['yes'], ['for', 'against'], ['for', 'for']])
      expect(await voting.cast('dv16', pollId, wrong)).toBe('VOTE_CHOICES_WRONG')
    // Exempt and come after the opening: the next poll.
    expect(await voting.give('dv21', 'attendance.enter')).toBe('ok')
    expect(await voting.cast('dv21', pollId, ['for'])).toBe('VOTE_NOT_ELIGIBLE')
    // Late, and in the electorate all the same.
    expect(await voting.give('dv18', 'attendance.enter')).toBe('ok')
    expect(await voting.cast('dv18', pollId, ['against'])).toBe('ok')
  })

  test('changed until the closing, and not after it', async () => {
    const voting = await gatherVoters(meetings)
    const prepared = await voting.prepare()
    expect(await voting.cast('dv16', prepared.pollId, ['for'])).toBe('POLL_NOT_OPEN')
    const { pollId } = await voting.begin()
    for (const choice of ['for', 'against', 'against', 'abstain'])
      expect(await voting.cast('dv16', pollId, [choice])).toBe('ok')
    expect(await voting.close(pollId, [voting.siteId])).toBe('ok')
    expect(await voting.outcome(pollId)).toMatchObject({ tallies: hands(0, 0, 1), sites: [], notVoted: 20 })
    expect(await voting.cast('dv16', pollId, ['for'])).toBe('POLL_CLOSED')
    expect(await voting.countHands(OPERATOR, pollId, 15, hands(1))).toBe('POLL_CLOSED')
    expect(await voting.close(pollId)).toBe('POLL_CLOSED')
    expect(await voting.give('dv01', 'voting.discard', { pollId })).toBe('POLL_NOT_PREPARED')
  })

  test('of what is done in person only: hands alone', async () => {
    const voting = await gatherVoters(meetings)
    const { pollId } = await voting.begin({ matter: 'admission' })
    expect(await voting.cast('dv16', pollId, ['for'])).toBe('VOTE_IN_PERSON_ONLY')
    expect(await voting.countHands(OPERATOR, pollId, 15, hands(14))).toBe('ok')
    expect(await voting.close(pollId)).toBe('ok')
    // Fourteen of twenty-one are two thirds.
    expect(await voting.outcome(pollId)).toMatchObject({ verdict: { kind: 'approval', passed: true } })
  })

  test('who only watches a meeting without an online form is not there to vote', async () => {
    const voting = await gatherVoters(meetings, { form: 'inPerson', onlineApproval: null })
    const { pollId } = await voting.begin()
    expect(await voting.cast('dv16', pollId, ['for'])).toBe('VOTE_NOT_PRESENT')
  })
})

describe('hands at sites', () => {
  test('who counts, how many there may be, and what they hear who count otherwise', async () => {
    const voting = await gatherVoters(meetings)
    const { pollId } = await voting.begin()
    expect(await voting.countHands(OTHER_OPERATOR, pollId, 15, hands(15))).toBe('HANDS_NOT_YOURS')
    expect(await voting.countHands('dv04', pollId, 15, hands(15))).toBe('FORBIDDEN')
    expect(await voting.countHands(OPERATOR, pollId, 15, hands(1), randomUUID())).toBe('ATTENDANCE_SITE_UNKNOWN')
    // The sixteenth there is probationary.
    const stale = { pollId, siteId: voting.siteId, mayVote: 16, tallies: hands(15) }
    expect(await voting.refusal(OPERATOR, 'voting.countHands', stale)).toMatchObject({
      code: 'HANDS_STALE',
      params: { mayVote: 15 },
    })
    expect(await voting.countHands(OPERATOR, pollId, 15, hands(15, 1))).toBe('HANDS_TOO_MANY')
    expect(await voting.countHands(OPERATOR, pollId, 15, { for: 15 })).toBe('REQUEST_MALFORMED')
    for (const who of [OPERATOR, 'dv14', 'dv01'])
      expect(await voting.countHands(who, pollId, 15, hands(12, 2))).toBe('ok')
    expect(await voting.close(pollId)).toBe('ok')
    expect(await voting.outcome(pollId)).toMatchObject({ tallies: hands(12, 2) })
  })

  test('of several choices: none more often than there are people', async () => {
    const voting = await gatherVoters(meetings)
    const options = optionsOf('Sáng', 'Chiều', 'Tối')
    const [one = '', two = '', three = ''] = options.map(({ optionId }) => optionId)
    const { pollId } = await voting.begin({ matter: 'opinion', options, maxChoices: 2 })
    const tallies = (a: number, b: number, c: number) => ({ [one]: a, [two]: b, [three]: c })
    expect(await voting.countHands(OPERATOR, pollId, 15, tallies(16, 0, 0))).toBe('HANDS_TOO_MANY')
    expect(await voting.countHands(OPERATOR, pollId, 15, tallies(15, 15, 1))).toBe('HANDS_TOO_MANY')
    expect(await voting.countHands(OPERATOR, pollId, 15, tallies(15, 10, 5))).toBe('ok')
    expect(await voting.cast('dv16', pollId, [one, three])).toBe('ok')
    expect(await voting.close(pollId)).toBe('ok')
    expect(await voting.outcome(pollId)).toMatchObject({ tallies: tallies(16, 10, 6), verdict: { kind: 'opinion' } })
  })

  test('who is counted there cannot vote alone as well, unless moved and counted again', async () => {
    const voting = await gatherVoters(meetings)
    const { siteId } = voting
    const { pollId } = await voting.begin()
    const move = (type: 'checkOutAtSite' | 'checkInAtSite', who: string, at = siteId) =>
      voting.give('dv14', `attendance.${type}`, { siteId: at, memberIds: [member(who)] })
    expect(await voting.countHands(OPERATOR, pollId, 15, hands(15))).toBe('ok')
    expect(await move('checkOutAtSite', 'dv04')).toBe('ok')
    expect(await voting.give('dv04', 'attendance.enter')).toBe('ok')
    const counted = await voting.refusal('dv04', 'voting.cast', { pollId, choices: ['against'] })
    expect(counted).toMatchObject({ code: 'VOTE_COUNTED_AT_SITE', params: { site: 'Nhà văn hóa thôn Giả Định 2' } })
    // The count is of other people now.
    const stale = await voting.refusal('dv01', 'voting.close', { pollId, leaveOut: [] })
    expect(stale).toMatchObject({ code: 'HANDS_MISSING', params: { sites: 'Nhà văn hóa thôn Giả Định 2' } })
    expect(await voting.countHands(OPERATOR, pollId, 14, hands(14))).toBe('ok')
    expect(await voting.cast('dv04', pollId, ['against'])).toBe('ok')
    // Back before the projector, the own vote stands and the hands are without it.
    expect(await move('checkInAtSite', 'dv04')).toBe('ok')
    expect(await voting.countHands(OPERATOR, pollId, 14, hands(13))).toBe('ok')
    // Two go to the other site: they are counted where they were until both are counted anew.
    expect(await move('checkInAtSite', 'dv05', voting.otherSiteId)).toBe('ok')
    expect(await voting.countHands(OTHER_OPERATOR, pollId, 1, hands(1), voting.otherSiteId)).toBe('HANDS_STALE')
    expect(await voting.countHands(OPERATOR, pollId, 13, hands(13))).toBe('ok')
    expect(await voting.close(pollId)).toBe('HANDS_MISSING')
    expect(await voting.countHands(OTHER_OPERATOR, pollId, 1, hands(1), voting.otherSiteId)).toBe('ok')
    expect(await voting.close(pollId)).toBe('ok')
    expect(await voting.outcome(pollId)).toMatchObject({ tallies: hands(14, 1), notVoted: 6 })
  })

  test('a site that is left out counts nothing', async () => {
    const voting = await gatherVoters(meetings)
    const { pollId } = await voting.begin()
    expect(await voting.close(pollId)).toBe('HANDS_MISSING')
    for (const who of ONLINE) expect(await voting.cast(who, pollId, ['for'])).toBe('ok')
    expect(await voting.close(pollId, [voting.siteId])).toBe('ok')
    expect(await voting.outcome(pollId)).toMatchObject({ tallies: hands(3), sites: [], notVoted: AT_SITE.length + 3 })
  })
})
