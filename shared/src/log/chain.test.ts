// The chain's form is a contract with whoever keeps a record: these hashes must never change.
import { expect, test } from 'vitest'
import { canonicalJson, chainEvent, GENESIS, type LogEntry, linkOf, verifyChain } from './index.ts'

const streamId = '3f2b8c1e-0000-4000-8000-000000000001'
const stamp = {
  actorId: '3f2b8c1e-0000-4000-8000-000000000002',
  at: '2026-11-03T12:30:00.000Z',
  salt: '00112233445566778899aabbccddeeff',
}
const draft = { type: 'meeting.closed', version: 1, audience: 'everyone' as const, payload: { lời: 'Kết thúc', số: 1 } }

test('the hashes of a known event, as worked out by another program', () => {
  const event = chainEvent(streamId, GENESIS, draft, stamp)
  expect(event.contentHash).toBe('ce230a7851eda642f5574c9a18f3c5731eae9edf4d3ebc031e0b0892ae8614d3')
  expect(event.hash).toBe('68057268720b1d1e518b65bc8ca0030bbf313cd7c0e9ec1f4dc4387d0d137939')
})

test('JSON is canonical: order of keys and form of numbers do not matter (RFC 8785)', () => {
  expect(canonicalJson({ b: 1.0, a: ['đ', null] })).toBe('{"a":["đ",null],"b":1}')
})

test('verification goes on from any known place, and says what is broken where', () => {
  const first = chainEvent(streamId, GENESIS, draft, stamp)
  const second = chainEvent(streamId, first, draft, { ...stamp, at: '2026-11-03T12:31:00.000Z' })
  const third = chainEvent(streamId, second, draft, { ...stamp, at: '2026-11-03T12:31:00.000Z' })
  const entries: LogEntry[] = [first, linkOf(second), third]
  expect(verifyChain(streamId, entries)).toEqual({ ok: true, head: { seq: 3, hash: third.hash } })
  expect(verifyChain(streamId, [second, third], first)).toMatchObject({ ok: true })
  expect(verifyChain(streamId, [first, third])).toEqual({ ok: false, seq: 3, broken: 'order' })
  expect(verifyChain(streamId, [first, { ...second, payload: {} }])).toEqual({ ok: false, seq: 2, broken: 'content' })
  const early = chainEvent(streamId, first, draft, { ...stamp, at: '2026-11-03T12:00:00.000Z' })
  expect(verifyChain(streamId, [first, early])).toEqual({ ok: false, seq: 2, broken: 'time' })
  const foreign = chainEvent('3f2b8c1e-0000-4000-8000-000000000009', first, draft, stamp)
  expect(verifyChain(streamId, [first, foreign])).toEqual({ ok: false, seq: 2, broken: 'hash' })
})
