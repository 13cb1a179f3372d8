// PostgreSQL killed with -9 in the middle of a thousand commands: what was acknowledged is there once, what was refused is nowhere,
// and the very same process goes on when the database is back.
import { randomUUID } from 'node:crypto'
import { AppError } from '@hoi-truong/shared/errors'
import { verifyChain } from '@hoi-truong/shared/log'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OwnPostgres, startOwnPostgres } from '../../../scripts/testing/ownPostgres.ts'
import { demoId } from '../demo/demoId.ts'
import { layDemoData } from '../demo/layDemoData.ts'
import { asMember, type LogNode, openNode } from '../testing/log.ts'
import { until } from '../testing/signaling.ts'
import { readEvents } from './streamRows.ts'

const CLIENTS = 16
const COMMANDS = 1_000

let postgres: OwnPostgres
let node: LogNode

beforeAll(async () => {
  postgres = await startOwnPostgres()
  node = openNode(postgres.appUrl)
})
afterAll(async () => {
  await node.database.$disconnect()
  await postgres.stop()
})

test('a thousand commands of sixteen clients through a killed PostgreSQL', { timeout: 120_000 }, async () => {
  const { database } = node
  await layDemoData(database, 'Thu-nghiem-2026')
  const { id: meetingId } = await database.meeting.findFirstOrThrow()
  await database.$executeRaw`insert into presence_service (running_since, last_beat) values (now(), now())`

  const acknowledged = new Set<string>()
  const refused = new Map<string, string>()
  let given = 0
  const client = async (number: number): Promise<void> => {
    const actor = asMember(demoId(`dv${String(number + 1).padStart(2, '0')}`), `connection-${number}`)
    for (let turn = 0; given < COMMANDS; turn += 1) {
      given += 1
      const id = randomUUID()
      try {
        await node.give(actor, turn % 2 === 0 ? 'attendance.enter' : 'attendance.leave', meetingId, {}, id)
        acknowledged.add(id)
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        refused.set(id, error.code)
        // As a client does: not again at once.
        await until(() =>
          database.$queryRaw`select 1`.then(
            () => true,
            () => false,
          ),
        )
      }
    }
  }
  const clients = Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)))
  await until(() => acknowledged.size > COMMANDS / 4)
  await postgres.kill()
  await postgres.start()
  await clients

  expect(acknowledged.size + refused.size).toBe(given)
  expect(acknowledged.size).toBeGreaterThan(COMMANDS / 2)
  expect([...new Set(refused.values())].filter((code) => code !== 'DATABASE_UNAVAILABLE')).toEqual([])
  const rows = await database.$queryRaw<{ command_id: string; times: number }[]>`
    select command_id, count(*)::integer as times from (
      select distinct command_id, seq from event where stream_id = ${meetingId}::uuid and command_id is not null
      union all select command_id, seq from command_noop where stream_id = ${meetingId}::uuid
    ) as kept group by command_id`
  const kept = new Map(rows.map((row) => [row.command_id, row.times]))
  expect([...acknowledged].filter((id) => kept.get(id) !== 1)).toEqual([])
  expect([...refused.keys()].filter((id) => kept.has(id))).toEqual([])
  const entries = await readEvents(database, meetingId, 0)
  expect(verifyChain(meetingId, entries)).toMatchObject({ ok: true })
})
