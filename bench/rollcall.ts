// npm run bench:rollcall: members who all check in at once, to commit; and how soon every screen of the room shows it.
import { type RunningSystem, startSystem } from '../e2e/support/system.ts'
import { chance } from '../signaling/src/testing/branch.ts'
import { type BenchSocket, type Crowd, checkIn, databaseSetting, gatherCrowd } from './support/crowd.ts'
import { processorTime } from './support/processor.ts'
import { ms, perSecond, publish, quantile } from './support/report.ts'
import { Screens } from './support/screens.ts'

const RUSHES = 5
const ROLL_CALLS = 3

interface RollCall {
  members: number
  /** How many of them check in, spread over so many seconds. */
  checkIns: number
  seconds: number
}

const ROOMS: RollCall[] = [
  { members: 25, checkIns: 25, seconds: 1.25 },
  { members: 200, checkIns: 200, seconds: 10 },
  { members: 1_000, checkIns: 200, seconds: 10 },
  { members: 1_000, checkIns: 1_000, seconds: 10 },
]
const RUSH = new Set([200, 1_000])

interface Acknowledged {
  seq: number
  pressedAt: number
  at: number
}

async function press(socket: BenchSocket, meetingId: string): Promise<Acknowledged> {
  const pressedAt = performance.now()
  const { seq } = await checkIn(socket, meetingId)
  return { seq, pressedAt, at: performance.now() }
}

const median = (values: readonly number[]): number => quantile(values, 0.5)
const waits = (acknowledged: readonly Acknowledged[]): number[] =>
  acknowledged.map(({ at, pressedAt }) => at - pressedAt)

/** Everybody presses in the same moment; nobody follows. */
async function rush(crowd: Crowd, sockets: readonly BenchSocket[]): Promise<{ rate: number; times: number[] }> {
  const meetingId = await crowd.announce()
  const start = performance.now()
  const acknowledged = await Promise.all(sockets.map((socket) => press(socket, meetingId)))
  return { rate: (sockets.length * 1000) / (performance.now() - start), times: waits(acknowledged) }
}

async function measureRush(crowd: Crowd, sockets: readonly BenchSocket[]): Promise<string[]> {
  await rush(crowd, sockets) // warm: caches, prepared statements
  const runs: Awaited<ReturnType<typeof rush>>[] = []
  while (runs.length < RUSHES) runs.push(await rush(crowd, sockets))
  const rates = runs.map(({ rate }) => rate)
  const over = (share: number) => ms(median(runs.map(({ times }) => quantile(times, share))))
  return [
    `rush of ${sockets.length}`,
    'nobody',
    `${perSecond(median(rates))} (${perSecond(Math.min(...rates))} to ${perSecond(Math.max(...rates))})`,
    `${over(0.5)} / ${over(0.99)}`,
    '',
    '',
    '',
    '',
    '',
  ]
}

interface Figures {
  commit: number[]
  /** From the press to each screen. */
  each: number[]
  /** From the press to the last screen. */
  all: number[]
  /** From the acknowledgement to the last screen. */
  after: number[]
  messagesPerScreen: number
  processor: number
}

async function callRoll(
  system: RunningSystem,
  crowd: Crowd,
  sockets: readonly BenchSocket[],
  { checkIns, seconds }: RollCall,
): Promise<Figures> {
  const meetingId = await crowd.announce()
  const screens = new Screens(meetingId)
  for (const socket of sockets) await screens.add(socket)
  const before = { processor: processorTime(system.signaling.pid), at: performance.now() }
  const acknowledged = await Promise.all(
    sockets.slice(0, checkIns).map(async (socket, index) => {
      await new Promise((resolve) => setTimeout(resolve, chance(`arrival ${index}`) * seconds * 1000))
      return press(socket, meetingId)
    }),
  )
  await screens.reach(Math.max(...acknowledged.map(({ seq }) => seq)))
  const processor = (processorTime(system.signaling.pid) - before.processor) / (performance.now() - before.at)
  const moments = acknowledged.map(({ seq }) => screens.momentsOf(seq))
  await screens.leave()
  const last = moments.map((times) => Math.max(...times))
  return {
    commit: waits(acknowledged),
    each: acknowledged.flatMap(({ pressedAt }, index) => (moments[index] ?? []).map((moment) => moment - pressedAt)),
    all: acknowledged.map(({ pressedAt }, index) => (last[index] ?? Number.NaN) - pressedAt),
    // Alone, an event goes out before its acknowledgement: the screens may be up to date when that comes.
    after: acknowledged.map(({ at }, index) => Math.max(0, (last[index] ?? Number.NaN) - at)),
    messagesPerScreen: screens.messages / sockets.length,
    processor,
  }
}

async function measureRollCall(
  system: RunningSystem,
  crowd: Crowd,
  sockets: readonly BenchSocket[],
  room: RollCall,
): Promise<string[]> {
  const runs: Figures[] = []
  while (runs.length < ROLL_CALLS) runs.push(await callRoll(system, crowd, sockets, room))
  const over = (pick: (figures: Figures) => number[]) =>
    [0.5, 0.99].map((share) => ms(median(runs.map((figures) => quantile(pick(figures), share))))).join(' / ')
  return [
    `${room.checkIns} in ${room.seconds} s`,
    String(room.members),
    '',
    over(({ commit }) => commit),
    over(({ each }) => each),
    over(({ all }) => all),
    over(({ after }) => after),
    String(Math.round(median(runs.map(({ messagesPerScreen }) => messagesPerScreen)))),
    `${Math.round(100 * median(runs.map(({ processor }) => processor)))} %`,
  ]
}

const system = await startSystem({ durable: true })
try {
  const rushes: string[][] = []
  const rollCalls: string[][] = []
  let setting = ''
  for (const members of new Set(ROOMS.map((room) => room.members))) {
    const crowd = await gatherCrowd(system, members)
    setting = await databaseSetting(crowd.database)
    const sockets = await Promise.all(crowd.memberIds.map((memberId) => crowd.connect(memberId)))
    if (RUSH.has(members)) rushes.push(await measureRush(crowd, sockets))
    for (const room of ROOMS.filter((one) => one.members === members))
      rollCalls.push(await measureRollCall(system, crowd, sockets, room))
    await crowd.close()
  }
  publish({
    name: 'rollcall',
    title: 'Roll call',
    about:
      'Every member of a branch has an own socket. First a rush: all check in at the same moment, and nobody follows. Then roll calls: ' +
      'all follow the meeting, and check in spread over some seconds. “Commit” is from the press to the acknowledgement, with fsync; ' +
      '“each screen” and “all screens” from the press until a screen, or the last one, has checked and reduced the event; “all after ' +
      'the commit” from the acknowledgement. Times are median / p99. ' +
      'Signaling, PostgreSQL, media-server and all screens share the machine; the screens of a room live in one process, which reduces ' +
      'once for all and counts the time for each. “Processor” is signaling’s, of one core.',
    setting: [setting, `${RUSHES} rushes after one to warm up, ${ROLL_CALLS} roll calls; medians over the runs`],
    columns: [
      'check-ins',
      'screens',
      'to commit',
      'commit',
      'each screen',
      'all screens',
      'all after the commit',
      'messages a screen',
      'processor',
    ],
    rows: [...rushes, ...rollCalls],
  })
} finally {
  await system.stop()
}
