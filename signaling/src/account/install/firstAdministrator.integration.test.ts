// An installation without demo data: the command line makes one administrator, who takes it from there.
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../../scripts/testing/database.ts'
import { readConfig } from '../../config.ts'
import { type SignalingServer, startSignaling } from '../../server.ts'
import { Browser } from '../../testing/browser.ts'
import { CONTROL_SECRET, GRANT_SECRET } from '../../testing/signaling.ts'

const NUMBER = '012345678'
const PASSWORD = 'con trâu đi cày'

let testDatabase: TestDatabase
let server: SignalingServer
let environment: Record<string, string>
let documents: string

const run = (...options: string[]) =>
  spawnSync(process.execPath, [path.join(import.meta.dirname, 'administrator.ts'), ...options], {
    env: environment,
    encoding: 'utf8',
  })
const install = () =>
  run('--code', 'TINH-01', '--organization', 'Đảng bộ tỉnh Giả Tưởng', '--number', NUMBER, '--name', 'Người Đầu Tiên')
const codeIn = (output: string): string => /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5}$/m.exec(output)?.[0] ?? ''

beforeAll(async () => {
  testDatabase = await createTestDatabase()
  documents = await mkdtemp(path.join(tmpdir(), 'hoi-truong-documents-'))
  environment = {
    DOCUMENT_DIR: documents,
    PORT: '0',
    DATABASE_APP_URL: testDatabase.appUrl,
    ACCESS_TOKEN_SECRET: 'access-token-secret-for-tests',
    GRANT_SECRET,
    CONTROL_SECRET,
    LOG_LEVEL: 'error',
  }
  server = await startSignaling(readConfig(environment))
})
afterAll(async () => {
  await server.stop()
  await testDatabase.drop()
  await rm(documents, { recursive: true, force: true })
})

test('the slip opens an account with the rights of the whole province', async () => {
  const { status, stdout } = install()
  expect(status).toBe(0)
  const browser = new Browser(server.url)
  const { body } = await browser.activate(NUMBER, codeIn(stdout), PASSWORD)
  expect(body?.member).toMatchObject({ name: 'Người Đầu Tiên', organizationName: 'Đảng bộ tỉnh Giả Tưởng' })
  const headers = { authorization: `Bearer ${body?.accessToken}` }
  const own = (await (await fetch(`${server.url}/api/v1/organizations`, { headers })).json()) as {
    organizations: { code: string; roles: string[] }[]
  }
  expect(own.organizations).toMatchObject([{ code: 'TINH-01', roles: ['administrator', 'member'] }])
})

test('run again it is a new slip for the same person', async () => {
  const { stdout } = install()
  expect((await new Browser(server.url).logIn(NUMBER, PASSWORD)).body?.error?.code).toBe('CREDENTIALS_WRONG')
  expect((await new Browser(server.url).activate(NUMBER, codeIn(stdout), 'cái bống đi chợ')).status).toBe(200)
  expect(await server.database.organization.count()).toBe(1)
  expect(await server.database.member.count()).toBe(1)
})

test.each([[[]], [['--number', NUMBER]], [['--password', 'x']]])('with %j it says how it is used', (options) => {
  const { status, stderr } = run(...options)
  expect(status).toBe(1)
  expect(stderr).toContain('--organization')
  expect(stderr).not.toContain('    at ')
})
