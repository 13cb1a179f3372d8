// npm run bench:commands: commands per second and their time, into one stream and into a hundred, over real sockets.
import { startSystem } from '../e2e/support/system.ts'
import { type BenchSocket, type Crowd, databaseSetting, gatherCrowd, takeTurn } from './support/crowd.ts'
import { ms, perSecond, publish, quantile } from './support/report.ts'

const RUNS = 5
const SECONDS = 3
const STREAMS = 100
const CLIENTS = [1, 16, 100]

interface Figures {
  rate: number
  median: number
  p99: number
}

/** All clients give commands one after the other for some seconds; client i works on stream i, wrapped round. */
async function run(sockets: readonly BenchSocket[], meetingIds: readonly string[]): Promise<Figures> {
  const times: number[] = []
  const end = performance.now() + SECONDS * 1000
  await Promise.all(
    sockets.map(async (socket, client) => {
      for (let turn = 0; performance.now() < end; turn += 1) {
        // A client with several streams goes round them; enter and leave come in pairs on each.
        const own = meetingIds.length > sockets.length ? client + (turn >> 1) * sockets.length : client
        const start = performance.now()
        await takeTurn(socket, meetingIds[own % meetingIds.length] ?? '', turn)
        times.push(performance.now() - start)
      }
    }),
  )
  return { rate: times.length / SECONDS, median: quantile(times, 0.5), p99: quantile(times, 0.99) }
}

async function measure(crowd: Crowd, clients: number, meetingIds: readonly string[]): Promise<string[]> {
  const sockets = await Promise.all(crowd.memberIds.slice(0, clients).map((memberId) => crowd.connect(memberId)))
  await run(sockets, meetingIds) // warm: caches, prepared statements
  const runs: Figures[] = []
  for (let number = 0; number < RUNS; number += 1) runs.push(await run(sockets, meetingIds))
  for (const socket of sockets) socket.disconnect()
  const rates = runs.map(({ rate }) => rate)
  const over = (pick: (figures: Figures) => number) => ms(quantile(runs.map(pick), 0.5))
  return [
    meetingIds.length === 1 ? 'one' : String(meetingIds.length),
    String(clients),
    perSecond(quantile(rates, 0.5)),
    `${perSecond(Math.min(...rates))} to ${perSecond(Math.max(...rates))}`,
    over(({ median }) => median),
    over(({ p99 }) => p99),
  ]
}

const system = await startSystem({
  durable: true,
  env: { MEMBER_BURST: '1000000', MEMBER_REQUESTS_PER_SECOND: '1000000' },
})
try {
  const crowd = await gatherCrowd(system, Math.max(...CLIENTS))
  const meetingIds: string[] = []
  for (let number = 0; number < STREAMS; number += 1) meetingIds.push(await crowd.announce())
  const rows: string[][] = []
  for (const clients of CLIENTS) rows.push(await measure(crowd, clients, meetingIds.slice(0, 1)))
  for (const clients of CLIENTS) rows.push(await measure(crowd, clients, meetingIds))
  publish({
    name: 'commands',
    title: 'Commands',
    about:
      'Check-in and leaving by turns over websockets, each acknowledged after its commit. Signaling, PostgreSQL, media-server and ' +
      'the clients share the machine; nobody else follows the streams. Requests are not limited.',
    setting: [
      await databaseSetting(crowd.database),
      `${RUNS} runs of ${SECONDS} s after one to warm up; medians over the runs`,
    ],
    columns: ['streams', 'clients', 'commands', 'over the runs', 'median', 'p99'],
    rows,
  })
  await crowd.close()
} finally {
  await system.stop()
}
