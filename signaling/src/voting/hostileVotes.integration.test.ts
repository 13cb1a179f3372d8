// Whoever leads, counts or votes tries to get more out of a poll than is theirs: another question than was seen, another result than was
// counted, a ballot with a name on it.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SERVER } from '../log/commandDefinition.ts'
import { allowBallotsOnDevices } from '../testing/ballots/ballotRules.ts'
import { secretVoters } from '../testing/ballots/secretVoters.ts'
import { openTestMeetings, type TestMeetings } from '../testing/meetings.ts'
import { member } from '../testing/signaling.ts'
import { AT_SITE, gatherVoters, ONLINE, OPERATOR, questionOf, type TestVoting } from '../testing/voting.ts'

let meetings: TestMeetings
let voting: TestVoting

beforeAll(async () => {
  meetings = await openTestMeetings()
  await allowBallotsOnDevices(meetings.log.nodes[0], meetings.log.sample.branchId)
  voting = await gatherVoters(meetings)
})
afterAll(() => meetings.stop())

const hands = (yes: number, no = 0) => ({ for: yes, against: no, abstain: 0 })
const cancel = (pollId: string) => voting.give('dv01', 'voting.cancel', { pollId, reason: 'Chỉ để thử' })

test('an id that was taken off the list does not come back with another question, which the chair has not seen', async () => {
  const seen = await voting.prepare({ title: 'Thông qua Nghị quyết tháng 11/2026' })
  const { pollId } = seen
  expect(await voting.give('dv14', 'voting.discard', { pollId })).toBe('ok')
  const other = { ...seen, title: 'Thông qua việc thu thêm quỹ', showTallies: true }
  expect(await voting.give('dv14', 'voting.prepare', { question: other })).toBe('COMMAND_ID_REUSED')
  expect(await voting.open(pollId, 1)).toBe('POLL_UNKNOWN')
})

test('a count that stands is counted, also when the chair would rather close without that site', async () => {
  const { pollId } = await voting.begin()
  for (const who of ONLINE) expect(await voting.cast(who, pollId, ['for'])).toBe('ok')
  expect(await voting.countHands(OPERATOR, pollId, 15, hands(0, 15))).toBe('ok')
  expect(await voting.close(pollId, [voting.siteId])).toBe('ok')
  expect(await voting.outcome(pollId)).toMatchObject({
    tallies: hands(3, 15),
    sites: [{ siteId: voting.siteId, mayVote: 15 }],
    notVoted: 3,
    verdict: { passed: false },
  })
})

test('a count that is out of date counts nothing where the chair closes without that site', async () => {
  const { pollId } = await voting.begin()
  expect(await voting.countHands(OPERATOR, pollId, 15, hands(15))).toBe('ok')
  const move = (type: string) => voting.give('dv14', type, { siteId: voting.siteId, memberIds: [member('dv09')] })
  expect(await move('attendance.checkOutAtSite')).toBe('ok')
  expect(await voting.close(pollId)).toBe('HANDS_MISSING')
  expect(await voting.close(pollId, [voting.siteId])).toBe('ok')
  expect(await voting.outcome(pollId)).toMatchObject({ tallies: hands(0), sites: [], notVoted: 21 })
  expect(await move('attendance.checkInAtSite')).toBe('ok')
})

test('the chair does not close a secret poll on one voter’s ballot, and learns nothing of it by cancelling', async () => {
  const { pollId } = await voting.begin({ matter: 'rating', method: 'electronic' })
  const { ballotOf, cast } = await secretVoters(meetings, voting.meeting.id, pollId)
  const refused = () => voting.refusal('dv01', 'voting.close', { pollId, leaveOut: [] })
  for (const who of AT_SITE.slice(0, 6)) {
    await cast(await ballotOf(who), ['against'])
    expect(await refused()).toMatchObject({ code: 'BALLOTS_TOO_FEW', params: { least: 7 } })
  }
  const seventh = await ballotOf(ONLINE[0] ?? '')
  // Taken is not cast.
  expect(await refused()).toMatchObject({ code: 'BALLOTS_TOO_FEW' })
  await cast(seventh, ['for'])
  expect(await voting.close(pollId)).toBe('ok')
  expect(await voting.outcome(pollId)).toMatchObject({ tallies: { for: 1, against: 6 } })

  const { pollId: given } = await voting.begin({ matter: 'rating', method: 'electronic' })
  const again = await secretVoters(meetings, voting.meeting.id, given)
  await again.cast(await again.ballotOf('dv16'), ['for'])
  expect(await cancel(given)).toBe('ok')
  await expect(voting.outcome(given)).rejects.toThrow()
})

