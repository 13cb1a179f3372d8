// What the connection test gets: a grant for a room of one's own, noise, and no more of either than its budget. (The node is a fake.)
import { AppError } from '@hoi-truong/shared/errors'
import { type GrantReply, grantClaimsSchema } from '@hoi-truong/shared/media'
import jwt from 'jsonwebtoken'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bringMediaNode, type FakeMediaNode } from '../testing/fakeMediaNode.ts'
import {
  command,
  connectMember,
  GRANT_SECRET,
  member,
  signIn,
  startTestSignaling,
  type TestSignaling,
} from '../testing/signaling.ts'

const KILOBYTE = 1024

let signaling: TestSignaling

beforeAll(async () => {
  signaling = await startTestSignaling()
})
afterAll(() => signaling.stop())

const fetchAs = (token: string, path: string, init: RequestInit = {}) =>
  fetch(`${signaling.server.url}/api/v1/connection-test${path}`, {
    ...init,
    headers: { authorization: `Bearer ${token}`, ...init.headers },
  })
const upload = (token: string, body: Uint8Array<ArrayBuffer>) =>
  fetchAs(token, '/upload', { method: 'POST', body, headers: { 'content-type': 'application/octet-stream' } })
const refusalOf = async (response: Response) => ({ status: response.status, ...((await response.json()) as object) })
const claimsOf = ({ grant }: GrantReply) =>
  grantClaimsSchema.parse(jwt.verify(grant, GRANT_SECRET, { algorithms: ['HS256'] }))

async function withNode<T>(work: (node: FakeMediaNode) => Promise<T>): Promise<T> {
  const node = await bringMediaNode(signaling.server.url)
  try {
    return await work(node)
  } finally {
    node.socket.disconnect()
  }
}

const grantFor = async (token: string): Promise<GrantReply> =>
  (await (await fetchAs(token, '', { method: 'POST' })).json()) as GrantReply

test('no meeting can be laid where such a room is: a grant for the one must not open the other', () =>
  withNode(async () => {
    const { meetingId } = claimsOf(await grantFor(await signIn(signaling.server.url, 'dv05')))
    const socket = await connectMember(signaling.server.url, 'dv05')
    const practice = command('meeting.startPractice', meetingId, { organizationId: signaling.sample.branchId })
    expect(await socket.emitWithAck('command', practice)).toMatchObject({ error: { code: 'STREAM_UNKNOWN' } })
    socket.disconnect()
  }))

test('a grant opens a room that is this member’s alone, the same one at each test, and no meeting’s', () =>
  withNode(async (node) => {
    const [own, other] = [await signIn(signaling.server.url, 'dv05'), await signIn(signaling.server.url, 'dv06')]
    const reply = await grantFor(own)
    const first = claimsOf(reply)
    expect(reply).toMatchObject({ url: `http://${node.nodeId}.example`, epoch: first.epoch })
    expect(first).toMatchObject({
      memberId: member('dv05'),
      nodeId: node.nodeId,
      seq: 0,
      mayPublish: ['microphone', 'camera'],
      held: [],
    })
    const again = claimsOf(await grantFor(own))
    expect(again.meetingId).toBe(first.meetingId)
    expect(again.connectionId).not.toBe(first.connectionId)
    expect(again.epoch).toBeGreaterThanOrEqual(first.epoch)
    expect(claimsOf(await grantFor(other)).meetingId).not.toBe(first.meetingId)
    // Nothing is kept of it: not as a room, not as a stream.
    const { database } = signaling.server
    expect(await database.mediaRoom.count()).toBe(0)
    expect(await database.stream.count({ where: { id: first.meetingId } })).toBe(0)
  }))

test('a media-server that comes back and names a test room is told that it has no place; its other reports change nothing', () =>
  withNode(async (node) => {
    const { meetingId, epoch } = claimsOf(await grantFor(await signIn(signaling.server.url, 'dv05')))
    expect(await node.hello([{ meetingId, epoch }])).toEqual({ ok: true, value: { rooms: [] } })
    expect(await node.roomLost(meetingId, epoch)).toEqual({ ok: true, value: { epoch } })
    const speaks = { rooms: [{ meetingId, memberIds: [member('dv05')] }] }
    expect(await node.socket.emitWithAck('speakers', speaks)).toEqual({ ok: true, value: {} })
    expect(await node.socket.emitWithAck('speakers', { rooms: [{ meetingId, memberIds: [] }] })).toMatchObject({
      ok: true,
    })
    expect(node.desired).toEqual([])
  }))

test('noise comes in the size that was asked for, is not kept anywhere, and cannot be packed', async () => {
  const token = await signIn(signaling.server.url, 'dv07')
  const response = await fetchAs(token, '/download?kilobytes=96', { headers: { 'accept-encoding': 'gzip, br' } })
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('content-type')).toBe('application/octet-stream')
  expect(response.headers.get('content-encoding')).toBeNull()
  const bytes = new Uint8Array(await response.arrayBuffer())
  expect(bytes).toHaveLength(96 * KILOBYTE)
  const packed = new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip')))
  expect((await packed.arrayBuffer()).byteLength).toBeGreaterThan(96 * KILOBYTE)
})

test('what is sent is counted and thrown away; more than a measurement takes is refused', async () => {
  const token = await signIn(signaling.server.url, 'dv07')
  expect(await (await upload(token, new Uint8Array(70_000))).json()).toEqual({ bytes: 70_000 })
  expect(await refusalOf(await upload(token, new Uint8Array(512 * KILOBYTE + 1)))).toMatchObject({
    status: new AppError('REQUEST_TOO_LARGE').status,
    error: { code: 'REQUEST_TOO_LARGE' },
  })
})

test('one member’s budget is bounded, down and up together, and nobody else’s', async () => {
  const greedy = await signIn(signaling.server.url, 'dv08')
  const tooMany = { status: 429, error: { code: 'TOO_MANY_REQUESTS', params: { seconds: expect.any(Number) } } }
  for (let half = 0; half < 31; half += 1) expect((await fetchAs(greedy, '/download?kilobytes=512')).status).toBe(200)
  expect((await upload(greedy, new Uint8Array(512 * KILOBYTE))).status).toBe(200)
  expect(await refusalOf(await fetchAs(greedy, '/download?kilobytes=512'))).toMatchObject(tooMany)
  expect(await refusalOf(await upload(greedy, new Uint8Array(512 * KILOBYTE)))).toMatchObject(tooMany)
  const other = await signIn(signaling.server.url, 'dv09')
  expect((await fetchAs(other, '/download?kilobytes=512')).status).toBe(200)
})

test('grants are bounded too', () =>
  withNode(async () => {
    const token = await signIn(signaling.server.url, 'dv10')
    for (let grant = 0; grant < 12; grant += 1) expect((await fetchAs(token, '', { method: 'POST' })).status).toBe(200)
    expect(await refusalOf(await fetchAs(token, '', { method: 'POST' }))).toMatchObject({
      status: 429,
      error: { code: 'TOO_MANY_REQUESTS' },
    })
  }))
