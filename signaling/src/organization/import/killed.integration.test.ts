// A server that is killed while it writes a list: it goes on where it was, and everything is there exactly once.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../../scripts/testing/database.ts'
import { connectDatabase, type Database } from '../../database/client.ts'
import { demoId } from '../../demo/demoId.ts'
import { layDemoData } from '../../demo/layDemoData.ts'
import { type SignalingProcess, signalingProcess } from '../../testing/process.ts'
import { CONTROL_SECRET, GRANT_SECRET, PASSWORD, signIn, until } from '../../testing/signaling.ts'
import { branchRow, filesOf, Importer, personRow } from './testing/lists.ts'

const BRANCHES = 260
const MEMBERS_OF_A_BRANCH = 12
const PROVINCE = demoId('99')

let testDatabase: TestDatabase
let database: Database
let signaling: SignalingProcess

beforeAll(async () => {
  testDatabase = await createTestDatabase()
  database = connectDatabase(testDatabase.appUrl)
  await layDemoData(database, PASSWORD)
  signaling = await signalingProcess({
    DATABASE_APP_URL: testDatabase.appUrl,
    ACCESS_TOKEN_SECRET: 'access-token-secret-for-tests',
    GRANT_SECRET,
    CONTROL_SECRET,
    LOG_LEVEL: 'fatal',
    MEMBER_BURST: '100000',
    MEMBER_REQUESTS_PER_SECOND: '100000',
  })
  await signaling.start()
})
afterAll(async () => {
  await signaling.kill()
  await database.$disconnect()
  await testDatabase.drop()
})

const code = (branch: number): string => `K.${branch}`
const list = () => ({
  organizations: Array.from({ length: BRANCHES }, (_, branch) => branchRow({ code: code(branch) })),
  members: Array.from({ length: BRANCHES * MEMBERS_OF_A_BRANCH }, (_, member) =>
    personRow({ number: `K-${member}`, branch: code(member % BRANCHES), office: member < BRANCHES ? 'Bí thư' : '' }),
  ),
})

async function written() {
  const ofImport = { type: { in: ['organization.registered', 'organization.membersImported'] } }
  const [events, members] = await Promise.all([
    database.event.groupBy({ by: ['streamId', 'type'], where: ofImport, _count: true }),
    database.member.count({ where: { memberNumber: { startsWith: 'K-' } } }),
  ])
  return { events, members }
}

test('killed twice in the middle, it ends with one of each', { timeout: 180_000 }, async () => {
  const importer = async () => new Importer(signaling.url, await signIn(signaling.url, 'qt01'), PROVINCE)
  const first = await importer()
  const { importId, faultCount } = await first.check(filesOf(list()))
  expect(faultCount).toBe(0)
  const before = (await written()).events.length
  await first.accept(importId)
  // First among the organizations, then among the members.
  for (const isMet of [
    async () => (await written()).events.length > before,
    async () => (await written()).members > 0,
  ]) {
    await until(isMet)
    await signaling.kill()
    await signaling.start()
  }
  const done = await (await importer()).settled(importId)
  expect(done).toMatchObject({ status: 'done', failure: null })

  const { events, members } = await written()
  expect(members).toBe(BRANCHES * MEMBERS_OF_A_BRANCH)
  expect(events.length - before).toBe(2 * BRANCHES)
  expect(events.filter(({ _count }) => _count !== 1)).toEqual([])
  expect(await database.event.count({ where: { type: 'organization.imported' } })).toBe(1)
  const again = await (await importer()).check(filesOf(list()))
  expect(again.counts).toMatchObject({ organizations: { unchanged: BRANCHES }, members: { unchanged: members } })
})
