// Secret polls on devices from the opening to the list: whoever may vote takes one ballot, a token counts once, closed means closed.
import { randomUUID } from 'node:crypto'
import type { PollQuestion } from '@hoi-truong/shared/voting'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { allowBallotsOnDevices } from '../../testing/ballots/ballotRules.ts'
import { type SecretVoters, secretVoters } from '../../testing/ballots/secretVoters.ts'
import { openTestMeetings, type TestMeetings } from '../../testing/meetings.ts'
import { member } from '../../testing/signaling.ts'
import { AT_SITE, gatherVoters, ONLINE, optionsOf, type TestVoting } from '../../testing/voting.ts'
import { ballotBox } from './ballotBox.ts'
import { digestOf } from './blindSignature.ts'
import { SecretPolls } from './SecretPolls.ts'

const PRESENT = [...AT_SITE, ...ONLINE]
const RATING = { matter: 'rating', method: 'electronic' } as const

let meetings: TestMeetings
let voting: TestVoting

beforeAll(async () => {
  meetings = await openTestMeetings()
  // The closing asks for as many ballots: most tests need two.
  await allowBallotsOnDevices(meetings.log.nodes[0], meetings.log.sample.branchId, { minimumSecretElectorate: 2 })
  voting = await gatherVoters(meetings)
})
afterAll(() => meetings.stop())

const database = () => meetings.log.nodes[0].database
const receiptOf = ({ token }: { token: string }): string => digestOf(Buffer.from(token, 'base64url'))
const boxes = () => database().secretBox.count()

async function begin(more: Partial<PollQuestion> = {}): Promise<SecretVoters & { pollId: string }> {
  const { pollId } = await voting.begin({ ...RATING, ...more })
  return { ...(await secretVoters(meetings, voting.meeting.id, pollId)), pollId }
}

/** One at a time is open on devices: each test ends its own. */
async function end(pollId: string) {
  expect(await voting.close(pollId)).toBe('ok')
  const { secret, ...outcome } = await voting.outcome(pollId)
  if (!secret) throw new Error('no ballots came out')
  return { ...outcome, secret }
}

test('everybody present takes a ballot and casts it; what comes out names voters, receipts and ballots, each in an order of its own', async () => {
  const { pollId, ballotOf, cast } = await begin()
  const before = await counted()
  const receipts: string[] = []
  for (const [index, who] of PRESENT.toReversed().entries()) {
    const ballot = await ballotOf(who)
    receipts.push(await cast(ballot, [index < 12 ? 'for' : 'against']))
    expect(receipts.at(-1)).toBe(receiptOf(ballot))
  }
  // Neither an event nor the row of a command.
  expect(await counted()).toEqual(before)
  const { tallies, secret, notVoted, verdict } = await end(pollId)
  expect(tallies).toEqual({ for: 12, against: 6 })
  expect(secret.participants).toEqual(await inRollOrder(pollId, PRESENT))
  expect(secret.receipts).toEqual(receipts.toSorted())
  expect(secret.ballots.flat().toSorted()).toEqual([...Array(6).fill('against'), ...Array(12).fill('for')])
  expect([notVoted, verdict]).toEqual([3, { kind: 'approval', passed: true }])
  expect(await boxes()).toBe(0)
})

async function inRollOrder(pollId: string, people: readonly string[]): Promise<string[]> {
  const memberIds = people.map(member)
  const { frozen } = await voting.poll(pollId)
  return (frozen?.electorate ?? []).filter((memberId) => memberIds.includes(memberId))
}

async function counted(): Promise<[number, number]> {
  return [await database().event.count(), await database().commandNoop.count()]
}

test('whoever takes a ballot and keeps it has not voted', async () => {
  const { pollId, ballotOf, cast } = await begin()
  await ballotOf('dv16')
  for (const who of ['dv17', 'dv22']) await cast(await ballotOf(who), ['for'])
  const { secret, notVoted, tallies } = await end(pollId)
  expect(secret.participants).toEqual(await inRollOrder(pollId, ['dv16', 'dv17', 'dv22']))
  expect([secret.receipts.length, secret.ballots, notVoted, tallies]).toEqual([
    2,
    [['for'], ['for']],
    19,
    { for: 2, against: 0 },
  ])
})

