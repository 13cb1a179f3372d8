// npm run bench:votes: a whole branch votes in one open poll in the same moment; how long until all of it is committed, and what it costs
// to have everybody look on.
import type { GatewayServerToClient } from '@hoi-truong/shared/protocol'
import { startSystem } from '../e2e/support/system.ts'
import { type BenchSocket, databaseSetting, gatherCrowd, give } from './support/crowd.ts'
import { processorTime, processorTimeOfAll } from './support/processor.ts'
import { ms, perSecond, publish, quantile } from './support/report.ts'
import { chairOf, enterRoom, openPoll, type Room, type Rush, rush } from './support/votingRoom.ts'

const MEMBERS = [200, 2_000]
const RUNS = 5

interface Run {
  votes: Rush
  /** The same number of entrances in the same way; null where all follow, as each would be a message to each. */
  entrances: Rush | null
  /** From the closing's acknowledgement back to its sending: it counts. */
  closing: number
  signaling: number
  postgres: number
  /** `pollProgress` that one screen got. */
  progress: number
  /** From the first vote to the last screen that showed all of them. */
  shown: number
  /** From the opening's sending until the last screen has it. */
  opening: number
  /** Until everybody's page then knows its own part in the poll. */
  asked: number
}

/** When the last screen has got the next event. */
function nextEvent(sockets: readonly BenchSocket[]): Promise<number> {
  return Promise.all(
    sockets.map((socket) => new Promise<void>((resolve) => socket.once('events', () => resolve()))),
  ).then(() => performance.now())
}

/** Told how often something came to the screens, and when all of them show everybody's vote. */
class Progress {
  readonly #sockets: readonly BenchSocket[]
  readonly #all = Promise.withResolvers<number>()
  readonly #listener: GatewayServerToClient['pollProgress']
  messages = 0

  constructor(sockets: readonly BenchSocket[], pollId: string) {
    this.#sockets = sockets
    let current = 0
    this.#listener = ({ progress }) => {
      if (progress.pollId !== pollId) return
      this.messages += 1
      if (progress.voted < progress.of) return
      current += 1
      if (current === sockets.length) this.#all.resolve(performance.now())
    }
    for (const socket of sockets) socket.on('pollProgress', this.#listener)
  }

