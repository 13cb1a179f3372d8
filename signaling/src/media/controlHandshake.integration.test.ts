// The control channel lets media-servers in, nobody else, and looks at all that they say. (The media-servers here are fakes.)
import { randomUUID } from 'node:crypto'
import { CONTROL_CONTRACT, controlRequestSchemas } from '@hoi-truong/shared/media'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bringMediaNode, controlAuth, dialIn, type FakeMediaNode } from '../testing/fakeMediaNode.ts'
import { startTestSignaling, type TestSignaling } from '../testing/signaling.ts'

let signaling: TestSignaling
let node: FakeMediaNode

beforeAll(async () => {
  signaling = await startTestSignaling()
  node = await bringMediaNode(signaling.server.url)
})
afterAll(async () => {
  node.socket.disconnect()
  await signaling.stop()
})

test.each<[string, object, string]>([
  ['a wrong secret', { secret: 'control-secret-for-tesTs' }, 'TOKEN_INVALID'],
  ['a longer secret', { secret: 'control-secret-for-tests-and-more' }, 'TOKEN_INVALID'],
  ['a secret in other characters of the same length', { secret: 'control-secret-for-test§' }, 'TOKEN_INVALID'],
  ['no secret', { secret: undefined }, 'REQUEST_MALFORMED'],
  ['a secret in a list', { secret: ['control-secret-for-tests'] }, 'REQUEST_MALFORMED'],
  ['one of before there was a contract', { contract: undefined }, 'REQUEST_MALFORMED'],
  ['an older one', { contract: CONTROL_CONTRACT - 1 }, 'PROTOCOL_OLD'],
  ['one from the future', { contract: CONTROL_CONTRACT + 1 }, 'PROTOCOL_OLD'],
  ['no name', { nodeId: '' }, 'REQUEST_MALFORMED'],
  ['an endless name', { nodeId: 'n'.repeat(65) }, 'REQUEST_MALFORMED'],
  ['an instance that is no id', { instanceId: 'first' }, 'REQUEST_MALFORMED'],
  ['an address that is none', { publicUrl: 'media' }, 'REQUEST_MALFORMED'],
  ['an unknown field', { admin: true }, 'REQUEST_MALFORMED'],
])('%s is refused', async (_what, wrong, code) => {
  const refusal = await dialIn(signaling.server.url, { ...controlAuth('media-9'), ...wrong }).catch(
    (data: unknown) => data,
  )
  expect(refusal).toMatchObject({ code })
})

const roomLost = { meetingId: randomUUID(), epoch: 1 }
const bad: Record<keyof typeof controlRequestSchemas, unknown[]> = {
  hello: [
    undefined,
    {},
    { rooms: 'all' },
    { rooms: [{ meetingId: 'x', epoch: 1 }] },
    { rooms: [{ meetingId: randomUUID(), epoch: 0 }] },
    { rooms: [], more: 1 },
  ],
  roomLost: [undefined, {}, { ...roomLost, meetingId: 'x' }, { ...roomLost, epoch: 0.5 }, { ...roomLost, more: 1 }],
  speakers: [
    undefined,
    {},
    { rooms: [{ meetingId: 'x', memberIds: [] }] },
    { rooms: [{ meetingId: randomUUID(), memberIds: ['x'] }] },
    { rooms: [{ meetingId: randomUUID(), memberIds: Array.from({ length: 11 }, () => randomUUID()) }] },
    { rooms: Array.from({ length: 501 }, () => ({ meetingId: randomUUID(), memberIds: [] })) },
    { rooms: [], more: 1 },
  ],
  load: [undefined, {}, { rooms: -1, peers: 0, workers: 0 }, { rooms: 1, peers: 1, workers: 1, more: 1 }],
}

test.each(Object.entries(bad))('%s with a malformed body is refused', async (request, bodies) => {
  const emitWithAck = node.socket.emitWithAck.bind(node.socket) as unknown as (name: string, body: unknown) => unknown
  for (const body of bodies) {
    expect(await emitWithAck(request, body)).toMatchObject({ ok: false, error: { code: 'REQUEST_MALFORMED' } })
  }
  expect(await emitWithAck('shutDown', {})).toEqual({ ok: false, error: { code: 'REQUEST_UNKNOWN' } })
})

test('every request of the control channel has a row', () => {
  expect(Object.keys(bad).sort()).toEqual(Object.keys(controlRequestSchemas).sort())
})

test('a report of what is lost where nothing was is answered and changes nothing', async () => {
  expect(await node.roomLost(roomLost.meetingId, 7)).toEqual({ ok: true, value: { epoch: 7 } })
  expect(await node.socket.emitWithAck('load', { rooms: 3, peers: 20, workers: 2 })).toEqual({ ok: true, value: {} })
  expect(await signaling.server.database.mediaRoom.count()).toBe(0)
})
