// Signaling killed with -9 twice while two hundred members check in: no acknowledged check-in is lost, none is doubled, and
// everybody stays present. Members do as the browser does and a little more: after a break they ask again, under its id, for what was
// not answered, and enter anew on the new connection.
import { randomUUID } from 'node:crypto'
import { isReadable, verifyChain } from '@hoi-truong/shared/log'
import { meetingReducer } from '@hoi-truong/shared/streams'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../scripts/testing/database.ts'
import type { Database } from '../database/client.ts'
import { layDemoData } from '../demo/layDemoData.ts'
import { readEvents } from '../log/streamRows.ts'
import { announceMeetingOf, layBranch, type TestBranch } from '../testing/branch.ts'
import { type LogNode, openNode } from '../testing/log.ts'
import { type SignalingProcess, signalingProcess } from '../testing/process.ts'
import {
  CONTROL_SECRET,
  command,
  connect,
  GRANT_SECRET,
  PASSWORD,
  type TestSocket,
  until,
} from '../testing/signaling.ts'
import { actualTables, expectedTables } from '../testing/tables.ts'

const MEMBERS = 200
/** They press in groups, the next when half of the one before is through, so that a kill finds some answered and others not. */
const GROUP = 20
const KILL_AT = [50, 110]
const GRACE_SECONDS = 4
const ACCESS_TOKEN_SECRET = 'access-token-secret-for-tests'

let testDatabase: TestDatabase
let node: LogNode
let branch: TestBranch
let meetingId: string
let signaling: SignalingProcess

beforeAll(async () => {
  testDatabase = await createTestDatabase()
  node = openNode(testDatabase.appUrl)
  const sample = await layDemoData(node.database, PASSWORD)
  branch = await layBranch(node, sample, {
    size: MEMBERS,
    seed: 'killed',
    accessTokenSecret: ACCESS_TOKEN_SECRET,
  })
  meetingId = await announceMeetingOf(node, sample, branch)
  signaling = await signalingProcess({
    DATABASE_APP_URL: testDatabase.appUrl,
    ACCESS_TOKEN_SECRET,
    GRANT_SECRET,
    CONTROL_SECRET,
    ATTENDANCE_GRACE_SECONDS: String(GRACE_SECONDS),
    PRESENCE_RENEW_SECONDS: '1',
    LOG_LEVEL: 'error',
  })
  await signaling.start()
})
afterAll(async () => {
  await signaling.kill()
  await node.database.$disconnect()
  await testDatabase.drop()
})

/** What all members know together. */
class RollCall {
  /** Ids of check-ins that were answered. */
  readonly answered = new Set<string>()
  /** Members whose present connection has entered. */
  readonly inRoom = new Set<string>()
  ended = false
  readonly #whenAnswered: { count: number; tell: () => void }[] = []

  answer(id: string): void {
    this.answered.add(id)
    for (const { count, tell } of this.#whenAnswered) if (this.answered.size >= count) tell()
  }

  /** Fulfils in the very moment of the answer: a kill must not come when the group is through. */
  reach(count: number): Promise<void> {
    return new Promise((tell) => this.#whenAnswered.push({ count, tell }))
  }
}

/** Asks for the check-ins one after the other; false when the connection broke before they were answered. */
async function give(rollCall: RollCall, socket: TestSocket, ids: readonly string[]): Promise<boolean> {
  for (const id of ids) {
    const reply = await socket
      .emitWithAck('command', command('attendance.enter', meetingId, {}, { id }))
      .catch(() => null)
    if (!reply) return false
    if (!reply.ok) throw new Error(`a check-in was refused: ${reply.error.code}`)
    rollCall.answer(id)
  }
  return true
}

async function attend(rollCall: RollCall, memberId: string): Promise<void> {
  let unanswered: string[] = []
  while (!rollCall.ended) {
    const socket = await until(() => connect(signaling.url, branch.token(memberId)).catch(() => null))
    const broken = new Promise<void>((resolve) => socket.once('disconnect', () => resolve()))
    unanswered.push(randomUUID())
    if (await give(rollCall, socket, unanswered)) {
      rollCall.inRoom.add(memberId)
      await Promise.race([broken, until(() => rollCall.ended)])
      rollCall.inRoom.delete(memberId)
    }
    unanswered = unanswered.filter((id) => !rollCall.answered.has(id))
    socket.disconnect()
  }
}

/** How many times each command is recorded, by its id. */
async function recorded(database: Database): Promise<Map<string, number>> {
  const rows = await database.$queryRaw<{ command_id: string; times: number }[]>`
    select command_id, count(*)::integer as times from (
      select distinct command_id, seq from event where stream_id = ${meetingId}::uuid and command_id is not null
      union all select command_id, seq from command_noop where stream_id = ${meetingId}::uuid
    ) as kept group by command_id`
  return new Map(rows.map((row) => [row.command_id, row.times]))
}

/** Since the last start, with some to spare: whoever no connection keeps in the room has been shown out by then. */
async function gracePassed(): Promise<boolean | undefined> {
  const [service] = await node.database.$queryRaw<{ passed: boolean }[]>`
    select last_beat > running_since + make_interval(secs => ${GRACE_SECONDS + 2}::float8) as passed from presence_service`
  return service?.passed
}

test('two hundred members check in while signaling is killed', { timeout: 120_000 }, async () => {
  const rollCall = new RollCall()
  const members = Promise.all(
    branch.memberIds.map(async (memberId, index) => {
      const group = Math.floor(index / GROUP)
      if (group > 0) await rollCall.reach(group * GROUP - GROUP / 2)
      await attend(rollCall, memberId)
    }),
  )
  const answeredBeforeKills = new Set<string>()
  for (const count of KILL_AT) {
    await Promise.race([members, rollCall.reach(count)])
    await signaling.kill()
    for (const id of rollCall.answered) answeredBeforeKills.add(id)
    await signaling.start()
  }
  await Promise.race([members, until(() => rollCall.inRoom.size === MEMBERS)])
  await until(gracePassed)
  const kept = await recorded(node.database)
  const entries = await readEvents(node.database, meetingId, 0)
  const tables = await actualTables(node.database, meetingId)
  expect(rollCall.inRoom.size).toBe(MEMBERS)
  rollCall.ended = true
  await members

  // The kills came in the middle.
  expect(answeredBeforeKills.size).toBeLessThan(rollCall.answered.size)
  expect([...rollCall.answered].filter((id) => kept.get(id) !== 1)).toEqual([])

  expect(verifyChain(meetingId, entries)).toMatchObject({ ok: true })
  const arrivals = entries.flatMap((entry) =>
    isReadable(entry) && entry.type === 'attendance.intervalStarted' ? [entry.payload as { memberId: string }] : [],
  )
  expect(arrivals.map(({ memberId }) => memberId).sort()).toEqual(branch.memberIds.toSorted())
  const state = meetingReducer.reduceAll(meetingReducer.initial(), entries)
  const { intervals } = state.everyone.attendance
  expect(Object.keys(intervals).sort()).toEqual(branch.memberIds.toSorted())
  expect(Object.values(intervals).filter((own) => own.length !== 1 || own[0]?.endedAt !== null)).toEqual([])
  expect(tables).toEqual(expectedTables(state))
})
