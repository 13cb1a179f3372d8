// npm run bench:import: a whole province is imported while a meeting goes on; then the same lists again, then lists with a thousand faults.
import os from 'node:os'
import type { ImportView } from '@hoi-truong/shared/organization'
import { type RunningSystem, startSystem } from '../e2e/support/system.ts'
import { demoId } from '../signaling/src/demo/demoId.ts'
import { HA_GIANG, inventProvince, type ProvinceLists, withFaults, workbook } from './province.ts'
import { type BenchSocket, type Crowd, databaseSetting, gatherCrowd, takeTurn } from './support/crowd.ts'
import { Lists } from './support/lists.ts'
import { Observation, type Observed } from './support/observation.ts'
import { ms, perSecond, publish } from './support/report.ts'

const SEED = 'hoi-truong'
const FAULTS = 1_000
const MEETING = 25
const IDLE_MS = 10_000
/** One member checks in or leaves. */
const COMMAND_EVERY_MS = 50

/** A meeting whose members come and go at a steady rate, until it is told to end. */
class LiveMeeting {
  readonly #sockets: readonly BenchSocket[]
  readonly #meetingId: string
  readonly #pending = new Set<Promise<void>>()
  #times: number[] = []
  #turn = 0
  readonly #timer: NodeJS.Timeout

  constructor(sockets: readonly BenchSocket[], meetingId: string) {
    this.#sockets = sockets
    this.#meetingId = meetingId
    this.#timer = setInterval(() => this.#give(), COMMAND_EVERY_MS)
  }

  takeTimes(): number[] {
    const times = this.#times
    this.#times = []
    return times
  }

  async end(): Promise<void> {
    clearInterval(this.#timer)
    await Promise.all(this.#pending)
  }

  #give(): void {
    const round = Math.floor(this.#turn / this.#sockets.length)
    const socket = this.#sockets[this.#turn % this.#sockets.length]
    this.#turn += 1
    if (!socket) return
    const start = performance.now()
    const answered = takeTurn(socket, this.#meetingId, round).then(
      () => void this.#times.push(performance.now() - start),
    )
    this.#pending.add(answered)
    void answered.finally(() => this.#pending.delete(answered))
  }
}

interface Phase {
  what: string
  seconds: number
  observed: Observed
  said: string
}

async function phase(
  system: RunningSystem,
  meeting: LiveMeeting,
  what: string,
  work: () => Promise<string>,
): Promise<Phase> {
  meeting.takeTimes()
  const observation = await Observation.begin(system)
  const start = performance.now()
  const said = await work()
  const seconds = (performance.now() - start) / 1000
  const observed = await observation.end(meeting.takeTimes())
  process.stdout.write(`${what}: ${seconds.toFixed(1)} s, ${said}\n`)
  return { what, seconds, observed, said }
}

const counted = ({ counts }: ImportView): string => {
  if (!counts) return ''
  const { organizations: o, members: m } = counts
  return `${o.new + m.new} new, ${o.changed + m.changed} changed, ${o.unchanged + m.unchanged} unchanged`
}

interface Files {
  rows: number
  file: { name: string; content: Buffer }
  faulty: { name: string; content: Buffer }
}

/** Before the meeting begins: while they are made nothing else is done here, and its commands would seem slow. */
async function makeFiles(): Promise<Files> {
  const province: ProvinceLists = inventProvince(SEED)
  return {
    rows: province.organizations.length + province.members.length,
    file: { name: 'danh-sach.xlsx', content: await workbook(province) },
    faulty: { name: 'danh-sach-loi.xlsx', content: await workbook(withFaults(province, FAULTS)) },
  }
}

async function run(
  system: RunningSystem,
  { database }: Crowd,
  meeting: LiveMeeting,
  { rows, file, faulty }: Files,
): Promise<Phase[]> {
  const lists = await Lists.signIn(system, 'MAU-90009', demoId('99'))
  const events = () => database.event.count({ where: { NOT: { type: { startsWith: 'attendance.' } } } })
  const phases: Phase[] = []
  const add = async (what: string, work: () => Promise<string>) => phases.push(await phase(system, meeting, what, work))

  await add('nothing else', async () => {
    await new Promise((resolve) => setTimeout(resolve, IDLE_MS))
    return 'the meeting alone'
  })
  let run: ImportView | undefined
  await add('dry run', async () => {
    run = await lists.check([file])
    return counted(run)
  })
  await add('import', async () => {
    const start = performance.now()
    const done = await lists.accept(run?.importId ?? '')
    return `${done.status}; ${perSecond((rows * 1000) / (performance.now() - start))}`
  })
  await add('the same file again', async () => {
    const before = await events()
    run = await lists.check([file])
    await lists.accept(run.importId)
    return `${counted(run)}; ${(await events()) - before} events`
  })
  await add(`${FAULTS} faulty rows`, async () => {
    const before = await events()
    const { importId, faultyRows } = await lists.check([faulty])
    const lines = (await lists.report(importId)).trim().split('\n').length - 1
    return `${faultyRows} faulty rows, ${lines} lines in the report; ${(await events()) - before} events`
  })
  return phases
}

const load = `load average of the machine before: ${(os.loadavg()[0] ?? 0).toFixed(1)}`
const system = await startSystem({ durable: true })
try {
  const crowd = await gatherCrowd(system, MEETING)
  const meetingId = await crowd.announce()
  const sockets = await Promise.all(crowd.memberIds.map((memberId) => crowd.connect(memberId)))
  const files = await makeFiles()
  const meeting = new LiveMeeting(sockets, meetingId)
  const phases = await run(system, crowd, meeting, files)
  await meeting.end()
  const setting = await databaseSetting(crowd.database)
  await crowd.close()
  publish({
    name: 'import',
    title: 'Import of a province',
    about:
      `A generated province (\`bench/province.ts\`, seed “${SEED}”): ${HA_GIANG.branches.toLocaleString('en')} branches in their communes and ` +
      `${HA_GIANG.members.toLocaleString('en')} members, one workbook. Uploaded, checked and accepted over HTTP as the page does it, while in a ` +
      `meeting of ${MEETING} somebody checks in or leaves every ${COMMAND_EVERY_MS} ms. “Commands” is how long theirs took, to the acknowledgement; ` +
      '“event loop” the delay of signaling’s main thread, in which the meetings are (it looks every 10 ms); “memory” signaling’s largest ' +
      'resident set, worker thread included; “processor” what signaling and PostgreSQL took together, of one core, the meeting included. The dry run begins with the first byte sent and ends with the report.',
    setting: [setting, load, 'one run; signaling, PostgreSQL, media-server and the clients share the machine'],
    columns: [
      'what',
      'time',
      'result',
      'commands p50 / p99 / max',
      'event loop p50 / p99 / max',
      'processor',
      'memory',
    ],
    rows: phases.map(({ what, seconds, observed, said }) => [
      what,
      `${seconds.toFixed(1)} s`,
      said,
      observed.commands.map(ms).join(' / '),
      observed.loop.map(ms).join(' / '),
      `${observed.processorSeconds.toFixed(1)} s`,
      `${Math.round(observed.memoryMb)} MB`,
    ]),
  })
} finally {
  await system.stop()
}
