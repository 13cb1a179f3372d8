// npm run bench:secretvotes: a whole branch takes a ballot in one secret poll in the same moment, and casts it in the same moment.
import { randomBytes, randomUUID } from 'node:crypto'
import { type RunningSystem, startSystem } from '../e2e/support/system.ts'
import { type Blinded, blind, readBallotKey, unblind } from '../signaling/src/testing/ballots/blinding.ts'
import { publicKeyOf } from '../signaling/src/testing/ballots/poll.ts'
import { type BenchSocket, type Crowd, databaseSetting, gatherCrowd, give } from './support/crowd.ts'
import { processorTime, processorTimeOfAll } from './support/processor.ts'
import { ms, perSecond, publish, quantile } from './support/report.ts'

const MEMBERS = [200, 2_000]
const RUNS = 3

interface Room {
  system: RunningSystem
  crowd: Crowd
  meetingId: string
  /** The first chairs. */
  sockets: readonly BenchSocket[]
}

interface Rush {
  /** From the first sent to the last answered. */
  all: number
  times: number[]
  signaling: number
  postgres: number
}

interface Run {
  opening: number
  takes: Rush
  casts: Rush
  closing: number
}

/** Everybody in the same moment. */
async function rush<T>(system: RunningSystem, people: readonly T[], act: (one: T) => Promise<void>): Promise<Rush> {
  const processors = () => [processorTime(system.signaling.pid), processorTimeOfAll(system.postgres.pid)] as const
  const before = processors()
  const begun = performance.now()
  const times = await Promise.all(
    people.map(async (one) => {
      const sent = performance.now()
      await act(one)
      return performance.now() - sent
    }),
  )
  const all = performance.now() - begun
  const after = processors()
  return { all, times, signaling: after[0] - before[0], postgres: after[1] - before[1] }
}

async function openPoll(chair: BenchSocket, meetingId: string): Promise<{ pollId: string; opening: number }> {
  const pollId = randomUUID()
  const question = {
    pollId,
    itemId: null,
    matter: 'rating',
    method: 'electronic',
    title: 'Xếp loại thử nghiệm',
    options: [],
    maxChoices: 1,
    showTallies: false,
    tellerIds: [],
    repeats: null,
  }
  await give(chair, 'voting.prepare', meetingId, { question })
  // A chair reads what was prepared; meanwhile the keys are made.
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  const begun = performance.now()
  await give(chair, 'voting.open', meetingId, { pollId, basedOn: 1 })
  return { pollId, opening: performance.now() - begun }
}

interface Voter {
  socket: BenchSocket
  token: Buffer
  blinded: Blinded
  blindSignature: string
  body: string
}

async function run({ system, crowd, meetingId, sockets }: Room): Promise<Run> {
  const [chair] = sockets
  if (!chair) throw new Error('nobody is there')
  const { pollId, opening } = await openPoll(chair, meetingId)
  const key = readBallotKey(await publicKeyOf(crowd.database, meetingId, pollId))
  // The devices' own work, done beforehand: here they would share the servers' processor.
  const voters = sockets.map((socket): Voter => {
    const token = randomBytes(32)
    return { socket, token, blinded: blind(key, token), blindSignature: '', body: '' }
  })
  const takes = await rush(system, voters, async (voter) => {
    const reply = await voter.socket.emitWithAck('takeBallot', { meetingId, pollId, blinded: voter.blinded.message })
    if (!reply.ok) throw new Error(`no ballot: ${reply.error.code}`)
    voter.blindSignature = reply.value.blindSignature
  })
  for (const voter of voters) {
    const signature = unblind(key, voter.token, voter.blindSignature, voter.blinded.inverse)
    voter.body = JSON.stringify({ token: voter.token.toString('base64url'), signature, choices: ['for'] })
  }
  const url = `${system.url}/api/v1/meetings/${meetingId}/polls/${pollId}/ballots`
  const headers = { 'content-type': 'application/json' }
  const casts = await rush(system, voters, async ({ body }) => {
    const response = await fetch(url, { method: 'POST', headers, body })
    if (!response.ok) throw new Error(`a ballot was refused: ${await response.text()}`)
    await response.text()
  })
  const closingAt = performance.now()
  await give(chair, 'voting.close', meetingId, { pollId, leaveOut: [] })
  const closing = performance.now() - closingAt
  await give(chair, 'voting.announce', meetingId, { pollId })
  const { outcome } = await crowd.database.poll.findFirstOrThrow({ where: { meetingId, pollId } })
  const { tallies } = outcome as { tallies: Record<string, number> }
  if (tallies.for !== sockets.length) throw new Error(`${sockets.length} acknowledged, ${tallies.for} counted`)
  return { opening, takes, casts, closing }
}