  async shown(): Promise<number> {
    const at = await this.#all.promise
    for (const socket of this.#sockets) socket.off('pollProgress', this.#listener)
    return at
  }
}

/** Everybody gets what happens from now on; what was before would be the same for each. */
async function follow({ sockets, meetingId }: Room): Promise<void> {
  const [first, ...others] = sockets
  const reply = await first?.emitWithAck('subscribe', { streamId: meetingId })
  if (!reply?.ok || reply.value.kind !== 'snapshot') throw new Error('a screen got no snapshot')
  const { position } = reply.value
  for (const socket of others) {
    const joined = await socket.emitWithAck('subscribe', { streamId: meetingId, after: position })
    if (!joined.ok) throw new Error(`a screen was refused: ${joined.error.code}`)
  }
}

async function standing(socket: BenchSocket, meetingId: string, pollId: string): Promise<void> {
  const reply = await socket.emitWithAck('pollStanding', { meetingId, pollId })
  if (!reply.ok) throw new Error(`pollStanding was refused: ${reply.error.code}`)
}

async function enterAgain(sockets: readonly BenchSocket[], meetingId: string): Promise<Rush> {
  await rush(sockets, (socket) => give(socket, 'attendance.leave', meetingId))
  return rush(sockets, (socket) => give(socket, 'attendance.enter', meetingId))
}

async function run(room: Room, followed: boolean): Promise<Run> {
  const { system, crowd, meetingId, sockets } = room
  const chair = chairOf(room)
  const entrances = followed ? null : await enterAgain(sockets, meetingId)
  let opened = Promise.resolve(0)
  let openedAt = 0
  const pollId = await openPoll(room, ['ordinary', 'open'], () => {
    openedAt = performance.now()
    if (followed) opened = nextEvent(sockets)
  })
  const opening = followed ? (await opened) - openedAt : 0
  const asked = followed ? await rush(sockets, (socket) => standing(socket, meetingId, pollId)) : null
  const progress = new Progress(followed ? sockets : [], pollId)
  const processors = () => [processorTime(system.signaling.pid), processorTimeOfAll(system.postgres.pid)] as const
  const before = processors()
  const begun = performance.now()
  const votes = await rush(sockets, (socket) => give(socket, 'voting.cast', meetingId, { pollId, choices: ['for'] }))
  const after = processors()
  const shown = followed ? (await progress.shown()) - begun : 0
  const closingAt = performance.now()
  await give(chair, 'voting.close', meetingId, { pollId, leaveOut: [] })
  const closing = performance.now() - closingAt
  await give(chair, 'voting.announce', meetingId, { pollId })
  const poll = await crowd.database.poll.findFirstOrThrow({ where: { meetingId, pollId } })
  const { tallies } = poll.outcome as { tallies: Record<string, number> }
  if (tallies.for !== sockets.length) throw new Error(`${sockets.length} acknowledged, ${tallies.for} counted`)
  return {
    votes,
    entrances,
    closing,
    signaling: after[0] - before[0],
    postgres: after[1] - before[1],
    progress: followed ? progress.messages / sockets.length : 0,
    shown,
    opening,
    asked: asked?.all ?? 0,
  }
}

async function measure(room: Room, followed: boolean): Promise<string[]> {
  if (followed) await follow(room)
  await run(room, followed) // warm: caches, prepared statements
  const runs: Run[] = []
  while (runs.length < RUNS) runs.push(await run(room, followed))
  const median = (pick: (one: Run) => number) => quantile(runs.map(pick), 0.5)
  const alls = runs.map(({ votes }) => votes.all)
  const members = room.sockets.length
  return [
    members.toLocaleString('en'),
    followed ? 'all' : 'nobody',
    `${ms(median(({ votes }) => votes.all))} (${ms(Math.min(...alls))} to ${ms(Math.max(...alls))})`,
    perSecond((members * 1000) / median(({ votes }) => votes.all)),
    [0.5, 0.99].map((share) => ms(median(({ votes }) => quantile(votes.times, share)))).join(' / '),
    followed ? '' : ms(median(({ entrances }) => entrances?.all ?? Number.NaN)),
    followed ? '' : median(({ votes, entrances }) => votes.all / (entrances?.all ?? Number.NaN)).toFixed(2),
    ms(median(({ closing }) => closing)),
    followed ? [median(({ opening }) => opening), median(({ asked }) => asked)].map(ms).join(', ') : '',
    followed ? `${Math.round(median(({ progress }) => progress))}, ${ms(median(({ shown }) => shown))}` : '',
    [median(({ signaling }) => signaling), median(({ postgres }) => postgres)].map(ms).join(' / '),
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
    const crowd = await gatherCrowd(system, members)
    setting = await databaseSetting(crowd.database)
    const room = await enterRoom(system, crowd)
    rows.push(await measure(room, false))
    rows.push(await measure(room, true))
    await crowd.close()
  }
  publish({
    name: 'votes',
    title: 'Votes',
    about:
      'A whole branch, each member over an own socket that is open and in the meeting, votes in one open poll in the same moment: “all ' +
      'committed” from the first vote sent to the last acknowledged, with fsync; “one” from a vote to its acknowledgement (median / p99). ' +
      '“Entrances” is as many members who enter the meeting in the same way in the same run (an event each, which votes are not), “ratio” ' +
      'votes to entrances. “Closing” counts all and is one event. First nobody follows; then all do: “opened” from the opening to the last screen, “all asked” what it then takes until every page has asked ' +
      'for its own part; and are told how many have voted: messages to each screen, and when the last screen shows all. Every run: acknowledged = counted in the outcome, else the benchmark ' +
      'fails. “Processor” is what signaling / PostgreSQL took from the first vote to the last acknowledgement. Signaling, PostgreSQL and ' +
      'all members (one process) share the machine. Requests are not limited.',
    setting: [setting, `${RUNS} runs after one to warm up, each a poll of its own; medians over the runs`],
    columns: [
      'members',
      'follow',
      'all committed',
      'votes',
      'one',
      'entrances',
      'ratio',
      'closing',
      'opened, all asked',
      'progress: messages, all shown',
      'processor',
    ],
    rows,
  })
} finally {
  await system.stop()
}
