// Who speaks is told to those who follow without media, and to nobody else. (The media-server is a fake.)
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
const sockets: TestSocket[] = []

beforeAll(async () => {
  signaling = await startTestSignaling()
  node = await bringMediaNode(signaling.server.url)
  await node.hello()
})
afterAll(async () => {
  for (const socket of sockets) socket.disconnect()
  node.socket.disconnect()
  await signaling.stop()
})

async function arrive(who: string) {
  const socket = await connectMember(signaling.server.url, who)
  sockets.push(socket)
  const heard: unknown[] = []
  socket.on('speakers', (message) => heard.push(message))
  return { socket, heard }
}

test('a follower hears of it; who is in the room, or follows nothing, does not', async () => {
  const meetingId = await announceMeeting(signaling)
  const [follows, isInside, isElsewhere] = [await arrive('dv05'), await arrive('dv04'), await arrive('dv06')]
  expect(await follows.socket.emitWithAck('subscribe', { streamId: meetingId })).toMatchObject({ ok: true })
  expect(await isInside.socket.emitWithAck('subscribe', { streamId: meetingId })).toMatchObject({ ok: true })
  const enters = command('attendance.enter', meetingId)
  expect(await isInside.socket.emitWithAck('command', enters)).toMatchObject({ ok: true })

  const says = (memberIds: string[]) => node.socket.emitWithAck('speakers', { rooms: [{ meetingId, memberIds }] })
  expect(await says([member('dv04')])).toEqual({ ok: true, value: {} })
  expect(await says([])).toEqual({ ok: true, value: {} })
  await until(() => follows.heard.length === 2)
  expect(follows.heard).toEqual([
    { streamId: meetingId, memberIds: [member('dv04')] },
    { streamId: meetingId, memberIds: [] },
  ])
  // Asked and answered after it was said: what was for them would have come before.
  for (const { socket } of [isInside, isElsewhere]) await socket.emitWithAck('unsubscribe', { streamId: meetingId })
  expect([isInside.heard, isElsewhere.heard]).toEqual([[], []])

  // Who leaves the room and follows on is told again.
  await isInside.socket.emitWithAck('subscribe', { streamId: meetingId })
  const leaves = command('attendance.leave', meetingId)
  expect(await isInside.socket.emitWithAck('command', leaves)).toMatchObject({ ok: true })
  await says([member('dv05')])
  await until(() => isInside.heard.length === 1)
})
