// The line to PostgreSQL is cut round a COMMIT. Whether it was written or not, the command is answered by what holds, and is told to
// the room once.
import { isReadable } from '@hoi-truong/shared/log'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demoId.ts'
import { type CuttingProxy, startCuttingProxy } from '../testing/cuttingProxy.ts'
import { asMember, type LogNode, openNode, openTestLog, type TestLog } from '../testing/log.ts'

let log: TestLog
let proxy: CuttingProxy
let node: LogNode

beforeAll(async () => {
  log = await openTestLog()
  proxy = await startCuttingProxy(log.appUrl)
  node = openNode(proxy.url)
})
afterAll(async () => {
  await node.database.$disconnect()
  await proxy.stop()
  await log.stop()
})

const cases = (['beforeCommit', 'afterCommit'] as const).flatMap((moment) => [
  { moment, people: ['dv04'] },
  { moment, people: ['dv04', 'dv05', 'dv06'] },
])

test.each(cases)('cut $moment, $people.length together: accepted once, published once', async ({ moment, people }) => {
  const meetingId = await log.announce()
  const published: number[] = []
  node.publisher.subscribe(({ snapshot, entries }) => {
    if (snapshot.streamId === meetingId) published.push(...entries.map((entry) => entry.seq))
  })
  // Warm: as when people are already following the meeting.
  node.cache.keep(await node.cache.read(node.database, meetingId))
  const before = proxy.cuts()
  proxy.cutNext(moment)
  const replies = await Promise.all(
    people.map((id) => node.give(asMember(demoId(id), `${meetingId}-${id}`), 'attendance.enter', meetingId)),
  )
  const numbers = people.map((_, index) => index + 3)

  expect(proxy.cuts()).toBe(before + 1)
  const entries = await log.entries(meetingId)
  expect(replies.map((reply) => reply.seq).toSorted()).toEqual(numbers)
  expect(entries.flatMap((entry) => (isReadable(entry) ? [entry.type] : []))).toEqual([
    'meeting.drafted',
    'meeting.announced',
    ...people.map(() => 'attendance.intervalStarted'),
  ])
  expect(published).toEqual(numbers)
})
