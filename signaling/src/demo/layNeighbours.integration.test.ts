// What an officer of the demo's commune finds: branches in every state, their records whole, the same again when laid twice.
import { verifyChain } from '@hoi-truong/shared/log'
import type { BranchLine } from '@hoi-truong/shared/monitoring'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readMonitoring } from '../monitoring/view.ts'
import { openTestLog, type TestLog } from '../testing/log.ts'
import { PASSWORD } from '../testing/signaling.ts'
import { demoId } from './demoId.ts'
import { layNeighbours } from './layNeighbours.ts'
import { neighbours } from './neighbours.ts'

let log: TestLog

const lay = () => layNeighbours(log.nodes[0].database, log.nodes[0].pipeline, log.sample, PASSWORD)
const look = (who: string, code: string) => readMonitoring(log.nodes[0].database, demoId(who), demoId(code), undefined)

beforeAll(async () => {
  log = await openTestLog()
  await lay()
})
afterAll(() => log.stop())

test('the commune’s officer sees its branches, some of which have met', async () => {
  const { lines, sums } = await look('MAU-90002', '99.000.001')
  const branches = lines as BranchLine[]
  expect(branches).toHaveLength(neighbours.filter(({ code }) => code.startsWith('99.000.001')).length + 1)
  expect(branches.filter(({ month }) => month === 'held').map(({ name }) => name)).toEqual([
    'Chi bộ Thôn Giả Định 1',
    'Chi bộ Thôn Mô Hình',
    'Chi bộ Tổ dân phố Thử Nghiệm',
  ])
  // 29/31, 17/18, 15/40 held; 11/16 running.
  expect(sums).toMatchObject({ present: 72, expected: 105, byMonth: { held: 3, running: 1, notHeld: 1 } })
})

test('the sibling’s officer sees the sibling’s, the province’s both', async () => {
  expect((await look('MAU-90003', '99.000.002')).lines.map(({ name }) => name)).toEqual(['Chi bộ Thôn Tưởng Tượng'])
  await expect(look('MAU-90003', '99.000.001')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect((await look('MAU-90004', '99')).lines.map(({ name }) => name)).toEqual([
    'Đảng bộ xã Minh Họa',
    'Đảng bộ xã Tượng Trưng',
  ])
})

test('what was laid for days past is a chain like any other', async () => {
  const { lines } = await look('MAU-90002', '99.000.001')
  const held = (lines as BranchLine[]).find(({ month }) => month === 'held')?.meetings[0]
  const entries = await log.entries(held?.meetingId ?? '')
  expect(entries).toHaveLength(4 + 29)
  expect(verifyChain(held?.meetingId ?? '', entries)).toMatchObject({ ok: true })
})

test('laid again, nothing is there twice', async () => {
  const { database } = log.nodes[0]
  const count = async () => [
    await database.meeting.count(),
    await database.member.count(),
    await database.organization.count(),
    await database.event.count(),
  ]
  const before = await count()
  await lay()
  expect(await count()).toEqual(before)
})
