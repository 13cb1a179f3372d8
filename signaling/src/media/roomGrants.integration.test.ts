// Room grants: who gets one, what it says, and the room's place: its epoch rises with every new one. (The media-servers are fakes.)
import { randomUUID } from 'node:crypto'
import { GRANT_SECONDS, type GrantReply, grantClaimsSchema } from '@hoi-truong/shared/media'
import jwt from 'jsonwebtoken'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bringMediaNode, type FakeMediaNode } from '../testing/fakeMediaNode.ts'
import { announceMeeting } from '../testing/outsiders.ts'
import {
  command,
  connectMember,
  GRANT_SECRET,
  member,
  startTestSignaling,
  type TestSignaling,
  type TestSocket,
} from '../testing/signaling.ts'
import { MediaNodes } from './mediaNodes.ts'
import { RoomGrants } from './roomGrants.ts'

let signaling: TestSignaling
let socket: TestSocket

beforeAll(async () => {
  // As good as for ever: nothing here waits for an absence to count.
  signaling = await startTestSignaling({ MEDIA_NODE_ABSENCE_SECONDS: '300' })
  socket = await connectMember(signaling.server.url, 'dv04')
})
afterAll(async () => {
  socket.disconnect()
  await signaling.stop()
})

const enter = (meetingId: string, who = socket) => who.emitWithAck('command', command('attendance.enter', meetingId))
const ask = (meetingId: string, who = socket) => who.emitWithAck('grant', { meetingId })
async function grant(meetingId: string): Promise<GrantReply> {
  const reply = await ask(meetingId)
  if (!reply.ok) throw new Error(reply.error.code)
  return reply.value
}
async function withNode<T>(
  work: (node: FakeMediaNode) => Promise<T>,
  nodeId?: string,
  instanceId?: string,
): Promise<T> {
  const node = await bringMediaNode(signaling.server.url, nodeId, instanceId)
  try {
    return await work(node)
  } finally {
    node.socket.disconnect()
  }
}

test('without any media-server there is no grant', async () => {
  const meetingId = await announceMeeting(signaling)
  await enter(meetingId)
  expect(await ask(meetingId)).toEqual({ ok: false, error: { code: 'MEDIA_UNAVAILABLE' } })
})

test('a grant is for one member on one connection in one room on one node, for a minute', () =>
  withNode(async (node) => {
    const meetingId = await announceMeeting(signaling)
    const entered = await enter(meetingId)
    const { grant: token, url, epoch } = await grant(meetingId)
    expect([url, epoch]).toEqual([`http://${node.nodeId}.example`, 1])
    const claims = jwt.verify(token, GRANT_SECRET, { algorithms: ['HS256'] }) as jwt.JwtPayload
    expect(grantClaimsSchema.parse(claims)).toEqual({
      meetingId,
      memberId: member('dv04'),
      connectionId: socket.id,
      nodeId: node.nodeId,
      epoch: 1,
      seq: entered.ok && entered.value.seq,
      mayPublish: ['microphone', 'camera', 'screen'],
      held: [],
      neverCapped: false,
    })
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(GRANT_SECONDS)
  }, 'media-claims'))

test('only who has entered over this very connection gets one, and not after leaving', () =>
  withNode(async () => {
    const meetingId = await announceMeeting(signaling)
    const otherTab = await connectMember(signaling.server.url, 'dv04')
    const outside = { ok: false, error: { code: 'ATTENDANCE_NOT_IN_ROOM' } }
    expect(await ask(meetingId)).toEqual(outside)
    await enter(meetingId)
    expect(await ask(meetingId)).toMatchObject({ ok: true })
    expect(await ask(meetingId, otherTab)).toEqual(outside)
    await enter(meetingId, otherTab)
    expect(await ask(meetingId, otherTab)).toMatchObject({ ok: true })
    await socket.emitWithAck('command', command('attendance.leave', meetingId))
    expect(await ask(meetingId)).toEqual(outside)
    expect(await ask(meetingId, otherTab)).toMatchObject({ ok: true })
    otherTab.disconnect()
  }, 'media-entering'))

