// Two workers on one run: the one that was thought dead and comes back leaves everything to the one that has it now.
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openTestLog } from '../../testing/log.ts'
import { claimRun, completeFile, failRun, insertChunk, insertRun } from './runs.ts'

test('who has lost a run neither fails it nor takes its file away', async () => {
  const log = await openTestLog()
  const [{ database }] = log.nodes
  const [organization] = log.sample.organizations
  const { id: memberId } = await database.member.findFirstOrThrow()
  const id = randomUUID()
  const files = [{ name: 'danh-sach.csv', bytes: 1 }]
  await insertRun(database, { id, organizationId: organization?.id ?? '', memberId, salt: 's', files })
  await insertChunk(database, id, 0, 0, Buffer.from('x'))
  await completeFile(database, id, 0, '0'.repeat(64))
  await claimRun(database, 'the slow one')
  await database.importRun.update({ where: { id }, data: { beatAt: new Date(0) } })
  expect(await claimRun(database, 'the next one')).toMatchObject({ runId: id })

  await failRun(database, id, 'the slow one', { code: 'IMPORT_FILE_INCOMPLETE' })
  expect(await database.importRun.findUnique({ where: { id } })).toMatchObject({ status: 'uploaded', failure: null })
  expect(await database.importChunk.count({ where: { runId: id } })).toBe(1)

  await failRun(database, id, 'the next one', { code: 'IMPORT_FILE_INCOMPLETE' })
  expect(await database.importRun.findUnique({ where: { id } })).toMatchObject({ status: 'failed' })
  expect(await database.importChunk.count({ where: { runId: id } })).toBe(0)
  await log.stop()
})