test('a secret poll in which nobody voted may end', async () => {
  const { pollId } = await voting.begin({ matter: 'rating', method: 'electronic' })
  expect(await voting.close(pollId)).toBe('ok')
  expect(await voting.outcome(pollId)).toMatchObject({ tallies: { for: 0, against: 0 }, notVoted: 21 })
})

test('everybody can see that a poll was cancelled when its result was known already', async () => {
  const { pollId } = await voting.begin()
  expect(await voting.close(pollId, [voting.siteId])).toBe('ok')
  expect(await cancel(pollId)).toBe('ok')
  expect(await voting.poll(pollId)).toMatchObject({ stage: 'cancelled', wasCounted: true, outcome: null })
  const { pollId: other } = await voting.begin()
  expect(await cancel(other)).toBe('ok')
  expect(await voting.poll(other)).toMatchObject({ stage: 'cancelled', wasCounted: false })
})

test('nobody’s vote is shut out by changing the order of business while people vote', async () => {
  const items = (inPersonOnly: boolean) => voting.meeting.plan.agenda.map((item) => ({ ...item, inPersonOnly }))
  const revise = async (inPersonOnly: boolean) => {
    const basedOn = (await voting.meeting.state()).agenda.revision
    return voting.give('dv01', 'agenda.revise', { items: items(inPersonOnly), basedOn })
  }
  const itemId = voting.meeting.plan.agenda.find(({ kind }) => kind === 'draftResolution')?.itemId ?? ''
  const { pollId } = await voting.begin({ itemId })
  expect(await voting.cast('dv16', pollId, ['for'])).toBe('ok')
  expect(await revise(true)).toBe('ok')
  expect(await voting.cast('dv17', pollId, ['against'])).toBe('ok')
  expect(await cancel(pollId)).toBe('ok')
  const { pollId: next } = await voting.begin({ itemId })
  expect(await revise(false)).toBe('ok')
  expect(await voting.cast('dv17', next, ['against'])).toBe('VOTE_IN_PERSON_ONLY')
  expect(await cancel(next)).toBe('ok')
})

test('choices, sites and ids of something else count nowhere', async () => {
  const { pollId } = await voting.begin()
  const other = await voting.prepare()
  expect(await voting.cast('dv16', other.pollId, ['for'])).toBe('POLL_NOT_OPEN')
  expect(await voting.cast('dv16', randomUUID(), ['for'])).toBe('POLL_UNKNOWN')
  for (const choices of [['FOR'], ['for', 'for'], ['for', 'against'], [pollId], ['__proto__'], []])
    expect(await voting.cast('dv16', pollId, choices)).toBe('VOTE_CHOICES_WRONG')
  const proto = JSON.parse('{"for":1,"against":0,"__proto__":1}') as Record<string, number>
  expect(await voting.countHands(OPERATOR, pollId, 15, proto)).toBe('REQUEST_MALFORMED')
  const id = randomUUID()
  expect(await voting.cast('dv16', pollId, ['for'], { id })).toBe('ok')
  expect(await voting.cast('dv16', pollId, ['against'], { id })).toBe('COMMAND_ID_REUSED')
  expect(await voting.cast('dv17', pollId, ['for'], { id })).toBe('COMMAND_ID_REUSED')
  expect(await voting.give('dv01', 'voting.prepare', { question: questionOf({ pollId }) })).toBe('COMMAND_ID_REUSED')
  expect(await cancel(pollId)).toBe('ok')
})

