// The stages of a poll on a real database: on the list, opened, closed, announced, cancelled, taken again; and the meeting around it.
import { randomUUID } from 'node:crypto'
import type { PollQuestion } from '@hoi-truong/shared/voting'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asMember } from '../testing/log.ts'
import { openTestMeetings, type TestMeetings } from '../testing/meetings.ts'
import { member } from '../testing/signaling.ts'
import { gatherVoters, OPERATOR, optionsOf, questionOf, type TestVoting } from '../testing/voting.ts'

let meetings: TestMeetings

beforeAll(async () => {
  meetings = await openTestMeetings()
})
afterAll(() => meetings.stop())

const tellerIds = ['dv10', 'dv12'].map(member)
const reason = 'Nêu nhầm nội dung'
const cancel = ({ give }: TestVoting, pollId: string) => give('dv01', 'voting.cancel', { pollId, reason })
const announce = ({ give }: TestVoting, pollId: string) => give('dv01', 'voting.announce', { pollId })

test('prepared in a draft, changed on what was seen, taken off', async () => {
  const meeting = await meetings.drafted({ minutesSecretaryId: member('dv14') })
  const { database } = meetings.log.nodes[0]
  const question = (title: string) => questionOf({ itemId: meeting.plan.agenda[6]?.itemId ?? null, title })
  const first = question('Thông qua chương trình')
  const second = question('Thông qua nghị quyết')
  expect(await meeting.give('dv01', 'voting.prepare', { question: first })).toBe('ok')
  expect(await meeting.give('dv02', 'voting.prepare', { question: second })).toBe('ok')
  expect(await meeting.give('dv02', 'voting.prepare', { question: first })).toBe('COMMAND_ID_REUSED')
  expect(await meeting.give('dv04', 'voting.prepare', { question: question('Khác') })).toBe('MEETING_NOT_MEMBER')
  expect(await meeting.give('dv01', 'voting.open', { pollId: first.pollId, basedOn: 1 })).toBe('MEETING_NOT_OPEN')
  const changed = { ...second, title: 'Thông qua dự thảo nghị quyết' }
  expect(await meeting.give('dv02', 'voting.revise', { question: changed, basedOn: 1 })).toBe('ok')
  expect(await meeting.give('dv01', 'voting.revise', { question: second, basedOn: 1 })).toBe('POLL_CHANGED')
  expect(await meeting.give('dv01', 'voting.revise', { question: changed, basedOn: 2 })).toBe('ok')
  expect(await meeting.give('dv01', 'voting.discard', { pollId: first.pollId })).toBe('ok')
  expect(await meeting.give('dv01', 'voting.discard', { pollId: first.pollId })).toBe('POLL_UNKNOWN')
  const rows = await database.poll.findMany({ where: { meetingId: meeting.id } })
  expect(rows).toMatchObject([{ pollId: second.pollId, position: 0, stage: 'prepared', title: changed.title }])
  // Of a meeting that is called off nothing is prepared any more.
  expect(await meeting.give('dv01', 'meeting.cancel', { reason: 'Mưa bão lớn' })).toBe('ok')
  expect(await meeting.give('dv01', 'voting.revise', { question: second, basedOn: 2 })).toBe('MEETING_CANCELLED')
  expect(await meeting.give('dv01', 'voting.prepare', { question: question('Khác') })).toBe('MEETING_CANCELLED')
})

test('what the rules do not know is not asked', async () => {
  const voting = await gatherVoters(meetings)
  const asked = (more: Partial<PollQuestion>) =>
    voting.give('dv01', 'voting.prepare', { question: questionOf({ matter: 'ordinary', ...more }) })
  expect(await asked({ itemId: randomUUID() })).toBe('AGENDA_ITEM_UNKNOWN')
  expect(await asked({ method: 'paper', tellerIds: [member('dv04'), member('dv05')] })).toBe('POLL_METHOD_BARRED')
  expect(await asked({ matter: 'admission', method: 'paper' })).toBe('POLL_TELLERS_MISSING')
  expect(await asked({ matter: 'rating', method: 'electronic' })).toBe('POLL_ELECTRONIC_BARRED')
  expect(await asked({ maxChoices: 2 })).toBe('POLL_OPTIONS_WRONG')
  expect(await asked({ matter: 'opinion', options: optionsOf('Một', 'một') })).toBe('POLL_OPTIONS_WRONG')
  expect(await asked({ repeats: randomUUID() })).toBe('POLL_REPEAT_WRONG')
})

