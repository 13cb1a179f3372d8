// A notice that came after the closing, repeated after the closing was taken back, is still the one that was kept with the branch.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demoId.ts'
import { asMember, openTestLog, type TestLog } from '../testing/log.ts'

let log: TestLog

beforeAll(async () => {
  log = await openTestLog()
})
afterAll(() => log.stop())

test('once only, whatever has happened meanwhile', async () => {
  const [node] = log.nodes
  const [chair, member] = ['dv01', 'dv18'].map((id) => asMember(demoId(id), id)) as [Actor, Actor]
  const meetingId = await log.announce()
  const id = randomUUID()
  const report = () => node.give(member, 'attendance.reportAbsence', meetingId, { reason: 'Đi viện' }, id)
  await node.give(chair, 'meeting.open', meetingId)
  await node.give(chair, 'meeting.close', meetingId)
  const first = await report()
  expect(first.streamId).toBe(log.sample.branchId)
  await node.give(chair, 'meeting.reopen', meetingId)
  expect(await report()).toEqual(first)
  const { state } = await node.cache.read(node.database, meetingId)
  expect(state.everyone).toMatchObject({ attendance: { absences: {} } })
})

type Actor = ReturnType<typeof asMember>
