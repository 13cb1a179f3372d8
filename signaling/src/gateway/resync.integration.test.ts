// Coming back: whoever says where they stood gets what they missed; whoever stood elsewhere gets the state.

import { randomUUID } from 'node:crypto'
import { GENESIS_HASH, type Position, verifyChain } from '@hoi-truong/shared/log'
import type { SyncReply } from '@hoi-truong/shared/protocol'
import { type MeetingStreamState, meetingReducer } from '@hoi-truong/shared/streams'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownCommand } from '../log/ownCommand.ts'
import { asServer } from '../testing/outsiders.ts'
import {
  command,
  connectMember,
  member,
  startTestSignaling,
  type TestSignaling,
  type TestSocket,
  until,
} from '../testing/signaling.ts'

let signaling: TestSignaling
let socket: TestSocket

beforeAll(async () => {
  signaling = await startTestSignaling()
  socket = await connectMember(signaling.server.url, 'dv04')
  await socket.emitWithAck('command', command('attendance.enter', signaling.meetingId))
})
afterAll(async () => {
  socket.disconnect()
  await signaling.stop()
})

async function sync(after?: Position): Promise<SyncReply> {
  const reply = await socket.emitWithAck('subscribe', { streamId: signaling.meetingId, after })
  if (!reply.ok) throw new Error(reply.error.code)
  return reply.value
}
async function snapshot() {
  const reply = await sync()
  if (reply.kind !== 'snapshot') throw new Error('expected a snapshot')
  return { position: reply.position, state: reply.state as MeetingStreamState }
}
async function missed(after: Position) {
  const reply = await sync(after)
  if (reply.kind !== 'events') throw new Error('expected events')
  return reply.entries
}

/** Enters and leaves by turns, as another member, so many times. */
function comeAndGo(times: number): Promise<unknown> {
  const actor = { kind: 'member' as const, memberId: member('dv05'), connectionId: randomUUID(), nodeId: 'test' }
  const { meetingId: streamId, server } = signaling
  const commands = Array.from({ length: times }, (_, index) => {
    const type = index % 2 ? ('attendance.leave' as const) : ('attendance.enter' as const)
    const validUntil = new Date(Date.now() + 60_000).toISOString()
    return server.pipeline.submit({ ...ownCommand(type, streamId, {}), actor, validUntil })
  })
  return Promise.all(commands)
}

test('without a position: the state, the server’s clock and who is looking', async () => {
  const reply = await sync()
  expect(reply).toMatchObject({
    kind: 'snapshot',
    streamId: signaling.meetingId,
    viewer: { memberId: member('dv04'), bureau: false },
  })
  expect(Math.abs(Date.parse(reply.now) - Date.now())).toBeLessThan(60_000)
})

test('with a position: exactly what was missed, which leads to the state of now', async () => {
  const before = await snapshot()
  expect(await missed(before.position)).toEqual([])
  await comeAndGo(10)
  const entries = await missed(before.position)
  const now = await snapshot()
  expect(verifyChain(signaling.meetingId, entries, before.position)).toEqual({ ok: true, head: now.position })
  expect(meetingReducer.reduceAll(before.state, entries)).toEqual(now.state)
  expect(await missed({ seq: 0, hash: GENESIS_HASH })).toHaveLength(now.position.seq)
})

test('a position that is not on this chain is answered with the state', async () => {
  const { position } = await snapshot()
  const foreign = 'f'.repeat(64)
  for (const after of [
    { ...position, hash: foreign },
    { seq: position.seq - 2, hash: foreign },
    { seq: 0, hash: foreign },
    { seq: position.seq + 1, hash: position.hash },
    { seq: Number.MAX_SAFE_INTEGER, hash: position.hash },
    { seq: position.seq - 1, hash: position.hash },
  ]) {
    expect(await sync(after), String(after.seq)).toMatchObject({ kind: 'snapshot', position })
  }
})

test('who missed 500 gets them, who missed more gets the state', async () => {
  const first = await snapshot()
  await comeAndGo(500)
  expect(await missed(first.position)).toHaveLength(500)
  await comeAndGo(1)
  expect(await sync(first.position)).toMatchObject({ kind: 'snapshot', position: { seq: first.position.seq + 501 } })
})

test('an officer who is suspended reads the branch’s stream as a member from that moment, and again as an officer afterwards', async () => {
  const { server, sample } = signaling
  const deputy = await connectMember(server.url, 'dv02')
  let resyncs = 0
  deputy.on('resync', () => {
    resyncs += 1
  })
  const sees = async () => {
    const reply = await deputy.emitWithAck('subscribe', { streamId: sample.branchId })
    return reply.ok && reply.value.viewer.bureau
  }
  expect(await sees()).toBe(true)
  const standing = { memberId: member('dv02'), kind: 'suspended', from: '2026-11-01' }
  const decision = { number: '03-QĐ/UBKT', date: '2026-11-01' }
  await asServer(server, 'member.setStanding', sample.branchId, { ...standing, decision, to: null })
  await until(() => resyncs === 1)
  expect(await sees()).toBe(false)
  await asServer(server, 'member.endStanding', sample.branchId, { ...standing, to: '2026-11-02' })
  await until(() => resyncs === 2)
  expect(await sees()).toBe(true)
  deputy.disconnect()
})
