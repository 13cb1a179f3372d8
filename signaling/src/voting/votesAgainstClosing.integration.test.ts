// Votes that come while the poll is being closed: each is either in the outcome or was refused, never neither, never both.
import { AppError } from '@hoi-truong/shared/errors'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asMeeting } from '../log/streamCache.ts'
import { announceMeetingOf, layBranch } from '../testing/branch.ts'
import { asMember } from '../testing/log.ts'
import { type Heard, openTestMeetings, type TestMeetings } from '../testing/meetings.ts'
import { member } from '../testing/signaling.ts'
import { gatherVoters, questionOf } from '../testing/voting.ts'

let meetings: TestMeetings

beforeAll(async () => {
  meetings = await openTestMeetings()
})
afterAll(() => meetings.stop())

const range = (length: number) => Array.from({ length }, (_, index) => index)
const nodeOf = (index: number): 0 | 1 => (index % 2 === 0 ? 0 : 1)
const choices = ['for', 'against', 'abstain'] as const

/** By member id, from an outcome's lists. */
const chosenIn = (votes: Record<string, string[]>) =>
  new Map(Object.entries(votes).flatMap(([choice, ids]) => ids.map((id) => [id, choice] as const)))

const codeOf = (error: unknown): Heard => {
  if (error instanceof AppError) return error.code
  throw error
}

test('a hundred votes against the closing: what was acknowledged counts, what was refused does not', async () => {
  const { nodes, sample } = meetings.log
  const [{ registry, pipeline, database }] = nodes
  const parts = { registry, pipeline, database }
  const branch = await layBranch(parts, sample, { size: 101, seed: 'voters', accessTokenSecret: 'none' })
  const [chairId = '', ...voters] = branch.memberIds
  for (const round of range(4)) {
    const meetingId = await announceMeetingOf(parts, sample, branch)
    const give = (by: string, type: string, payload: unknown, node: 0 | 1 = 0) =>
      nodes[node].give(asMember(by, `${by} ${meetingId}`), type, meetingId, payload)
    await Promise.all(branch.memberIds.map((memberId) => give(memberId, 'attendance.enter', {})))
    await give(chairId, 'meeting.open', {})
    const question = questionOf()
    const { pollId } = question
    await give(chairId, 'voting.prepare', { question })
    await give(chairId, 'voting.open', { pollId, basedOn: 1 })
    const cast = async (memberId: string, index: number) => {
      // Some are on their way long before the closing, some after it.
      for (let turn = 0; turn < (index % 10) * 4 * round; turn += 1) await new Promise(setImmediate)
      const choice = choices[index % 3] ?? 'for'
      const answer = give(memberId, 'voting.cast', { pollId, choices: [choice] }, nodeOf(index))
      return answer.then(() => [memberId, choice] as const, codeOf)
    }
    const [heard] = await Promise.all([
      Promise.all(voters.map(cast)),
      give(chairId, 'voting.close', { pollId, leaveOut: [] }, nodeOf(round)),
    ])
    expect(heard.filter((one) => typeof one === 'string' && one !== 'POLL_CLOSED')).toEqual([])
    const acknowledged = new Map(heard.flatMap((one) => (typeof one === 'string' ? [] : [one])))
    const { votes, notVoted } =
      asMeeting(await nodes[1].cache.read(database, meetingId)).state.bureau.voting[pollId] ?? {}
    expect(chosenIn(votes ?? {})).toEqual(acknowledged)
    expect(notVoted).toBe(101 - acknowledged.size)
  }
}, 60_000)

test('votes and the closing in one batch: what came before it counts, the last one of each member', async () => {
  const voting = await gatherVoters(meetings)
  const { pollId } = await voting.begin()
  const heard = await Promise.all([
    voting.cast('dv16', pollId, ['for']),
    voting.cast('dv17', pollId, ['for']),
    voting.cast('dv16', pollId, ['against']),
    voting.close(pollId, [voting.siteId]),
    voting.cast('dv22', pollId, ['for']),
  ])
  expect(heard).toEqual(['ok', 'ok', 'ok', 'ok', 'POLL_CLOSED'])
  const { votes } = await voting.outcome(pollId)
  expect(votes).toEqual({ for: [member('dv17')], against: [member('dv16')], abstain: [] })
})