describe('somebody is suspended while a poll is open', () => {
  const standing = (type: 'setStanding' | 'endStanding', who: string, to: string | null) => {
    const decision = { number: '04-QĐ/UBKT', date: '2026-01-01' }
    const payload = { memberId: member(who), kind: 'suspended', from: '2026-01-01', to }
    const { nodes, sample } = meetings.log
    const given = type === 'setStanding' ? { ...payload, decision } : payload
    return nodes[0].give(SERVER, `member.${type}`, sample.branchId, given)
  }
  const suspended = async (who: string, then: () => Promise<void>) => {
    await standing('setStanding', who, null)
    try {
      expect(await voting.give('dv01', 'meeting.updateRoll')).toBe('ok')
      await then()
    } finally {
      await standing('endStanding', who, '2026-01-02')
      await voting.give('dv01', 'meeting.updateRoll')
    }
  }

  test('a voter: no vote any more', async () => {
    const { pollId } = await voting.begin()
    await suspended('dv16', async () => {
      expect(await voting.cast('dv16', pollId, ['for'])).toBe('FORBIDDEN')
      expect(await voting.cast('dv17', pollId, ['for'])).toBe('ok')
    })
    expect(await cancel(pollId)).toBe('ok')
  })

  test('a teller: confirms nothing any more, and no poll is opened for which there would be only one', async () => {
    const tellerIds = ['dv10', 'dv12'].map(member)
    const paper = { matter: 'admission', method: 'paper', tellerIds } as const
    const count = { issued: 15, returned: 15, valid: 15, invalid: 0, tallies: { for: 14, against: 1 } }
    const { pollId } = await voting.begin(paper)
    expect(await voting.give('dv10', 'voting.enterPaperCount', { pollId, count, basedOn: 0 })).toBe('ok')
    const later = await voting.prepare(paper)
    await suspended('dv12', async () => {
      expect(await voting.give('dv12', 'voting.confirmPaperCount', { pollId, revision: 1 })).toBe('FORBIDDEN')
      expect(await voting.close(pollId)).toBe('PAPER_UNCONFIRMED')
      expect(await cancel(pollId)).toBe('ok')
      // Else nobody could confirm what is counted.
      expect(await voting.open(later.pollId)).toBe('POLL_TELLERS_MISSING')
    })
    expect(await voting.open(later.pollId)).toBe('ok')
    expect(await cancel(later.pollId)).toBe('ok')
  })
})

test('what the chair was who opened it: the new one closes, announces and cancels, the old one does not', async () => {
  const { pollId } = await voting.begin()
  expect(await voting.give('dv02', 'attendance.enter')).toBe('ok')
  expect(await voting.give('dv01', 'meeting.handOverChair', { memberId: member('dv02') })).toBe('ok')
  expect(await voting.close(pollId, [voting.siteId])).toBe('MEETING_NOT_CHAIR')
  expect(await cancel(pollId)).toBe('MEETING_NOT_CHAIR')
  const payload = { pollId, leaveOut: [voting.siteId] }
  expect(await voting.give('dv02', 'voting.close', payload)).toBe('ok')
  expect(await voting.give('dv01', 'voting.announce', { pollId })).toBe('MEETING_NOT_CHAIR')
  expect(await voting.give('dv01', 'attendance.enter')).toBe('ok')
  expect(await voting.give('dv02', 'meeting.handOverChair', { memberId: member('dv01') })).toBe('ok')
})

test('a meeting that is closed and opened again: what was announced stands, what was prepared may be put to the vote', async () => {
  const { pollId } = await voting.begin()
  const later = await voting.prepare()
  expect(await voting.give('dv01', 'meeting.close')).toBe('POLL_RUNNING')
  expect(await voting.cast('dv16', pollId, ['for'])).toBe('ok')
  expect(await voting.close(pollId, [voting.siteId])).toBe('ok')
  expect(await voting.give('dv01', 'meeting.close')).toBe('ok')
  expect(await voting.open(later.pollId)).toBe('MEETING_CLOSED')
  expect(await voting.give('dv01', 'meeting.reopen')).toBe('ok')
  expect(await voting.poll(pollId)).toMatchObject({ stage: 'announced', outcome: { tallies: hands(1) } })
  expect(await cancel(pollId)).toBe('POLL_CLOSED')
  expect(await voting.open(later.pollId)).toBe('ok')
  expect(await voting.cast('dv16', later.pollId, ['for'])).toBe('VOTE_NOT_PRESENT')
  expect(await voting.give('dv16', 'attendance.enter')).toBe('ok')
  expect(await voting.cast('dv16', later.pollId, ['for'])).toBe('ok')
  expect(await cancel(later.pollId)).toBe('ok')
})
