// Everybody at once, on two nodes and one database: a vote counts exactly once, whoever presses it how often (DESIGN 6).
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Heard, TestMeetings } from '../testing/meetings.ts'
import { openTestMeetings } from '../testing/meetings.ts'
import { member } from '../testing/signaling.ts'
import { gatherVoters, OPERATOR } from '../testing/voting.ts'

let meetings: TestMeetings

beforeAll(async () => {
  meetings = await openTestMeetings()
})
afterAll(() => meetings.stop())

const range = (length: number) => Array.from({ length }, (_, index) => index)
const nodeOf = (index: number): 0 | 1 => (index % 2 === 0 ? 0 : 1)
const choices = ['for', 'against', 'abstain'] as const
const hands = (yes: number) => ({ for: yes, against: 0, abstain: 0 })
const times = (heard: readonly Heard[], wanted: Heard) => heard.filter((one) => one === wanted).length

/** By member id, from an outcome's lists. */
const chosenIn = (votes: Record<string, string[]>) =>
  new Map(Object.entries(votes).flatMap(([choice, ids]) => ids.map((id) => [id, choice] as const)))

describe('fifty openings at once', () => {
  test('of one poll: one opens it, the others are told', async () => {
    const voting = await gatherVoters(meetings)
    const { pollId } = await voting.prepare()
    const heard = await Promise.all(range(50).map((index) => voting.open(pollId, 1, { node: nodeOf(index) })))
    expect([times(heard, 'ok'), times(heard, 'POLL_NOT_PREPARED')]).toEqual([1, 49])
    const entries = await meetings.log.entries(voting.meeting.id)
    expect(entries.filter((entry) => 'type' in entry && entry.type === 'voting.opened')).toHaveLength(1)
  })

  test('of fifty polls: one opens, of the others each hears of it', async () => {
    const voting = await gatherVoters(meetings)
    const polls = await Promise.all(range(50).map(() => voting.prepare()))
    const heard = await Promise.all(polls.map(({ pollId }, index) => voting.open(pollId, 1, { node: nodeOf(index) })))
    expect([times(heard, 'ok'), times(heard, 'POLL_OTHER_OPEN')]).toEqual([1, 49])
  })
})

describe('one member’s vote counts once', () => {
  test('pressed a hundred times under one id', async () => {
    const voting = await gatherVoters(meetings)
    const { pollId } = await voting.begin()
    const id = randomUUID()
    const heard = await Promise.all(
      range(100).map((index) => voting.cast('dv16', pollId, ['for'], { id, node: nodeOf(index) })),
    )
    expect(times(heard, 'ok')).toBe(100)
    // The same id for another choice, or from somebody else, is no repeat.
    expect(await voting.cast('dv16', pollId, ['against'], { id })).toBe('COMMAND_ID_REUSED')
    expect(await voting.cast('dv17', pollId, ['for'], { id })).toBe('COMMAND_ID_REUSED')
    const { database } = meetings.log.nodes[0]
    expect(await database.commandNoop.count({ where: { streamId: voting.meeting.id, commandId: id } })).toBe(1)
    expect(await voting.close(pollId, [voting.siteId])).toBe('ok')
    // A repeat after the closing hears what it heard before, and changes nothing.
    expect(await voting.cast('dv16', pollId, ['for'], { id })).toBe('ok')
    expect(await voting.outcome(pollId)).toMatchObject({ tallies: hands(1), notVoted: 20 })
    expect(await database.pollVote.count({ where: { pollId } })).toBe(0)
  })

  test('a hundred wishes under their own ids', async () => {
    const voting = await gatherVoters(meetings)
    const { pollId } = await voting.begin()
    const heard = await Promise.all(
      range(100).map((index) => voting.cast('dv16', pollId, [choices[index % 3] ?? 'for'], { node: nodeOf(index) })),
    )
    expect(times(heard, 'ok')).toBe(100)
    expect(await voting.close(pollId, [voting.siteId])).toBe('ok')
    const { votes } = await voting.outcome(pollId)
    expect([...chosenIn(votes ?? {}).keys()]).toEqual([member('dv16')])
  })

  test('of several that came in one after the other, committed together, the last one stands', async () => {
    const voting = await gatherVoters(meetings)
    const { pollId } = await voting.begin()
    for (const last of choices) {
      const given = [...choices, ...choices.toReversed(), last]
      await Promise.all(given.map((choice) => voting.cast('dv16', pollId, [choice])))
      const { database } = meetings.log.nodes[0]
      expect(await database.pollVote.findMany({ where: { pollId } })).toMatchObject([{ choices: [last] }])
    }
  })

  test('a repeat of an earlier wish does not bring it back', async () => {
    const voting = await gatherVoters(meetings)
    const { pollId } = await voting.begin()
    const id = randomUUID()
    expect(await voting.cast('dv16', pollId, ['for'], { id })).toBe('ok')
    expect(await voting.cast('dv16', pollId, ['against'])).toBe('ok')
    expect(await voting.cast('dv16', pollId, ['for'], { id, node: 1 })).toBe('ok')
    expect(await voting.close(pollId, [voting.siteId])).toBe('ok')
    expect(await voting.outcome(pollId)).toMatchObject({ tallies: { for: 0, against: 1, abstain: 0 } })
  })
})