function rushCells(members: number, rushes: readonly Rush[]): string[] {
  const median = (pick: (one: Rush) => number) =>
    quantile(
      rushes.map((one) => pick(one)),
      0.5,
    )
  return [
    `${ms(median(({ all }) => all))} (${perSecond((members * 1000) / median(({ all }) => all))})`,
    [0.5, 0.99].map((share) => ms(median(({ times }) => quantile(times, share)))).join(' / '),
    [median(({ signaling }) => signaling), median(({ postgres }) => postgres)].map(ms).join(' / '),
  ]
}

async function measure(room: Room): Promise<string[]> {
  await run(room) // warm: caches, prepared statements
  const runs: Run[] = []
  while (runs.length < RUNS) runs.push(await run(room))
  const members = room.sockets.length
  const median = (pick: (one: Run) => number) => quantile(runs.map(pick), 0.5)
  return [
    members.toLocaleString('en'),
    ms(median(({ opening }) => opening)),
    ...rushCells(
      members,
      runs.map(({ takes }) => takes),
    ),
    ...rushCells(
      members,
      runs.map(({ casts }) => casts),
    ),
    ms(median(({ takes, casts }) => takes.all + casts.all)),
    ms(median(({ closing }) => closing)),
  ]
}

const system = await startSystem({
  durable: true,
  env: { MEMBER_BURST: '1000000', MEMBER_REQUESTS_PER_SECOND: '1000000' },
})
try {
  const rows: string[][] = []
  let setting = ''
  for (const members of MEMBERS) {
    const crowd = await gatherCrowd(system, members, { ballotsOnDevices: true })
    setting = await databaseSetting(crowd.database)
    const sockets = await Promise.all(crowd.memberIds.map((memberId) => crowd.connect(memberId)))
    const meetingId = await crowd.announce()
    const [chair] = sockets
    if (!chair) throw new Error('nobody is there')
    await give(chair, 'meeting.open', meetingId)
    for (const socket of sockets) await give(socket, 'attendance.enter', meetingId)
    rows.push(await measure({ system, crowd, meetingId, sockets }))
    await crowd.close()
  }
  publish({
    name: 'secretvotes',
    title: 'Secret ballots on devices',
    about:
      'A whole branch takes a ballot (over sockets that are open) in the same moment, and when all have one, casts it in the same moment (by ' +
      'HTTP, each over a connection of its own), with fsync: from the first sent to the last acknowledged, and one of them (median / p99). ' +
      'People do neither in the same moment. “Opening” takes a key pair that was made while the chair read the question. Blinding and ' +
      'unblinding are done beforehand: they are the voters’ devices’ work. Every run: acknowledged = counted in the outcome, else the ' +
      'benchmark fails. “Processor” is what signaling / PostgreSQL took. Signaling, PostgreSQL and all members (one process) share the ' +
      'machine. Requests of members are not limited.',
    setting: [setting, `${RUNS} runs after one to warm up, each a poll of its own; medians over the runs`],
    columns: [
      'members',
      'opening',
      'all have a ballot',
      'one ballot',
      'processor',
      'all cast',
      'one cast',
      'processor',
      'both',
      'closing',
    ],
    rows,
  })
} finally {
  await system.stop()
}
