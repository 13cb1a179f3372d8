// npm run bench:ballots: a whole branch takes secret ballots in the same moment, and hands them in in the same moment.
import type { PollOutcome } from '@hoi-truong/shared/voting'
import { startSystem } from '../e2e/support/system.ts'
import { readBallotKey, unblind } from '../signaling/src/testing/ballots/blinding.ts'
import { publicKeyOf } from '../signaling/src/testing/ballots/poll.ts'
import { makeToken } from '../signaling/src/testing/ballots/secretVotes.ts'
import { databaseSetting, gatherCrowd, give } from './support/crowd.ts'
import { Observation, type Observed } from './support/observation.ts'
import { ms, perSecond, publish, quantile } from './support/report.ts'
import { chairOf, enterRoom, openPoll, type Room, type Rush, rush } from './support/votingRoom.ts'

const MEMBERS = [200, 2_000]
const RUNS = 5

interface Phase {
  rush: Rush
  observed: Observed
}

interface Run {
  /** The same number of votes in an open poll. */
  votes: Phase
  taking: Phase
  casting: Phase
  closing: number
}

async function phase(room: Room, work: () => Promise<Rush>): Promise<Phase> {
  const observation = await Observation.begin(room.system)
  const done = await work()
  return { rush: done, observed: await observation.end(done.times) }
}

async function openVotes(room: Room): Promise<Phase> {
  const { meetingId, sockets } = room
  const pollId = await openPoll(room, ['ordinary', 'open'])
  const votes = await phase(room, () =>
    rush(sockets, (socket) => give(socket, 'voting.cast', meetingId, { pollId, choices: ['for'] })),
  )
  await give(chairOf(room), 'voting.close', meetingId, { pollId, leaveOut: [] })
  return votes
}

async function run(room: Room): Promise<Run> {
  const { system, crowd, meetingId, sockets } = room
  const votes = await openVotes(room)
  const pollId = await openPoll(room, ['rating', 'electronic'])
  const key = readBallotKey(await publicKeyOf(crowd.database, meetingId, pollId))
  // The devices' own work, done before.
  const voters = sockets.map((socket) => ({ socket, ...makeToken(key), blindSignature: '' }))
  const taking = await phase(room, () =>
    rush(voters, async (voter) => {
      const reply = await voter.socket.emitWithAck('takeBallot', { meetingId, pollId, blinded: voter.blinded.message })
      if (!reply.ok) throw new Error(`takeBallot was refused: ${reply.error.code}`)
      voter.blindSignature = reply.value.blindSignature
    }),
  )
  const ballots = voters.map(({ token, blinded, blindSignature }) =>
    JSON.stringify({
      token: token.toString('base64url'),
      signature: unblind(key, token, blindSignature, blinded.inverse),
      choices: ['for'],
    }),
  )
  const casting = await phase(room, () =>
    rush(ballots, async (body) => {
      const headers = { 'content-type': 'application/json' }
      const address = `${system.url}/api/v1/meetings/${meetingId}/polls/${pollId}/ballots`
      const response = await fetch(address, { method: 'POST', headers, body })
      if (!response.ok) throw new Error(`a ballot was refused: ${await response.text()}`)
      await response.json()
    }),
  )
  const closingAt = performance.now()
  await give(chairOf(room), 'voting.close', meetingId, { pollId, leaveOut: [] })
  const closing = performance.now() - closingAt
  await give(chairOf(room), 'voting.announce', meetingId, { pollId })
  const { outcome } = await crowd.database.poll.findFirstOrThrow({ where: { meetingId, pollId } })
  const { tallies, secret } = outcome as unknown as PollOutcome
  if (tallies.for !== sockets.length || secret?.receipts.length !== sockets.length)
    throw new Error(`${sockets.length} acknowledged, ${tallies.for} counted, ${secret?.receipts.length} receipts`)
  return { votes, taking, casting, closing }
}

async function measure(room: Room): Promise<string[][]> {
  await run(room) // warm: caches, prepared statements
  const runs: Run[] = []
  while (runs.length < RUNS) runs.push(await run(room))
  const median = (pick: (one: Run) => number) => quantile(runs.map(pick), 0.5)
  const members = room.sockets.length
  const row = (name: string, of: (one: Run) => Phase): string[] => {
    const alls = runs.map((one) => of(one).rush.all)
    const all = quantile(alls, 0.5)
    return [
      members.toLocaleString('en'),
      name,
      `${ms(all)} (${ms(Math.min(...alls))} to ${ms(Math.max(...alls))})`,
      perSecond((members * 1000) / all),
      [0.5, 0.99].map((share) => ms(median((one) => quantile(of(one).rush.times, share)))).join(' / '),
      (all / median(({ votes }) => votes.rush.all)).toFixed(1),
      ms(median((one) => of(one).observed.loop[2])),
      ms(1000 * median((one) => of(one).observed.processorSeconds)),
    ]
  }
  return [
    row('a vote in an open poll', ({ votes }) => votes),
    row('taking a ballot', ({ taking }) => taking),
    row('handing it in', ({ casting }) => casting),
    [members.toLocaleString('en'), 'closing', ms(median(({ closing }) => closing)), '', '', '', '', ''],
  ]
}

const system = await startSystem({
  durable: true,
  env: {
    MEMBER_BURST: '1000000',
    MEMBER_REQUESTS_PER_SECOND: '1000000',
    // All ballots come from one address.
    ADDRESS_BURST: '1000000',
    ADDRESS_REQUESTS_PER_SECOND: '1000000',
  },
})
try {
  const rows: string[][] = []
  let setting = ''
  for (const members of MEMBERS) {
    const crowd = await gatherCrowd(system, members, { ballotsOnDevices: true })
    setting = await databaseSetting(crowd.database)
    const sockets = await Promise.all(crowd.memberIds.map((memberId) => crowd.connect(memberId)))
    rows.push(...(await measure(await enterRoom(system, crowd, sockets))))
    await crowd.close()
  }
  publish({
    name: 'ballots',
    title: 'Secret ballots on devices',
    about:
      'A whole branch in a secret poll: everybody takes a ballot in the same moment over an own socket (one RSA-2048 signature each, made by ' +
      'signaling), then everybody hands it in in the same moment over HTTP without a session (one signature checked each; connections are ' +
      'opened as needed). “All committed” is from the first sent to the last acknowledged, with fsync; “one” one acknowledgement (median / ' +
      'p99); “ratio” to as many votes in an open poll in the same run; “event loop” the longest delay of signaling’s main thread; ' +
      '“processor” what signaling and PostgreSQL took together. Blinding, the devices’ own work, is done before. In life devices hand in ' +
      'at moments of their own choosing, seconds apart. Every run: acknowledged = counted = receipts, else the benchmark fails. Signaling, ' +
      'PostgreSQL and all members (one process) share the machine. Requests are not limited.',
    setting: [setting, `${RUNS} runs after one to warm up, each two polls of its own; medians over the runs`],
    columns: ['members', 'what', 'all committed', 'rate', 'one', 'ratio', 'event loop', 'processor'],
    rows,
  })
} finally {
  await system.stop()
}
