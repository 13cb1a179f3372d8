// Uploads that break off between the store and the log, and what the sweep makes of the rest.
import { randomUUID } from 'node:crypto'
import { readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { takeClock } from '../../../scripts/testing/clock.ts'
import { type SignalingProcess, signalingProcess } from '../testing/process.ts'
import { command, signIn, startTestSignaling, type TestSignaling, until } from '../testing/signaling.ts'
import { DirectoryStore, incomingFolder } from './store/DirectoryStore.ts'
import { sweep } from './store/sweep.ts'
import { pdf } from './testing/pdfSamples.ts'
import { read, upload } from './testing/uploads.ts'
import { docx, paragraph } from './testing/zipSamples.ts'

let signaling: TestSignaling
let other: SignalingProcess
let owner: pg.Client

beforeAll(async () => {
  signaling = await startTestSignaling()
  const { config } = signaling
  other = await signalingProcess({
    DATABASE_APP_URL: config.DATABASE_APP_URL,
    ACCESS_TOKEN_SECRET: config.ACCESS_TOKEN_SECRET,
    GRANT_SECRET: config.GRANT_SECRET,
    CONTROL_SECRET: config.CONTROL_SECRET,
    DOCUMENT_DIR: config.DOCUMENT_DIR,
    LOG_LEVEL: 'silent',
  })
  owner = new pg.Client(signaling.testDatabase.ownerUrl)
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await other.kill()
  await signaling.stop()
})

const stored = (): string[] =>
  readdirSync(signaling.config.DOCUMENT_DIR, { recursive: true, encoding: 'utf8' })
    .map((name) => path.basename(name))
    .filter((name) => /^[0-9a-f]{64}/.test(name))
const sweepNow = (sparedMs = -10_000) =>
  sweep({
    database: signaling.server.database,
    store: new DirectoryStore(signaling.config.DOCUMENT_DIR),
    incoming: incomingFolder(signaling.config.DOCUMENT_DIR),
    sparedMs,
  })

test('killed between store and log: nothing is posted, the same upload goes through again, and what is left over is swept', async () => {
  const { meetingId, server } = signaling
  await other.start()
  const token = await signIn(other.url, 'dv01')
  const documentId = randomUUID()
  const file = pdf({ pages: [['Trước khi ghi']] })
  // The log waits for this lock; the file does not.
  await owner.query('begin')
  await owner.query('select from stream where id = $1 for update', [meetingId])
  const lost = upload(other.url, token, meetingId, file, { documentId }).then(
    () => 'answered',
    () => 'broken off',
  )
  await until(() => stored().length === 1)
  await other.kill()
  await owner.query('rollback')
  expect(await lost).toBe('broken off')
  // PostgreSQL may still hold the statement of the dead program: then it ends without a commit.
  await until(
    async () => (await owner.query('select from stream where id = $1 for update nowait', [meetingId])).rowCount,
  )
  expect(await server.database.document.count()).toBe(0)
  expect(readdirSync(incomingFolder(signaling.config.DOCUMENT_DIR))).toHaveLength(1)

  // Without a single document in it, this may be another database than the files belong to.
  expect(await sweepNow()).toBe(0)
  expect(stored()).toHaveLength(1)
  expect(await upload(server.url, await signIn(server.url, 'dv01'), meetingId, file, { documentId })).toMatchObject({
    code: 'ok',
  })
  expect(await sweepNow()).toBe(0)
  expect(stored()).toHaveLength(1)
  expect(readdirSync(incomingFolder(signaling.config.DOCUMENT_DIR))).toEqual([])
})

test('what is nobody’s goes; what was withdrawn goes after thirty days, unless another document is the same file', async () => {
  const { meetingId, server, config } = signaling
  const token = await signIn(server.url, 'dv01')
  const store = new DirectoryStore(config.DOCUMENT_DIR)
  const orphan = path.join(incomingFolder(config.DOCUMENT_DIR), 'left-over')
  writeFileSync(orphan, 'x')
  await store.put('f'.repeat(64), orphan)
  const before = stored().length
  // Young files are spared: they may be on their way.
  expect(await sweepNow(60_000)).toBe(0)
  expect(await sweepNow()).toBe(1)
  expect(stored()).toHaveLength(before - 1)

  const letter = docx(paragraph('Thư'))
  const twice = pdf({ pages: [['Hai lần']] })
  const gone = await upload(server.url, token, meetingId, letter, { name: 'thư.docx' })
  const one = await upload(server.url, token, meetingId, twice)
  const two = await upload(server.url, token, meetingId, twice)
  for (const { document } of [gone, one]) {
    const payload = { documentId: document.documentId, reason: 'Đăng nhầm' }
    const body = JSON.stringify({ ...command('document.withdraw', meetingId, payload), validUntil: undefined })
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    expect((await fetch(`${server.url}/api/v1/commands`, { method: 'POST', headers, body })).status).toBe(200)
  }
  expect(await sweepNow()).toBe(0)
  const clock = await takeClock(signaling.testDatabase.ownerUrl)
  await clock.shift(31 * 86_400)
  // The file and its text.
  expect(await sweepNow()).toBe(2)
  await clock.shift(0)
  await clock.stop()
  expect(await store.has(gone.document.sha256)).toBe(false)
  expect((await read(server.url, token, meetingId, `${two.document.documentId}/content`)).status).toBe(200)
})

test('documents of a practice meeting go when it has left its list', async () => {
  const { server, sample, config } = signaling
  const token = await signIn(server.url, 'dv06')
  const practice = randomUUID()
  const body = JSON.stringify({
    ...command('meeting.startPractice', practice, { organizationId: sample.branchId }),
    validUntil: undefined,
  })
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  expect((await fetch(`${server.url}/api/v1/commands`, { method: 'POST', headers, body })).status).toBe(200)
  const { document } = await upload(server.url, token, practice, pdf({ pages: [['Tập']] }))
  expect(await sweepNow()).toBe(0)
  const clock = await takeClock(signaling.testDatabase.ownerUrl)
  await clock.shift(3 * 86_400)
  expect(await sweepNow()).toBe(1)
  await clock.shift(0)
  await clock.stop()
  expect(await new DirectoryStore(config.DOCUMENT_DIR).has(document.sha256)).toBe(false)
})
