import { chainEvent, GENESIS, type LogEvent, linkOf, type Position } from '@hoi-truong/shared/log'
import { expect, it } from 'vitest'
import { checkLog } from './checkLog.ts'

const streamId = '7a3e0b0c-8f43-4a4f-9a0e-1c9f0f5f9d01'
let head: Position = GENESIS
const log: LogEvent[] = [1, 2, 3].map((n) => {
  const draft = { type: 'meeting.opened', version: 1, audience: 'everyone' as const, payload: { n } }
  const stamp = { actorId: null, at: `2026-11-03T12:30:0${n}.000Z`, salt: '00'.repeat(16) }
  const event = chainEvent(streamId, head, draft, stamp)
  head = event
  return event
})
const shown: Position = { seq: 3, hash: head.hash }

it('finds a whole log intact, also with entries that may not be read', () => {
  expect(checkLog(streamId, log, shown)).toEqual({ intact: true, count: 3 })
  expect(checkLog(streamId, log.map(linkOf), shown)).toEqual({ intact: true, count: 3 })
})

it('finds the entry that was changed or is missing', () => {
  const [first, second, third] = log as [LogEvent, LogEvent, LogEvent]
  expect(checkLog(streamId, [first, { ...second, payload: { n: 7 } }, third], shown)).toEqual({ intact: false, seq: 2 })
  expect(checkLog(streamId, [first, third], shown)).toEqual({ intact: false, seq: 3 })
})

it('finds a log that was cut short of what is shown', () => {
  expect(checkLog(streamId, log.slice(0, 2), shown)).toEqual({ intact: false, seq: 3 })
})