test('a lost room gets a new place at once; the same report again, or an old one, changes nothing', () =>
  withNode(async (node) => {
    const meetingId = await announceMeeting(signaling)
    await enter(meetingId)
    expect((await grant(meetingId)).epoch).toBe(1)
    const second = { ok: true, value: { epoch: 2 } }
    expect(await node.roomLost(meetingId, 1)).toEqual(second)
    expect(await node.roomLost(meetingId, 1)).toEqual(second)
    expect((await grant(meetingId)).epoch).toBe(2)
    expect(await Promise.all([1, 2, 3].map(() => node.roomLost(meetingId, 2)))).toEqual(
      Array(3).fill({ ok: true, value: { epoch: 3 } }),
    )
    expect((await grant(meetingId)).epoch).toBe(3)
  }, 'media-losing'))

test('whoever is shown out while their room is being placed gets no grant for it', async () => {
  const meetingId = await announceMeeting(signaling)
  await enter(meetingId)
  const chair = await connectMember(signaling.server.url, 'dv01')
  const { cache, database } = signaling.server
  let shownOut: Promise<unknown> | undefined
  // The node is told of it as soon as the room has a place there: what is granted by an older reading would stand until the next event.
  const read: typeof cache.read = async (...asked) => {
    const snapshot = await cache.read(...asked)
    const remove = command('attendance.remove', meetingId, { memberId: member('dv04'), reason: 'làm ồn' })
    shownOut ??= chair.emitWithAck('command', remove)
    expect(await shownOut).toMatchObject({ ok: true })
    return snapshot
  }
  const nodes = new MediaNodes()
  nodes.add({
    nodeId: 'media-late',
    instanceId: randomUUID(),
    publicUrl: 'http://late.example',
    rooms: 0,
    send: () => {},
  })
  const grants = new RoomGrants({ database, cache: { read }, nodes, secret: GRANT_SECRET, nodeAbsenceSeconds: 300 })
  const issued = grants.issue(member('dv04'), String(socket.id), meetingId)
  await expect(issued).rejects.toMatchObject({ code: 'ATTENDANCE_REMOVED' })
  chair.disconnect()
})

test('nobody can lose a room that another node has', () =>
  withNode(async () => {
    const meetingId = await announceMeeting(signaling)
    await enter(meetingId)
    const { url } = await grant(meetingId)
    await withNode(async (other) => {
      expect(await other.roomLost(meetingId, 1)).toEqual({ ok: true, value: { epoch: 1 } })
    }, 'media-other')
    expect(await grant(meetingId)).toMatchObject({ url, epoch: 1 })
  }, 'media-owner'))

test('a media-server that has started anew has lost its rooms: the next grant is for a new place there', async () => {
  const meetingId = await announceMeeting(signaling)
  await enter(meetingId)
  const before = await withNode(() => grant(meetingId), 'media-restarting')
  await withNode(async (node) => {
    expect(await node.hello([{ meetingId, epoch: before.epoch }])).toEqual({ ok: true, value: { rooms: [] } })
    expect(await grant(meetingId)).toMatchObject({ url: before.url, epoch: before.epoch + 1 })
  }, 'media-restarting')
})

test('a media-server that only lost its line for a moment keeps the room, and others do not get it meanwhile', async () => {
  const meetingId = await announceMeeting(signaling)
  await enter(meetingId)
  const { before, instanceId } = await withNode(
    async (node) => ({ before: await grant(meetingId), instanceId: node.instanceId }),
    'media-away',
  )
  await withNode(async () => {
    expect(await ask(meetingId)).toEqual({ ok: false, error: { code: 'MEDIA_UNAVAILABLE' } })
  }, 'media-spare')
  await withNode(
    async () => expect(await grant(meetingId)).toMatchObject({ url: before.url, epoch: before.epoch }),
    'media-away',
    instanceId,
  )
})

test('a second line of the same media-server takes the place of the first, whose end then changes nothing', () =>
  withNode(async (first) => {
    const meetingId = await announceMeeting(signaling)
    await enter(meetingId)
    const before = await grant(meetingId)
    await withNode(
      async (second) => {
        first.socket.disconnect()
        expect(await second.hello()).toMatchObject({ ok: true })
        expect(await grant(meetingId)).toMatchObject({ url: before.url, epoch: before.epoch })
      },
      first.nodeId,
      first.instanceId,
    )
  }, 'media-twice'))
