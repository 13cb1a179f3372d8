// Five hundred uploads at once, by several members, to a signaling of its own: each is posted or told when to come again, nothing is
// lost, and the memory stays bounded.
import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../scripts/testing/database.ts'
import { layDemoData } from '../demo/layDemoData.ts'
import type { SampleMeeting } from '../demo/sampleMeeting.ts'
import { SERVER } from '../log/commandDefinition.ts'
import { type LogNode, openNode } from '../testing/log.ts'
import { planFor } from '../testing/plans.ts'
import { type SignalingProcess, signalingProcess } from '../testing/process.ts'
import { CONTROL_SECRET, GRANT_SECRET, PASSWORD, signIn } from '../testing/signaling.ts'
import { pdf } from './testing/pdfSamples.ts'
import { type Answer, read, upload } from './testing/uploads.ts'

const UPLOADS = 500
const KILOBYTES = 300
/** Far above what it takes, far below all the files together with what is made of them. */
const MOST_GROWTH_MB = 700

/** Whoever is refused waits as long as it was told, on a machine that may have other things to do. */
const PATIENCE_MS = 300_000

let testDatabase: TestDatabase
let node: LogNode
let sample: SampleMeeting
let signaling: SignalingProcess
const folder = mkdtempSync(path.join(tmpdir(), 'documents-'))

beforeAll(async () => {
  testDatabase = await createTestDatabase()
  node = openNode(testDatabase.appUrl)
  sample = await layDemoData(node.database, PASSWORD)
  signaling = await signalingProcess({
    DATABASE_APP_URL: testDatabase.appUrl,
    ACCESS_TOKEN_SECRET: 'access-token-secret-for-tests',
    GRANT_SECRET,
    CONTROL_SECRET,
    DOCUMENT_DIR: folder,
    MEMBER_BURST: '2000',
    MEMBER_REQUESTS_PER_SECOND: '1000',
    LOG_LEVEL: 'error',
  })
  await signaling.start()
})
afterAll(async () => {
  await signaling.kill()
  await node.database.$disconnect()
  await testDatabase.drop()
  rmSync(folder, { recursive: true })
})

async function megabytesInUse(): Promise<number> {
  const text = await (await fetch(`${signaling.url}/metrics`)).text()
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1]) / 2 ** 20
}

async function announce(): Promise<string> {
  const id = randomUUID()
  await node.give(SERVER, 'meeting.draft', id, planFor(sample))
  await node.give(SERVER, 'meeting.announce', id, { basedOn: 1 })
  return id
}

test(
  'everything is posted in the end, and readable',
  async () => {
    const { url } = signaling
    const tokens = await Promise.all(['dv01', 'dv02', 'dv14'].map((id) => signIn(url, id)))
    const meetings = await Promise.all(tokens.map(announce))
    const files = Array.from({ length: UPLOADS }, (_, n) => ({
      documentId: randomUUID(),
      token: tokens[n % tokens.length] ?? '',
      meetingId: meetings[n % meetings.length] ?? '',
      bytes: pdf({ pages: [[`Tài liệu ${n}`]], ballast: KILOBYTES * 1024 }),
    }))
    const before = await megabytesInUse()
    let peak = before
    let done = false
    const watch = (async () => {
      while (!done) peak = Math.max(peak, await megabytesInUse())
    })()

    const refusals: Answer[] = []
    const post = async ({ documentId, token, meetingId, bytes }: (typeof files)[number]): Promise<Answer> => {
      for (;;) {
        const answer = await upload(url, token, meetingId, bytes, { documentId })
        // The latter when the machine is so busy that not even a connection to the database comes free.
        if (answer.code !== 'TOO_MANY_REQUESTS' && answer.code !== 'DATABASE_UNAVAILABLE') return answer
        refusals.push(answer)
        // As long as it was told, like the pages do.
        await delay(Number(answer.params.seconds ?? 1) * 1_000)
      }
    }
    const answers = await Promise.all(files.map(post))
    done = true
    await watch

    expect(answers.filter(({ code }) => code !== 'ok')).toEqual([])
    expect(refusals.length).toBeGreaterThan(0)
    const told = refusals.filter(({ status }) => status === 429)
    expect(told.every(({ params }) => Number(params.seconds) > 0)).toBe(true)
    expect(await node.database.document.count()).toBe(UPLOADS)
    const hashOf = async ({ documentId, token, meetingId }: (typeof files)[number]): Promise<string> => {
      const response = await read(url, token, meetingId, `${documentId}/content`)
      return createHash('sha256')
        .update(await response.bytes())
        .digest('hex')
    }
    const contents: string[] = []
    for (let at = 0; at < UPLOADS; at += 20) contents.push(...(await Promise.all(files.slice(at, at + 20).map(hashOf))))
    expect(contents).toEqual(files.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex')))
    expect(readdirSync(path.join(folder, 'incoming'))).toEqual([])
    const figures = [before, peak].map((megabytes) => `${Math.round(megabytes)} MB`)
    process.stdout.write(
      `${UPLOADS} uploads at once of ${KILOBYTES} kB: ${refusals.length} told to come again, memory ${figures.join(' to ')}\n`,
    )
    expect(peak - before).toBeLessThan(MOST_GROWTH_MB)
  },
  PATIENCE_MS,
)
