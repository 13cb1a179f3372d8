// What signaling tells the room's media-server: who is in, after every change, and all of it after a break. (The node is a fake.)
import { randomUUID } from 'node:crypto'
import type { DesiredRoom } from '@hoi-truong/shared/media'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bringMediaNode, type FakeMediaNode } from '../testing/fakeMediaNode.ts'
import { announceMeeting } from '../testing/outsiders.ts'
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

async function give(socket: TestSocket, type: string, meetingId: string, payload: object = {}): Promise<number> {
  const reply = await socket.emitWithAck('command', command(type, meetingId, payload))
  if (!reply.ok) throw new Error(`${type}: ${reply.error.code}`)
  return reply.value.seq
}
const everything = ['microphone', 'camera', 'screen']
/** Before the opening everybody is heard; the chair is never one talker too many. */
const peer = (id: string) => ({
  memberId: member(id),
  mayPublish: everything,
  held: [] as string[],
  neverCapped: id === 'dv01',
  silencedSeq: 0,
})
const waits = (id: string) => ({ ...peer(id), mayPublish: ['microphone', 'camera'], held: ['microphone'] })
const at = (meetingId: string, seq: number): Promise<DesiredRoom> =>
  until(() => node.desired.find((room) => room.meetingId === meetingId && room.seq === seq))

test('a room is told of every coming, leaving and of the closing, each with a higher number', async () => {
  const meetingId = await announceMeeting(signaling)
  const entered = await give(chair, 'attendance.enter', meetingId)
  expect(await chair.emitWithAck('grant', { meetingId })).toMatchObject({ ok: true, value: { epoch: 1 } })
  expect(node.desired.filter((room) => room.meetingId === meetingId)).toEqual([])

  const room = { meetingId, epoch: 1, open: true }
  const came = await give(other, 'attendance.enter', meetingId)
  expect(await at(meetingId, came)).toEqual({ ...room, seq: came, peers: [peer('dv01'), peer('dv04')] })
  const opened = await give(chair, 'meeting.open', meetingId)
  expect(await at(meetingId, opened)).toEqual({ ...room, seq: opened, peers: [peer('dv01'), waits('dv04')] })
  const left = await give(other, 'attendance.leave', meetingId)
  expect(await at(meetingId, left)).toEqual({ ...room, seq: left, peers: [peer('dv01')] })
  const closed = await give(chair, 'meeting.close', meetingId)
  expect(await at(meetingId, closed)).toEqual({ ...room, seq: closed, open: false, peers: [] })
  expect([entered, came, opened, left].every((seq) => seq < closed)).toBe(true)
  expect(await chair.emitWithAck('grant', { meetingId })).toEqual({ ok: false, error: { code: 'MEETING_CLOSED' } })
})

test('the floor, and microphones switched off, reach the node with the event that says so', async () => {
  const meetingId = await announceMeeting(signaling)
  await give(chair, 'attendance.enter', meetingId)
  await chair.emitWithAck('grant', { meetingId })
  await give(other, 'attendance.enter', meetingId)
  await give(chair, 'meeting.open', meetingId)
  const peersAt = async (seq: number) => (await at(meetingId, seq)).peers
  const speechId = randomUUID()
  const grant = { speechId, memberId: member('dv04'), limitSeconds: null }
  const granted = await give(chair, 'floor.grant', meetingId, grant)
  expect(await peersAt(granted)).toEqual([peer('dv01'), { ...peer('dv04'), neverCapped: true }])
  const ended = await give(other, 'floor.end', meetingId, { speechId })
  expect(await peersAt(ended)).toEqual([peer('dv01'), waits('dv04')])
  const opened = await give(chair, 'floor.changeMode', meetingId, { mode: 'open' })
  expect(await peersAt(opened)).toEqual([peer('dv01'), peer('dv04')])
  const silenced = await give(chair, 'floor.silence', meetingId, { memberIds: null })
  expect(await peersAt(silenced)).toEqual([peer('dv01'), { ...peer('dv04'), silencedSeq: silenced }])
  const removal = { memberId: member('dv04'), reason: 'Gây mất trật tự' }
  const out = await give(chair, 'attendance.remove', meetingId, removal)
  expect(await peersAt(out)).toEqual([peer('dv01')])
  const refused = { ok: false, error: { code: 'ATTENDANCE_REMOVED', params: { reason: removal.reason } } }
  expect(await other.emitWithAck('grant', { meetingId })).toEqual(refused)
})

test('a node hears nothing of meetings that have no room on it', async () => {
  const meetingId = await announceMeeting(signaling)
  const watched = await announceMeeting(signaling)
  await give(chair, 'attendance.enter', watched)
  await chair.emitWithAck('grant', { meetingId: watched })
  await give(other, 'attendance.enter', meetingId)
  await at(watched, await give(other, 'attendance.enter', watched))
  expect(node.desired.filter((room) => room.meetingId === meetingId)).toEqual([])
})

test('after a break the node gets all its rooms whole, ended ones only when it asks about them', async () => {
  const [open, ended] = [await announceMeeting(signaling), await announceMeeting(signaling)]
  for (const meetingId of [open, ended]) {
    await give(chair, 'attendance.enter', meetingId)
    await chair.emitWithAck('grant', { meetingId })
  }
  node.socket.disconnect()
  const opened = await give(chair, 'meeting.open', ended)
  await give(chair, 'meeting.close', ended)
  const came = await give(other, 'attendance.enter', open)

  node = await bringMediaNode(signaling.server.url, node.nodeId, node.instanceId)
  const roomsOf = async (asked: string[]) => {
    const reply = await node.hello(asked.map((meetingId) => ({ meetingId, epoch: 1 })))
    if (!reply.ok) throw new Error(reply.error.code)
    return new Map(reply.value.rooms.map((room) => [room.meetingId, room]))
  }
  const whole = await roomsOf([])
  expect(whole.get(open)).toEqual({
    meetingId: open,
    epoch: 1,
    seq: came,
    open: true,
    peers: [peer('dv01'), peer('dv04')],
  })
  expect(whole.has(ended)).toBe(false)
  const asked = await roomsOf([open, ended])
  expect(asked.get(ended)).toMatchObject({ epoch: 1, open: false, peers: [] })
  expect(asked.get(ended)?.seq).toBeGreaterThan(opened)

  const later = await give(other, 'attendance.leave', open)
  expect(await at(open, later)).toMatchObject({ peers: [peer('dv01')] })
})
