// Nobody finds out who cast which ballot, with everything in hand that is left after the closing: every table with the place and the
// transaction of every row, every line of the log, the metrics. An attacker lays every order in it beside every other and hits no more than
// chance does; two boxes that are careless in one thing each are found out by the same attack. Two hundred polls: `npm run bench:secrecy`.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../../scripts/testing/database.ts'
import { type Finding, openSecrecyTest, type SecrecyTest, VOTERS } from '../../testing/secrecy/secrecy.ts'

const POLLS = 20
const LEAKY_POLLS = 4

let database: TestDatabase
let secrecy: SecrecyTest

beforeAll(async () => {
  database = await createTestDatabase()
  secrecy = await openSecrecyTest(database)
})
afterAll(async () => {
  await secrecy?.stop()
  await database?.drop()
})

const names = ({ suspicious }: Finding): string[] => suspicious.map(({ name }) => name)

test('the box keeps its secret: no order of anything says more than chance', { timeout: 120_000 }, async () => {
  const finding = await secrecy.run(POLLS, 'honest')
  expect(finding.polls.every(({ ballots }) => ballots.length === VOTERS)).toBe(true)
  // Rows, lists and lines were really laid beside each other.
  expect(finding.attacks.length).toBeGreaterThan(20)
  let stood = names(finding)
  if (stood.length > 0) {
    // One honest box in a hundred stands out. What stands out twice, in polls that have nothing to do with each other, does so for a reason.
    const again = names(await secrecy.run(POLLS, 'honest'))
    stood = stood.filter((name) => again.includes(name))
  }
  expect(stood).toEqual([])
  const written = [...finding.dump.lines, finding.dump.metrics].join('\n')
  const stored = finding.dump.rows.map(({ text }) => text).join('\n')
  for (const { receipts, ballots, tokens } of finding.polls) {
    for (const trace of [...receipts, ...ballots, ...tokens]) expect(written).not.toContain(trace)
    for (const token of tokens) expect(stored).not.toContain(token)
  }
  expect(finding.dump.rows.filter(({ table }) => table === 'secret_box')).toEqual([])
})

test('ballots that come out as they were put in are found out', { timeout: 60_000 }, async () => {
  const finding = await secrecy.run(LEAKY_POLLS, 'keepsOrder')
  expect(names(finding).some((name) => name.startsWith('member') && name.includes('to ballot'))).toBe(true)
  expect(Math.max(...finding.suspicious.map(({ hits }) => hits))).toBeGreaterThanOrEqual((LEAKY_POLLS * VOTERS) / 2)
})

test('a receipt under the id of a command is found out', { timeout: 60_000 }, async () => {
  const finding = await secrecy.run(LEAKY_POLLS, 'receiptByCommand')
  expect(finding.suspicious).toContainEqual({ name: 'member in one row with receipt', hits: LEAKY_POLLS * VOTERS })
})
