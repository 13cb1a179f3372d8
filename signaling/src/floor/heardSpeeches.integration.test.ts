// A media-server's reports end up as speeches in the record, by the log's clock. (The media-server is a fake.)
import { randomUUID } from 'node:crypto'
import type { FloorState } from '@hoi-truong/shared/floor'

import { afterAll, beforeAll, expect, test } from 'vitest'
import { asMeeting } from '../log/streamCache.ts'
import { bringMediaNode, type FakeMediaNode } from '../testing/fakeMediaNode.ts'
import { announceMeeting } from '../testing/outsiders.ts'
import {
  command,
  connectMember,
  member,
  signIn,
  startTestSignaling,
  type TestSignaling,
  type TestSocket,
  until,
} from '../testing/signaling.ts'

let signaling: TestSignaling
let node: FakeMediaNode
let chair: TestSocket
let other: TestSocket

beforeAll(async () => {
  signaling = await startTestSignaling()
  const { url } = signaling.server
  node = await bringMediaNode(url)
  chair = await connectMember(url, 'dv01')
  other = await connectMember(url, 'dv04')
})
afterAll(async () => {
  for (const socket of [chair, other, node.socket]) socket.disconnect()
  await signaling.stop()
})

async function give(socket: TestSocket, type: string, meetingId: string, payload: object = {}): Promise<void> {
  const reply = await socket.emitWithAck('command', command(type, meetingId, payload))
  if (!reply.ok) throw new Error(`${type}: ${reply.error.code}`)
}
async function opened(): Promise<string> {
  const meetingId = await announceMeeting(signaling)
  await give(chair, 'attendance.enter', meetingId)
  await give(other, 'attendance.enter', meetingId)
  await give(chair, 'meeting.open', meetingId)
  return meetingId
}
const stateOf = async (meetingId: string) =>
  asMeeting(await signaling.server.cache.read(signaling.server.database, meetingId)).state.everyone
const says = (meetingId: string, memberIds: string[]) =>
  node.socket.emitWithAck('speakers', { rooms: [{ meetingId, memberIds }] })

/** Reported as going on until it is long enough for a speech. */
async function talk(meetingId: string, memberIds: string[]): Promise<void> {
  const begun = performance.now()
  await until(async () => {
    expect(await says(meetingId, memberIds)).toEqual({ ok: true, value: {} })
    return performance.now() - begun > 5_500
  })
}

test('chaired: the chair is noted at the closing, a member without the floor is not', { timeout: 30_000 }, async () => {
  const meetingId = await opened()
  await talk(meetingId, [member('dv01'), member('dv04')])
  await give(chair, 'meeting.close', meetingId)
  const { floor, meeting } = await until(async () => {
    const state = await stateOf(meetingId)
    return state.floor.speeches.length > 0 && state
  })
  expect(floor.speeches).toMatchObject([{ memberId: member('dv01'), siteId: null, way: 'heard' }])
  const { startedAt = '', endedAt } = floor.speeches[0] ?? {}
  expect(startedAt >= (meeting.openedAt ?? '') && (endedAt ?? '~') <= (meeting.closedAt ?? '')).toBe(true)
  expect(Date.parse(endedAt ?? '') - Date.parse(startedAt)).toBeGreaterThan(4_999)
  const rows = await signaling.server.database.speech.findMany({ where: { meetingId } })
  expect(rows).toMatchObject([{ memberId: member('dv01'), way: 'heard', endReason: 'own' }])
})

test('the record lists who spoke; a hand that was never called is not in it', async () => {
  const meetingId = await opened()
  await give(other, 'floor.raiseHand', meetingId, { handId: randomUUID(), memberId: member('dv04') })
  const speechId = randomUUID()
  await give(chair, 'floor.grant', meetingId, { speechId, memberId: member('dv01'), limitSeconds: 60 })
  await give(chair, 'meeting.close', meetingId)
  const { url } = signaling.server
  const headers = { authorization: `Bearer ${await signIn(url, 'dv05')}` }
  const reply = await fetch(`${url}/api/v1/meetings/${meetingId}`, { headers })
  const { state } = (await reply.json()) as { state: { everyone: { floor: FloorState } } }
  expect(state.everyone.floor.hands).toEqual([])
  expect(state.everyone.floor.speeches).toMatchObject([
    {
      speechId,
      memberId: member('dv01'),
      startedAt: expect.any(String),
      endedAt: expect.any(String),
      reason: 'closed',
    },
  ])
})

test('what is on when signaling stops is written', { timeout: 30_000 }, async () => {
  const second = await signaling.startNode()
  const meetingId = await opened()
  const elsewhere = await bringMediaNode(second.url, 'media-2')
  await give(chair, 'floor.changeMode', meetingId, { mode: 'open' })
  const begun = performance.now()
  await until(async () => {
    await elsewhere.socket.emitWithAck('speakers', { rooms: [{ meetingId, memberIds: [member('dv04')] }] })
    return performance.now() - begun > 5_500
  })
  await second.stop()
  elsewhere.socket.disconnect()
  expect((await stateOf(meetingId)).floor.speeches).toMatchObject([{ memberId: member('dv04'), way: 'heard' }])
})