test('the same token is one ballot, however often, by whichever node, whatever it says the second time', async () => {
  const { pollId, ballotOf, cast } = await begin()
  const ballot = await ballotOf('dv16')
  const first = await cast(ballot, ['for'])
  const again = Array.from({ length: 20 }, (_, turn) =>
    cast(ballot, [turn % 3 === 0 ? 'for' : 'against'], (turn % 2) as 0),
  )
  expect(new Set([first, ...(await Promise.all(again))])).toEqual(new Set([receiptOf(ballot)]))
  const other = await ballotOf('dv17')
  await Promise.all([0, 1].flatMap((node) => Array.from({ length: 10 }, () => cast(other, ['for'], node as 0))))
  const { secret } = await end(pollId)
  expect(secret).toMatchObject({ receipts: [first, receiptOf(other)].toSorted(), ballots: [['for'], ['for']] })
})

test('the same message gets the same signature, another one none', async () => {
  const { pollId, envelope, take } = await begin()
  const [one, two] = [envelope(), envelope()]
  const first = await take('dv16', one)
  expect(await take('dv16', one, 1)).toBe(first)
  expect(await take('dv16', two)).toBe('BALLOT_TAKEN')
  expect(await take('dv17', two)).toMatch(/^[\w-]{342}$/)
  await end(pollId)
})

test('two devices at once, on two nodes: one of them gets the ballot', async () => {
  const { pollId, envelope, take } = await begin()
  const answers = await Promise.all(Array.from({ length: 10 }, (_, turn) => take('dv16', envelope(), (turn % 2) as 0)))
  expect(answers.filter((answer) => answer !== 'BALLOT_TAKEN')).toHaveLength(1)
  expect((await end(pollId)).secret.participants).toEqual([member('dv16')])
})

test.each([
  ['dự bị at the site', 'dv24', 'VOTE_PROBATIONARY'],
  ['dự bị at an own device', 'dv25', 'VOTE_PROBATIONARY'],
  ['an exempt member who did not come', 'dv21', 'VOTE_NOT_ELIGIBLE'],
  ['a member of the base who did not come', 'dv18', 'VOTE_NOT_PRESENT'],
  ['whoever follows from above', 'db01', 'FORBIDDEN'],
  ['a stranger', 'nobody', 'MEETING_NOT_MEMBER'],
])('no ballot for %s', async (_what, who, code) => {
  const { pollId, envelope, take } = await begin()
  expect(await take(who, envelope())).toBe(code)
  expect((await end(pollId)).secret.participants).toEqual([])
})

test('what is no blinded message is not signed, and takes nobody’s ballot', async () => {
  const { pollId, envelope, take, ballotOf } = await begin()
  const own = envelope()
  for (const message of [Buffer.alloc(255, 1), Buffer.alloc(257, 1), Buffer.alloc(256, 0xff), Buffer.from('x')]) {
    const bad = { token: own.token, blinded: { message: message.toString('base64url'), inverse: 1n } }
    expect(await take('dv16', bad)).toBe('BALLOT_INVALID')
  }
  await ballotOf('dv16', own)
  await end(pollId)
})

test('a ballot with a signature of nobody, of another token or of another poll is not counted', async () => {
  const before = await begin()
  const old = await before.ballotOf('dv16')
  await end(before.pollId)

  const { pollId, ballotOf, cast, envelope, take } = await begin()
  const ballot = await ballotOf('dv16')
  const own = envelope()
  const other = own.token.toString('base64url')
  const stillBlind = await take('dv17', own)
  for (const forged of [
    old,
    { ...ballot, signature: 'A'.repeat(342) },
    { ...ballot, signature: 'AQAB' },
    { ...ballot, token: other },
    { token: other, signature: stillBlind },
    { token: other, signature: old.signature },
  ])
    expect(await cast(forged, ['for'])).toBe('BALLOT_INVALID')
  expect((await end(pollId)).secret.receipts).toEqual([])
})

test('one that says what cannot be chosen is refused, and may be cast rightly afterwards', async () => {
  const { pollId, ballotOf, cast } = await begin()
  const ballot = await ballotOf('dv16')
  for (const choices of [[], ['abstain'], ['for', 'against'], ['for', 'for'], [randomUUID()]])
    expect(await cast(ballot, choices)).toBe('VOTE_CHOICES_WRONG')
  expect(await cast(ballot, ['against'])).toBe(receiptOf(ballot))
  await cast(await ballotOf('dv17'), ['against'])
  expect((await end(pollId)).secret.ballots).toEqual([['against'], ['against']])
})