test('from stage to stage, and never past one', async () => {
  const voting = await gatherVoters(meetings)
  const { pollId } = await voting.prepare()
  expect(await announce(voting, pollId)).toBe('POLL_NOT_CLOSED')
  expect(await cancel(voting, pollId)).toBe('POLL_NOT_OPEN')
  expect(await voting.close(pollId)).toBe('POLL_NOT_OPEN')
  expect(await voting.open(pollId, 2)).toBe('POLL_CHANGED')
  expect(await voting.give('dv14', 'voting.open', { pollId, basedOn: 1 })).toBe('MEETING_NOT_CHAIR')
  expect(await voting.open(randomUUID())).toBe('POLL_UNKNOWN')
  expect(await voting.open(pollId)).toBe('ok')
  expect(await voting.open(pollId)).toBe('POLL_NOT_PREPARED')
  expect(await announce(voting, pollId)).toBe('POLL_NOT_CLOSED')
  const question = questionOf({ pollId, title: 'Nội dung khác' })
  expect(await voting.give('dv01', 'voting.revise', { question, basedOn: 1 })).toBe('POLL_NOT_PREPARED')
  expect(await voting.close(pollId, [voting.siteId])).toBe('ok')
  expect(await announce(voting, pollId)).toBe('ok')
  // What everybody was told stands.
  expect(await cancel(voting, pollId)).toBe('POLL_CLOSED')
  expect(await voting.close(pollId)).toBe('POLL_CLOSED')
})

test('one on devices and one on paper at a time', async () => {
  const voting = await gatherVoters(meetings)
  const onPaper = { matter: 'admission', method: 'paper', tellerIds } as const
  const first = await voting.begin()
  const second = await voting.prepare()
  expect(await voting.open(second.pollId)).toBe('POLL_OTHER_OPEN')
  await voting.begin(onPaper)
  const another = await voting.prepare(onPaper)
  expect(await voting.open(another.pollId)).toBe('POLL_OTHER_OPEN')
  expect(await voting.close(first.pollId, [voting.siteId])).toBe('ok')
  expect(await voting.open(second.pollId)).toBe('ok')
})

test('cancelled: its votes are nowhere, and it is taken again as a poll of its own', async () => {
  const voting = await gatherVoters(meetings)
  const first = await voting.begin()
  const again = questionOf({ repeats: first.pollId })
  expect(await voting.give('dv01', 'voting.prepare', { question: again })).toBe('POLL_REPEAT_WRONG')
  expect(await voting.cast('dv16', first.pollId, ['for'])).toBe('ok')
  expect(await voting.countHands(OPERATOR, first.pollId, 15, { for: 15, against: 0, abstain: 0 })).toBe('ok')
  expect(await cancel(voting, first.pollId)).toBe('ok')
  expect(await cancel(voting, first.pollId)).toBe('POLL_CLOSED')
  expect(await voting.cast('dv16', first.pollId, ['for'])).toBe('POLL_CLOSED')
  const { database } = meetings.log.nodes[0]
  const where = { where: { pollId: first.pollId } }
  expect([await database.pollVote.count(where), await database.pollHandCount.count(where)]).toEqual([0, 0])
  expect(await voting.poll(first.pollId)).toMatchObject({ stage: 'cancelled', reason, outcome: null })
  expect(await voting.give('dv01', 'voting.prepare', { question: again })).toBe('ok')
  expect(await voting.open(again.pollId)).toBe('ok')
  expect(await voting.close(again.pollId, [voting.siteId])).toBe('ok')
  // Also after the closing, as long as nobody has announced it.
  expect(await voting.give('dv01', 'voting.prepare', { question: questionOf({ repeats: again.pollId }) })).toBe('ok')
  expect(await cancel(voting, again.pollId)).toBe('ok')
})

