// npm run bench:documents: how long a large file takes, and what five hundred uploads at once do to signaling.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { startSystem } from '../e2e/support/system.ts'
import { connectDatabase } from '../signaling/src/database/client.ts'
import { readSampleMeeting } from '../signaling/src/demo/sampleMeeting.ts'
import { pdf } from '../signaling/src/document/testing/pdfSamples.ts'
import { type Answer, upload } from '../signaling/src/document/testing/uploads.ts'
import { SERVER } from '../signaling/src/log/commandDefinition.ts'
import { openNode } from '../signaling/src/testing/log.ts'
import { planFor } from '../signaling/src/testing/plans.ts'
import { databaseSetting } from './support/crowd.ts'
import { ms, publish, quantile } from './support/report.ts'

const LARGE_MB = 20
const LARGE_RUNS = 10
const UPLOADS = 500
const SIZES_KB = [300, 1_000]
/** The branch secretary, the deputy and the minutes secretary of the demo branch. */
const POSTERS = ['MAU-00001', 'MAU-00002', 'MAU-00014']

const system = await startSystem({
  durable: true,
  env: { MEMBER_BURST: '1000000', MEMBER_REQUESTS_PER_SECOND: '1000000' },
})
const { url } = system

async function signIn(memberNumber: string): Promise<string> {
  const response = await fetch(`${url}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ memberNumber, password: system.password }),
  })
  return ((await response.json()) as { accessToken: string }).accessToken
}

/** Since the last time it was asked for. */
async function eventLoopDelay(): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text()
  return 1_000 * Number(/^nodejs_eventloop_lag_p99_seconds (\S+)$/m.exec(text)?.[1])
}

/** Of signaling, so far, in MB. */
const peakMemory = (): number =>
  Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${system.signaling.pid}/status`, 'utf8'))?.[1]) / 1024

interface Wave {
  seconds: number
  again: number
  /** Connections that broke, and whose upload began anew. */
  broken: number
}

async function wave(tokens: readonly string[], meetings: readonly string[], kilobytes: number): Promise<Wave> {
  let again = 0
  let broken = 0
  const post = async (token: string, meetingId: string, file: Buffer): Promise<Answer> => {
    const documentId = randomUUID()
    for (;;) {
      const answer = await upload(url, token, meetingId, file, { documentId }).catch(() => null)
      if (!answer) {
        broken += 1
        await delay(1_000)
        continue
      }
      if (answer.code === 'ok') return answer
      if (answer.status !== 429 && answer.status !== 503) throw new Error(`an upload was refused: ${answer.code}`)
      again += 1
      await delay(1_000 * Number(answer.params.seconds ?? 1))
    }
  }
  const files = Array.from({ length: UPLOADS }, (_, n) => pdf({ pages: [[`Tệp ${n}`]], ballast: kilobytes * 1024 }))
  const start = performance.now()
  await Promise.all(
    files.map((file, n) => post(tokens[n % tokens.length] ?? '', meetings[n % meetings.length] ?? '', file)),
  )
  return { seconds: (performance.now() - start) / 1_000, again, broken }
}

try {
  const node = openNode(system.databaseUrl)
  const sample = readSampleMeeting()
  const announce = async (): Promise<string> => {
    const id = randomUUID()
    await node.give(SERVER, 'meeting.draft', id, planFor(sample))
    await node.give(SERVER, 'meeting.announce', id, { basedOn: 1 })
    return id
  }
  const tokens = await Promise.all(POSTERS.map(signIn))
  const [chair = ''] = tokens
  const rows: string[][] = []

  const meetingId = await announce()
  await upload(url, chair, meetingId, pdf()) // warm: the thread, caches, prepared statements
  await eventLoopDelay()
  const times: number[] = []
  for (let run = 0; run < LARGE_RUNS; run += 1) {
    const file = pdf({ ballast: LARGE_MB * 2 ** 20 })
    const start = performance.now()
    const { code } = await upload(url, chair, meetingId, file)
    if (code !== 'ok') throw new Error(`the large file was refused: ${code}`)
    times.push(performance.now() - start)
  }
  const each = `${ms(quantile(times, 0.5))} (${ms(Math.min(...times))} to ${ms(Math.max(...times))})`
  const megabytes = () => `${Math.round(peakMemory())} MB`
  rows.push([`${LARGE_MB} MB`, `1, ${LARGE_RUNS} times`, each, '', '', ms(await eventLoopDelay()), megabytes()])

  for (const kilobytes of SIZES_KB) {
    const meetings = await Promise.all(tokens.map(announce))
    await eventLoopDelay()
    const { seconds, again, broken } = await wave(tokens, meetings, kilobytes)
    rows.push([
      `${kilobytes} kB`,
      `${UPLOADS} at once`,
      '',
      `${seconds.toFixed(1)} s`,
      broken === 0 ? String(again) : `${again}, ${broken} broke off and began anew`,
      ms(await eventLoopDelay()),
      megabytes(),
    ])
  }
  const database = connectDatabase(system.databaseUrl)
  publish({
    name: 'documents',
    title: 'Documents',
    about:
      'PDFs over HTTP, each received to disk, inspected in a thread, stored with fsync and posted through the log before the answer. ' +
      '“Each” is from the first byte to the answer; “all” until the last of five hundred is posted, by three members to three meetings; ' +
      'who is told to come again waits as long as the answer says. The event loop’s delay and the memory (its peak since the start) are ' +
      'signaling’s. Signaling, PostgreSQL, media-server and whoever uploads share the machine. Requests are not limited, uploads at once are.',
    setting: [await databaseSetting(database)],
    columns: ['file', 'uploads', 'each', 'all', 'told to come again', 'event loop, p99', 'memory'],
    rows,
  })
  await database.$disconnect()
  await node.database.$disconnect()
} finally {
  await system.stop()
}