test('counted at a site, moved and voting alone, all at once: nobody is counted twice', async () => {
  for (const round of range(5)) {
    const voting = await gatherVoters(meetings)
    const { siteId } = voting
    const { pollId } = await voting.begin()
    const memberIds = [member('dv04')]
    await voting.give('dv04', 'attendance.enter')
    const moving = async () => {
      await voting.give('dv14', 'attendance.checkOutAtSite', { siteId, memberIds }, { node: 1 })
      return voting.cast('dv04', pollId, ['against'], { node: nodeOf(round) })
    }
    const counting = async () => {
      let heard: Heard = 'HANDS_STALE'
      for (let mayVote = 15; heard === 'HANDS_STALE' && mayVote > 13; mayVote -= 1)
        heard = await voting.countHands(OPERATOR, pollId, mayVote, hands(mayVote))
      return heard
    }
    const [alone, counted] = await Promise.all([moving(), counting()])
    expect(counted).toBe('ok')
    expect(['ok', 'VOTE_COUNTED_AT_SITE']).toContain(alone)
    // Fresh or not: after a last count all is in order.
    if ((await voting.close(pollId)) === 'HANDS_MISSING') {
      expect(await voting.countHands(OPERATOR, pollId, 14, hands(14))).toBe('ok')
      expect(await voting.close(pollId)).toBe('ok')
    }
    const { tallies, sites } = await voting.outcome(pollId)
    expect(tallies).toEqual({ for: 14, against: alone === 'ok' ? 1 : 0, abstain: 0 })
    expect(sites).toMatchObject([{ mayVote: 14 }])
  }
})

test('two tellers who enter and confirm at once: figures of one entry, confirmed by the other', async () => {
  const voting = await gatherVoters(meetings)
  const tellerIds = ['dv10', 'dv12'].map(member)
  const { pollId } = await voting.begin({ matter: 'admission', method: 'paper', tellerIds })
  const count = (yes: number) => ({
    issued: 15,
    returned: 15,
    valid: 15,
    invalid: 0,
    tallies: { for: yes, against: 15 - yes },
  })
  const enter = (who: string, yes: number, node: 0 | 1) =>
    voting.give(who, 'voting.enterPaperCount', { pollId, count: count(yes), basedOn: 0 }, { node })
  const confirm = (who: string, node: 0 | 1) =>
    voting.give(who, 'voting.confirmPaperCount', { pollId, revision: 1 }, { node })
  const entered = await Promise.all(
    range(20).map((index) => enter(index < 10 ? 'dv10' : 'dv12', index % 15, nodeOf(index))),
  )
  expect([times(entered, 'ok'), times(entered, 'PAPER_COUNT_CHANGED')]).toEqual([1, 19])
  const [first, second] = await Promise.all([confirm('dv10', 0), confirm('dv12', 1)])
  expect([first, second].sort()).toEqual(['PAPER_SAME_TELLER', 'ok'])
  expect(await voting.close(pollId)).toBe('ok')
  const yes = entered.indexOf('ok') % 15
  expect(await voting.outcome(pollId)).toMatchObject({ tallies: { for: yes, against: 15 - yes } })
})

test('two closings, cancellings and announcements at once: one of each, or one of them', async () => {
  const voting = await gatherVoters(meetings)
  const { pollId } = await voting.begin()
  expect(await voting.cast('dv16', pollId, ['for'])).toBe('ok')
  const reason = 'Nêu nhầm nội dung'
  const heard = await Promise.all([
    ...range(10).map((index) => voting.close(pollId, [voting.siteId], { node: nodeOf(index) })),
    ...range(10).map((index) => voting.give('dv01', 'voting.cancel', { pollId, reason }, { node: nodeOf(index) })),
    ...range(10).map((index) => voting.give('dv01', 'voting.announce', { pollId }, { node: nodeOf(index) })),
  ])
  expect(heard.filter((one) => !['ok', 'POLL_CLOSED', 'POLL_NOT_CLOSED'].includes(one))).toEqual([])
  const entries = await meetings.log.entries(voting.meeting.id)
  const types = entries.flatMap((entry) => ('type' in entry ? [entry.type] : []))
  const counts = ['closed', 'tallied', 'cancelled', 'announced'].map(
    (what) => types.filter((type) => type === `voting.${what}`).length,
  )
  for (const count of counts) expect(count).toBeLessThan(2)
  expect(['announced', 'cancelled']).toContain((await voting.poll(pollId)).stage)
})
