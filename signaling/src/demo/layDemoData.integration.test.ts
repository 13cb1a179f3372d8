// The demo has a meeting to join after every start, whatever was practised in between.
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { asMember, openTestLog } from '../testing/log.ts'
import { member, PASSWORD } from '../testing/signaling.ts'
import { layDemoData } from './layDemoData.ts'

test('a practice meeting that was left open stands in the way of no new one', async () => {
  const log = await openTestLog()
  const [{ database, give }] = log.nodes
  const { branchId } = log.sample
  const practice = randomUUID()
  await give(asMember(member('dv06')), 'meeting.startPractice', practice, { organizationId: branchId })
  const ofBranch = { organizationId: branchId, practice: false }
  const first = await database.meeting.findFirstOrThrow({ where: ofBranch })
  await give(asMember(first.chairId), 'meeting.cancel', first.id, { reason: 'Bão, đường ngập' })

  await layDemoData(database, PASSWORD)
  await layDemoData(database, PASSWORD)

  const joinable = await database.meeting.findMany({ where: { ...ofBranch, status: 'announced' } })
  expect(joinable).toHaveLength(1)
  await log.stop()
})
