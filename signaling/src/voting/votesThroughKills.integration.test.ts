// Votes through kill -9 of signaling and of PostgreSQL, over real sockets. The whole size (thousands of votes, five rounds) is
// `npm run bench:votekills`.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OwnPostgres, startOwnPostgres } from '../../../scripts/testing/ownPostgres.ts'
import { layDemoData } from '../demo/layDemoData.ts'
import { allowBallotsOnDevices } from '../testing/ballots/ballotRules.ts'
import { Device } from '../testing/ballots/device.ts'
import { type Kill, killAmidBallots, killAmidVotes } from '../testing/ballots/killRound.ts'
import { noFaults } from '../testing/ballots/openVotes.ts'
import { noSecretFaults } from '../testing/ballots/secretVotes.ts'
import { announceMeetingOf, layBranch } from '../testing/branch.ts'
import { type LogNode, openNode } from '../testing/log.ts'
import { type SignalingProcess, signalingProcess } from '../testing/process.ts'
import { CONTROL_SECRET, command, GRANT_SECRET } from '../testing/signaling.ts'

const VOTERS = 40
const VOTES_EACH = 10

let postgres: OwnPostgres
let node: LogNode
let signaling: SignalingProcess
let devices: Device[]
let meetingId: string
let kills: Kill[]

beforeAll(async () => {
  postgres = await startOwnPostgres()
  node = openNode(postgres.appUrl)
  const accessTokenSecret = randomUUID()
  const sample = await layDemoData(node.database, 'Thu-nghiem-2026')
  const branch = await layBranch(node, sample, { size: VOTERS, seed: 'votes through kills', accessTokenSecret })
  await allowBallotsOnDevices(node, branch.branchId)
  meetingId = await announceMeetingOf(node, sample, branch)
  signaling = await signalingProcess({
    DATABASE_APP_URL: postgres.appUrl,
    ACCESS_TOKEN_SECRET: accessTokenSecret,
    GRANT_SECRET,
    CONTROL_SECRET,
    LOG_LEVEL: 'silent',
  })
  await signaling.start()
  kills = [signaling, postgres].map(({ kill, start }) => async () => {
    await kill()
    await start()
  })
  const { url } = signaling
  devices = branch.memberIds.map((memberId) => new Device(memberId, { url, token: branch.token(memberId), meetingId }))
  await Promise.all(devices.map((device) => device.ready()))
  expect(await devices[0]?.give(command('meeting.open', meetingId))).toBe('ok')
})
afterAll(async () => {
  for (const device of devices ?? []) device.stop()
  await signaling?.kill()
  await node.database.$disconnect()
  await postgres.stop()
})

test('open: what was acknowledged counts, once, as it was given last', { timeout: 60_000 }, async () => {
  const { cast, faults, forgotten, askedAgain } = await killAmidVotes({
    meetingId,
    devices,
    database: node.database,
    kills,
    votesEach: VOTES_EACH,
    validMs: 60_000,
  })
  expect(cast.votes).toBe(VOTERS * VOTES_EACH)
  expect(cast.repeats).toBeGreaterThan((VOTERS * VOTES_EACH) / 10)
  expect(askedAgain).toBeGreaterThan(0)
  expect([...cast.refused]).toEqual([])
  expect(cast.last.size).toBe(VOTERS)
  expect(faults).toEqual(noFaults)
  expect(forgotten).toEqual([])
})

test('secret: what was acknowledged is in the list, once', { timeout: 60_000 }, async () => {
  const { cast, faults, askedAgain } = await killAmidBallots({
    url: signaling.url,
    meetingId,
    devices,
    database: node.database,
    kills: kills.toReversed(),
    atOnce: 8,
  })
  expect(cast.acknowledged.size).toBe(VOTERS)
  expect(askedAgain).toBeGreaterThan(0)
  expect([...cast.refused]).toEqual([])
  expect(faults).toEqual(noSecretFaults)
})
