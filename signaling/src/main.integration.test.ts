// The process itself: what cannot start says why in one sentence and ends with 1; what runs ends with 0 on Ctrl-C.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../scripts/testing/database.ts'
import { freePort } from './testing/process.ts'
import { until } from './testing/signaling.ts'
import { throughPort } from './testing/tcpProxy.ts'

let testDatabase: TestDatabase
let taken: Server
let takenPort: number

beforeAll(async () => {
  testDatabase = await createTestDatabase()
  taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  const address = taken.address()
  takenPort = typeof address === 'object' && address ? address.port : 0
})
afterAll(async () => {
  taken.close()
  rmSync(documents, { recursive: true })
  await testDatabase.drop()
})

const documents = mkdtempSync(path.join(tmpdir(), 'documents-'))

interface Run {
  code: number | null
  stderr: string
}

function start(
  environment: Record<string, string>,
  whenUp?: (url: string, stop: () => void) => Promise<void>,
): Promise<Run> {
  const env = {
    PATH: process.env.PATH,
    PORT: '0',
    DATABASE_APP_URL: testDatabase.appUrl,
    ACCESS_TOKEN_SECRET: 'access-token-secret',
    GRANT_SECRET: 'grant-secret-for-tests',
    CONTROL_SECRET: 'control-secret-for-tests',
    DOCUMENT_DIR: documents,
    ...environment,
  }
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'main.ts')], { env })
  const errors: string[] = []
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()))
  child.stdout.resume()
  const ended = new Promise<Run>((resolve) => {
    child.once('close', (code) => resolve({ code, stderr: errors.join('') }))
  })
  if (whenUp) void whenUp(`http://127.0.0.1:${environment.PORT}`, () => child.kill('SIGINT'))
  return ended
}

const elsewhere = (change: (url: URL) => void): string => {
  const url = new URL(testDatabase.appUrl)
  change(url)
  return url.href
}

test.each<[string, () => Record<string, string> | Promise<Record<string, string>>, RegExp]>([
  [
    'the port is taken',
    () => ({ PORT: String(takenPort) }),
    /^signaling cannot listen: port \d+ is taken: stop the other program or set PORT to a free one\.$/,
  ],
  [
    'the host is no address of this machine',
    () => ({ HOST: '192.0.2.1' }),
    /^signaling cannot listen: 192\.0\.2\.1 is no address of this machine: set HOST to one that is, or to 0\.0\.0\.0\.$/,
  ],
  [
    'nobody listens at the database’s address',
    async () => ({ DATABASE_APP_URL: throughPort(testDatabase.appUrl, await freePort()) }),
    /^signaling cannot reach PostgreSQL at DATABASE_APP_URL: is it running, and is the address right\?$/,
  ],
  [
    'the database’s host has no address',
    () => ({ DATABASE_APP_URL: elsewhere((url) => (url.hostname = 'postgres.invalid')) }),
    /^signaling cannot reach PostgreSQL at DATABASE_APP_URL: is it running, and is the address right\?$/,
  ],
  [
    'the password of the database is wrong',
    () => ({ DATABASE_APP_URL: elsewhere((url) => (url.password = 'wrong')) }),
    /^signaling cannot use its database: PostgreSQL refuses the name or the password in DATABASE_APP_URL\.$/,
  ],
  [
    'the database does not exist',
    () => ({ DATABASE_APP_URL: elsewhere((url) => (url.pathname = '/not_there')) }),
    /^signaling cannot use its database: the database named in DATABASE_APP_URL is not there: create it and run the migrations\.$/,
  ],
  [
    'the migrations have not run',
    () => ({ DATABASE_APP_URL: elsewhereAsSuperuser() }),
    /^signaling cannot use its database: the database lacks its tables: run scripts\/migrate\.mjs with DATABASE_URL set to its owner\.$/,
  ],
  [
    'a variable is wrong',
    () => ({ LOG_LEVEL: 'loud' }),
    /^signaling cannot start, its configuration is wrong \(see docs\/configuration\.md\):\n {2}LOG_LEVEL must be one of .*$/,
  ],
])('when %s, one sentence says so', async (_when, environment, sentence) => {
  const { code, stderr } = await start(await environment())
  expect(stderr.trim()).toMatch(sentence)
  expect(stderr).not.toMatch(/^\s+at |node:internal/m)
  expect(code).toBe(1)
})

/** PostgreSQL's own database, which has no tables of ours. */
function elsewhereAsSuperuser(): string {
  const url = new URL(testDatabase.superuserUrl)
  url.pathname = '/postgres'
  return url.href
}

test('it serves, and ends with 0 and without a word of complaint on Ctrl-C', async () => {
  const port = String(await freePort())
  const { code, stderr } = await start({ PORT: port }, async (url, stop) => {
    await until(() =>
      fetch(`${url}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      ),
    )
    stop()
  })
  expect(stderr).toBe('')
  expect(code).toBe(0)
})