test('the order in which several were chosen is no mark', async () => {
  const options = optionsOf('Hồ Tây', 'Đền Hùng', 'Côn Đảo')
  const [lake, temple, island] = options.map(({ optionId }) => optionId) as [string, string, string]
  const { pollId, ballotOf, cast } = await begin({ matter: 'opinion', options, maxChoices: 3 })
  await cast(await ballotOf('dv16'), [island, lake, temple])
  await cast(await ballotOf('dv17'), [island, lake])
  const { secret } = await end(pollId)
  expect(secret.ballots).toHaveLength(2)
  expect(secret.ballots).toEqual(
    expect.arrayContaining([
      [lake, temple, island],
      [lake, island],
    ]),
  )
})

test('nothing before the opening and nothing after the closing or cancelling', async () => {
  const { pollId: later } = await voting.prepare(RATING)
  const { pollId, envelope, take, ballotOf, cast } = await begin()
  const early = await secretVoters(meetings, voting.meeting.id, pollId)
  const [counting, kept] = [await ballotOf('dv16'), await ballotOf('dv17')]
  const receipts = [await cast(counting, ['for']), await cast(await ballotOf('dv10'), ['for'])]
  await end(pollId)
  for (const node of [0, 1] as const) {
    expect(await take('dv22', envelope(), node)).toBe('POLL_CLOSED')
    expect(await cast(kept, ['for'], node)).toBe('POLL_CLOSED')
    // One that counted as well: its receipt is in the list.
    expect(await cast(counting, ['for'], node)).toBe('POLL_CLOSED')
  }
  expect((await voting.outcome(pollId)).secret?.receipts).toEqual(receipts.toSorted())

  expect(await voting.open(later)).toBe('ok')
  expect(await early.cast(kept, ['for'])).toBe('POLL_CLOSED')
  const second = await secretVoters(meetings, voting.meeting.id, later)
  const ballot = await second.ballotOf('dv16')
  expect(await voting.give('dv01', 'voting.cancel', { pollId: later, reason: 'Sai câu hỏi' })).toBe('ok')
  expect(await boxes()).toBe(0)
  expect(await second.cast(ballot, ['for'])).toBe('POLL_CLOSED')
  expect(await second.take('dv17', second.envelope())).toBe('POLL_CLOSED')
})

test('ballots against the closing: what was acknowledged is in the list, what was refused is not', async () => {
  const { pollId, ballotOf, cast } = await begin()
  const ballots = await Promise.all(PRESENT.map((who) => ballotOf(who)))
  for (const ballot of ballots.slice(0, 2)) await cast(ballot, ['for'])
  const answers = Promise.all(ballots.map((ballot, turn) => cast(ballot, ['for'], (turn % 2) as 0)))
  const closing = voting.close(pollId, [], { node: 1 })
  const acknowledged = (await answers).filter((answer) => answer !== 'POLL_CLOSED')
  expect(await closing).toBe('ok')
  const { secret, tallies } = await voting.outcome(pollId)
  expect(secret?.receipts).toEqual(acknowledged.toSorted())
  expect(tallies).toEqual({ for: acknowledged.length, against: 0 })
})

test('a poll that is no secret one on devices has no ballots to take or to cast', async () => {
  const secret = await begin()
  const ballot = await secret.ballotOf('dv16')
  await end(secret.pollId)
  const { pollId } = await voting.begin({ matter: 'ordinary' })
  const place = { meetingId: voting.meeting.id, pollId }
  const { cache } = meetings.log.nodes[0]
  const polls = new SecretPolls({ database: database(), cache, box: ballotBox, onTaken: () => undefined })
  await expect(polls.take(member('dv16'), place, 'AQAB')).rejects.toMatchObject({ code: 'POLL_METHOD_BARRED' })
  await expect(polls.cast(place, { ...ballot, choices: ['for'] })).rejects.toMatchObject({ code: 'POLL_UNKNOWN' })
  await voting.give('dv01', 'voting.cancel', { pollId, reason: 'Chỉ để thử' })
})

test('refused where the rules do not allow it, and where too few would vote', async () => {
  const { branchId } = meetings.log.sample
  const openings: [string, object][] = [
    ['POLL_ELECTRONIC_BARRED', { electronicSecret: false }],
    ['POLL_ELECTORATE_SMALL', { minimumSecretElectorate: 22 }],
    ['ok', { minimumSecretElectorate: 21 }],
  ]
  for (const [code, rules] of openings) {
    await allowBallotsOnDevices(meetings.log.nodes[0], branchId, rules)
    const elsewhere = await gatherVoters(meetings)
    const question = { ...RATING, pollId: randomUUID() }
    const prepared = await elsewhere.prepare(question).catch(() => null)
    expect(prepared ? await elsewhere.open(prepared.pollId) : 'POLL_ELECTRONIC_BARRED').toBe(code)
  }
})
