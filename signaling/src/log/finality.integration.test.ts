// What is written stays: the application's role can neither change nor remove events, and the owner's erasure leaves the chain whole.
import { isReadable, verifyChain } from '@hoi-truong/shared/log'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoId } from '../demo/demoId.ts'
import { asMember, openTestLog, type TestLog } from '../testing/log.ts'

let log: TestLog
let application: pg.Client
let owner: pg.Client

beforeAll(async () => {
  log = await openTestLog()
  application = new pg.Client(log.appUrl)
  owner = new pg.Client(log.ownerUrl)
  await application.connect()
  await owner.connect()
})
afterAll(async () => {
  await application.end()
  await owner.end()
  await log.stop()
})

describe('the application role', () => {
  test.each([
    `update event set payload = '{}'`,
    `update event set salt = null, payload = null`,
    'delete from event',
    'truncate event cascade',
    'truncate stream cascade',
    `update command_noop set seq = 0`,
    'delete from command_noop',
    'delete from stream',
    `update stream set kind = 'meeting'`,
    'delete from attendance_interval',
    'alter table event disable trigger all',
    'drop table event',
    'create table another (id integer)',
    `select erase_event('00000000-0000-4000-8000-000000000000', 1)`,
    'set role hoi_truong_owner',
    'alter role hoi_truong_app superuser',
  ])('is refused: %s', async (statement) => {
    await expect(application.query(statement)).rejects.toMatchObject({ code: '42501' })
  })

  test('owns nothing and is nobody special', async () => {
    const { rows } = await application.query(`
      select rolsuper, rolcreatedb, rolcreaterole, rolbypassrls,
        (select count(*)::int from pg_class where relowner = r.oid) as owned
      from pg_roles r where rolname = current_user`)
    expect(rows).toEqual([{ rolsuper: false, rolcreatedb: false, rolcreaterole: false, rolbypassrls: false, owned: 0 }])
  })
})

describe('the owner', () => {
  test.each([`update event set type = 'other'`, 'delete from event', 'truncate event cascade'])(
    'is refused too: %s',
    async (statement) => {
      await expect(owner.query(statement)).rejects.toMatchObject({ code: '42501' })
    },
  )

  test('erases on legal request: the content is gone, the chain holds, the state is worked out without it', async () => {
    const meetingId = await log.announce()
    const [node, other] = log.nodes
    const reason = 'Điều trị bệnh tại bệnh viện'
    await node.give(asMember(demoId('dv18')), 'attendance.reportAbsence', meetingId, { reason })
    const reported = (await log.entries(meetingId)).find(
      (entry) => isReadable(entry) && entry.type === 'attendance.absenceReported',
    )
    const { rows } = await owner.query('select erase_event($1, $2) as erased', [meetingId, reported?.seq])
    expect(rows).toEqual([{ erased: true }])

    const entries = await log.entries(meetingId)
    expect(JSON.stringify(entries.filter((entry) => entry.seq === reported?.seq))).not.toContain(reason)
    expect(verifyChain(meetingId, entries)).toMatchObject({ ok: true })
    const { state } = await other.cache.read(other.database, meetingId)
    expect(state).toMatchObject({ bureau: { attendance: [] } })
    await node.give(asMember(demoId('dv01'), 'c1'), 'attendance.enter', meetingId)
  })

  test('erases nothing else: a second erasure and an unknown event change nothing', async () => {
    const meetingId = await log.announce()
    const erase = async (seq: number) =>
      (await owner.query<{ erased: boolean }>('select erase_event($1, $2) as erased', [meetingId, seq])).rows[0]?.erased
    expect([await erase(99), await erase(1), await erase(1)]).toEqual([false, true, false])
  })
})
