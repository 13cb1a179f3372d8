// Over real sockets: who is told how a running poll stands, when, and what each may ask. Votes make no events, so nothing else tells them.
import type { ErrorCode } from '@hoi-truong/shared/errors'
import type { PollProgress, PollQuestion, PollStanding } from '@hoi-truong/shared/voting'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { announceMeeting } from '../../testing/outsiders.ts'
import {
  command,
  connectMember,
  member,
  startTestSignaling,
  type TestSignaling,
  type TestSocket,
  until,
} from '../../testing/signaling.ts'
import { questionOf } from '../../testing/voting.ts'

let signaling: TestSignaling
let meetingId: string
let siteId: string
const sockets: TestSocket[] = []

interface Follower {
  socket: TestSocket
  told: PollProgress[]
  say: (type: string, payload?: unknown) => Promise<ErrorCode | 'ok'>
  ask: (pollId: string) => Promise<PollStanding | ErrorCode>
}

async function follow(who: string, to = meetingId): Promise<Follower> {
  const socket = await connectMember(signaling.server.url, who)
  sockets.push(socket)
  const told: PollProgress[] = []
  socket.on('pollProgress', ({ streamId, progress }) => streamId === to && told.push(progress))
  await socket.emitWithAck('subscribe', { streamId: to })
  return {
    socket,
    told,
    say: async (type, payload = {}) => {
      const answer = await socket.emitWithAck('command', command(type, to, payload))
      return answer.ok ? 'ok' : answer.error.code
    },
    ask: async (pollId) => {
      const answer = await socket.emitWithAck('pollStanding', { meetingId: to, pollId })
      return answer.ok ? answer.value : answer.error.code
    },
  }
}

let chair: Follower

async function begin(more: Partial<PollQuestion> = {}): Promise<string> {
  const question = questionOf(more)
  expect(await chair.say('voting.prepare', { question })).toBe('ok')
  expect(await chair.ask(question.pollId)).toBe('POLL_NOT_OPEN')
  expect(await chair.say('voting.open', { pollId: question.pollId, basedOn: 1 })).toBe('ok')
  return question.pollId
}

beforeAll(async () => {
  signaling = await startTestSignaling({ MEMBER_BURST: '1000', MEMBER_REQUESTS_PER_SECOND: '1000' })
})
afterAll(() => signaling.stop())
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.disconnect()
})

/** Open, dv04 and dv05 at the site, dv16 and dv17 at own devices. */
async function gather(): Promise<{ voters: [Follower, Follower] }> {
  meetingId = await announceMeeting(signaling)
  siteId = signaling.sample.plan.sites[0]?.siteId ?? ''
  chair = await follow('dv01')
  const voters: [Follower, Follower] = [await follow('dv16'), await follow('dv17')]
  for (const voter of voters) expect(await voter.say('attendance.enter')).toBe('ok')
  const memberIds = ['dv04', 'dv05'].map(member)
  expect(await chair.say('attendance.checkInAtSite', { siteId, memberIds })).toBe('ok')
  expect(await chair.say('meeting.open')).toBe('ok')
  return { voters }
}

test('all who follow hear how many have voted, and nothing else', async () => {
  const { voters } = await gather()
  const [voter, other] = voters
  const follower = await follow('db01')
  const pollId = await begin()
  expect(await voter.say('voting.cast', { pollId, choices: ['for'] })).toBe('ok')
  const progress = { pollId, voted: 1, of: 20, tallies: null, counted: [], stale: [] }
  await until(() => [chair, voter, other, follower].every(({ told }) => told.at(-1)?.voted === 1))
  for (const { told } of [chair, voter, other, follower]) expect(told.at(-1)).toEqual(progress)

  expect(await voter.ask(pollId)).toMatchObject({ own: { choices: ['for'], countedAt: null }, missing: null })
  expect(await other.ask(pollId)).toMatchObject({ own: { mayVote: true, choices: null } })
  expect(await follower.ask(pollId)).toMatchObject({ own: { mayVote: false }, missing: null, voted: 1 })
  const asked = (await chair.ask(pollId)) as PollStanding
  expect(asked.missing).toHaveLength(19)
  expect(asked.missing).not.toContain(member('dv16'))
})

test('hands that are counted, and people who come to the site afterwards', async () => {
  const { voters } = await gather()
  const [voter] = voters
  const pollId = await begin({ showTallies: true })
  const tallies = { for: 2, against: 0, abstain: 0 }
  expect(await chair.say('voting.countHands', { pollId, siteId, mayVote: 2, tallies })).toBe('ok')
  await until(() => voter.told.at(-1)?.counted.includes(siteId))
  expect(voter.told.at(-1)).toMatchObject({ voted: 2, tallies, stale: [] })
  expect(await chair.say('attendance.checkInAtSite', { siteId, memberIds: [member('dv06')] })).toBe('ok')
  await until(() => voter.told.at(-1)?.stale.includes(siteId))
  expect(await voter.ask(pollId)).toMatchObject({
    sites: [{ siteId, mayVote: 3, counted: true, stale: true, tallies: null }],
  })
  expect(await chair.ask(pollId)).toMatchObject({ sites: [{ tallies }] })
})

test('whoever begins to follow in the middle hears it at once; after the closing there is nothing to ask', async () => {
  const { voters } = await gather()
  const [voter] = voters
  const pollId = await begin()
  expect(await voter.say('voting.cast', { pollId, choices: ['against'] })).toBe('ok')
  const late = await follow('dv18')
  await until(() => late.told.length > 0)
  expect(late.told[0]).toMatchObject({ pollId, voted: 1, tallies: null })
  expect(await chair.say('voting.close', { pollId, leaveOut: [siteId] })).toBe('ok')
  expect(await voter.ask(pollId)).toBe('POLL_CLOSED')
})

test('of many votes in one moment the last word is whole, and none goes back behind another', async () => {
  const { voters } = await gather()
  const pollId = await begin()
  const crowd = await Promise.all(['dv06', 'dv07', 'dv08', 'dv09', 'dv10', 'dv11', 'dv12'].map((who) => follow(who)))
  await Promise.all(crowd.map(({ say }) => say('attendance.enter')))
  const casting = [...crowd, ...voters]
  const heard = await Promise.all(casting.map(({ say }) => say('voting.cast', { pollId, choices: ['for'] })))
  expect(heard).toEqual(casting.map(() => 'ok'))
  for (const choice of ['against', 'abstain', 'for'])
    await Promise.all(casting.map(({ say }) => say('voting.cast', { pollId, choices: [choice] })))
  await until(() => casting.every(({ told }) => told.at(-1)?.voted === casting.length))
  const counts = chair.told.map(({ voted }) => voted)
  expect(counts).toEqual(counts.toSorted((a, b) => a - b))
})