test('what decides is frozen at the opening', async () => {
  const voting = await gatherVoters(meetings)
  const { pollId } = await voting.begin()
  const { frozen } = await voting.poll(pollId)
  expect(frozen).toMatchObject({
    threshold: { numerator: 1, denominator: 2, strict: true },
    base: { official: 23, base: 21 },
    inPersonOnly: false,
    publicKey: null,
  })
  expect(frozen?.electorate).toHaveLength(21)
  // Whoever goes stays in the base, an exempt member who came as well.
  expect(await voting.give('dv22', 'attendance.leave')).toBe('ok')
  expect(await voting.give('dv21', 'attendance.enter')).toBe('ok')
  expect((await voting.poll(pollId)).frozen).toEqual(frozen)
  expect(await voting.close(pollId, [voting.siteId])).toBe('ok')
  const next = await voting.begin()
  expect((await voting.poll(next.pollId)).frozen?.electorate).toContain(member('dv21'))
  expect((await voting.poll(next.pollId)).frozen?.electorate).not.toContain(member('dv22'))
})

test('the meeting does not close over an open poll, and announces what nobody has', async () => {
  const voting = await gatherVoters(meetings)
  const { pollId } = await voting.begin()
  const other = await voting.prepare()
  expect(await voting.give('dv01', 'meeting.close')).toBe('POLL_RUNNING')
  expect(await voting.close(pollId, [voting.siteId])).toBe('ok')
  expect(await voting.give('dv01', 'meeting.close')).toBe('ok')
  expect(await voting.poll(pollId)).toMatchObject({ stage: 'announced', outcome: await voting.outcome(pollId) })
  expect(await voting.poll(other.pollId)).toMatchObject({ stage: 'prepared' })
  for (const heard of [
    await voting.open(other.pollId),
    await voting.cast('dv16', pollId, ['for']),
    await announce(voting, pollId),
    await voting.give('dv01', 'voting.prepare', { question: questionOf() }),
  ])
    expect(heard).toBe('MEETING_CLOSED')
  expect(await voting.give('dv01', 'meeting.reopen')).toBe('ok')
  expect(await voting.open(other.pollId)).toBe('ok')
})

test('a hundred polls, and not one more; where one is taken off there is room again', async () => {
  const voting = await gatherVoters(meetings)
  const polls = await Promise.all(Array.from({ length: 100 }, () => voting.prepare()))
  expect(await voting.give('dv01', 'voting.prepare', { question: questionOf() })).toBe('POLL_TOO_MANY')
  expect(await voting.give('dv01', 'voting.discard', { pollId: polls[0]?.pollId })).toBe('ok')
  expect(await voting.give('dv01', 'voting.prepare', { question: questionOf() })).toBe('ok')
})

test('only who may read the bureau’s part has the result before it is announced', async () => {
  const voting = await gatherVoters(meetings)
  const { pollId } = await voting.begin()
  expect(await voting.cast('dv16', pollId, ['for'])).toBe('ok')
  expect(await voting.close(pollId, [voting.siteId])).toBe('ok')
  const entries = await meetings.log.entries(voting.meeting.id)
  const told = entries.flatMap((entry) => ('type' in entry && entry.audience === 'everyone' ? [entry] : []))
  expect(told.some(({ type }) => type === 'voting.closed')).toBe(true)
  expect(JSON.stringify(told)).not.toContain('tallies')
  expect(
    entries.flatMap((entry) => ('type' in entry && entry.type === 'voting.tallied' ? [entry.audience] : [])),
  ).toEqual(['bureau'])
})

test('what comes too late to be a wish of now is refused, and a repeat of what was done is not', async () => {
  const voting = await gatherVoters(meetings)
  const { pollId } = await voting.begin()
  const [node] = meetings.log.nodes
  const payload = { pollId, choices: ['for'] }
  const give = (id: string, until: number) => {
    const validUntil = new Date(Date.now() + until).toISOString()
    return node.give(asMember(member('dv16')), 'voting.cast', voting.meeting.id, payload, id, validUntil)
  }
  const id = randomUUID()
  await expect(give(id, -5_000)).rejects.toMatchObject({ code: 'COMMAND_EXPIRED' })
  const answer = await give(id, 20_000)
  expect(await voting.close(pollId, [voting.siteId])).toBe('ok')
  expect(await give(id, 20_000)).toEqual(answer)
  expect(await voting.outcome(pollId)).toMatchObject({ tallies: { for: 1 } })
})
