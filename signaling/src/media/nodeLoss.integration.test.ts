// A media-server that does not come back: its rooms move, and two signaling nodes that place a room at once agree. (All are fakes.)
import type { GrantReply } from '@hoi-truong/shared/media'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SignalingServer } from '../server.ts'
import { bringMediaNode } from '../testing/fakeMediaNode.ts'
import { announceMeeting } from '../testing/outsiders.ts'
import {
  command,
  connectMember,
  startTestSignaling,
  type TestSignaling,
  type TestSocket,
  until,
} from '../testing/signaling.ts'

let signaling: TestSignaling
let second: SignalingServer
let sockets: [TestSocket, TestSocket]

beforeAll(async () => {
  signaling = await startTestSignaling({ MEDIA_NODE_ABSENCE_SECONDS: '1.5' })
  second = await signaling.startNode()
  sockets = [await connectMember(signaling.server.url, 'dv04'), await connectMember(second.url, 'dv05')]
})
afterAll(async () => {
  for (const socket of sockets) socket.disconnect()
  await signaling.stop()
})

const ask = (socket: TestSocket, meetingId: string) => socket.emitWithAck('grant', { meetingId })
/** Both members enter a new meeting, each over another signaling node. */
async function enteredMeeting(): Promise<string> {
  const meetingId = await announceMeeting(signaling)
  for (const socket of sockets) {
    expect(await socket.emitWithAck('command', command('attendance.enter', meetingId))).toMatchObject({ ok: true })
  }
  return meetingId
}
/** A media-server on the control channel of both signaling nodes. */
async function onBoth(nodeId: string) {
  const first = await bringMediaNode(signaling.server.url, nodeId)
  const other = await bringMediaNode(second.url, nodeId, first.instanceId)
  return { first, leave: () => [first, other].map(({ socket }) => socket.disconnect()) }
}
const granted = (reply: Awaited<ReturnType<typeof ask>>): GrantReply => {
  if (!reply.ok) throw new Error(reply.error.code)
  return reply.value
}

test('unavailable at first, then on another node in a new place; when the first comes back, it is told that the room is gone', async () => {
  const [socket] = sockets
  const meetingId = await enteredMeeting()
  const gone = await onBoth('media-1')
  expect(granted(await ask(socket, meetingId))).toMatchObject({ url: 'http://media-1.example', epoch: 1 })
  const spare = await onBoth('media-2')
  gone.leave()
  const refused = await until(async () => {
    const reply = await ask(socket, meetingId)
    return !reply.ok && reply
  })
  expect(refused).toEqual({ ok: false, error: { code: 'MEDIA_UNAVAILABLE' } })
  const moved = await until(async () => {
    const reply = await ask(socket, meetingId)
    return reply.ok && reply.value
  })
  expect(moved).toMatchObject({ url: 'http://media-2.example', epoch: 2 })

  const back = await bringMediaNode(signaling.server.url, 'media-1', gone.first.instanceId)
  expect(await back.hello([{ meetingId, epoch: 1 }])).toEqual({ ok: true, value: { rooms: [] } })
  expect(await back.roomLost(meetingId, 1)).toEqual({ ok: true, value: { epoch: 2 } })
  expect(granted(await ask(socket, meetingId))).toMatchObject({ url: 'http://media-2.example', epoch: 2 })
  back.socket.disconnect()
  spare.leave()
})

test('two signaling nodes that give a room its place at the same moment agree on one', async () => {
  const nodes = await Promise.all(['media-3', 'media-4'].map(onBoth))
  const loads = [
    [9, 1],
    [1, 9],
  ] as const
  // Each signaling node believes another media-server to be the idle one.
  for (const [index, url] of [signaling.server.url, second.url].entries()) {
    for (const [which, rooms] of (loads[index] ?? []).entries()) {
      const line = await bringMediaNode(url, `media-${which + 3}`, nodes[which]?.first.instanceId)
      await line.socket.emitWithAck('load', { rooms, peers: 0, workers: 1 })
      nodes.push({ first: line, leave: () => [line.socket.disconnect()] })
    }
  }
  for (let round = 0; round < 6; round += 1) {
    const meetingId = await enteredMeeting()
    const [one, two] = (await Promise.all(sockets.map((socket) => ask(socket, meetingId)))).map(granted)
    expect([one?.url, one?.epoch]).toEqual([two?.url, 1])
    expect(two?.epoch).toBe(1)
  }
  for (const { leave } of nodes) leave()
})
