// Whoever asks without end is told to wait; nobody else is, and after the wait all is well. (With small limits: a flood of the real
// size would depend on the speed of the machine.)
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SignalingServer } from '../server.ts'
import {
  connect,
  connectMember,
  member,
  signIn,
  startTestSignaling,
  type TestSignaling,
  until,
} from '../testing/signaling.ts'

const BURST = 20
const FLOOD = 60
const tooMany = { code: 'TOO_MANY_REQUESTS', params: { seconds: 1 } }

let signaling: TestSignaling
let limited: SignalingServer

beforeAll(async () => {
  signaling = await startTestSignaling()
  limited = await signaling.startNode({
    MEMBER_BURST: String(BURST),
    MEMBER_REQUESTS_PER_SECOND: '1',
    ADDRESS_BURST: String(BURST),
    ADDRESS_REQUESTS_PER_SECOND: '1',
  })
})
afterAll(() => signaling.stop())

/** Signed in over the node that does not limit addresses: sessions are good on every node. */
const token = (id: string) => signIn(signaling.server.url, id)
const times = <T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)))

test('over two sockets of one member: a burst passes, the rest is told to wait, others work on, and it recovers', async () => {
  const own = await token('dv04')
  const [one, two, other] = await Promise.all([
    connect(limited.url, own),
    connect(limited.url, own),
    connect(limited.url, await token('dv05')),
  ])
  const wish = { streamId: signaling.meetingId }
  const flood = times(FLOOD, (index) => (index % 2 ? one : two).emitWithAck('unsubscribe', wish))
  expect(await other.emitWithAck('subscribe', wish)).toMatchObject({ ok: true })
  const answers = await flood
  const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.error]))
  expect(refused.length).toBeGreaterThan(0)
  expect(answers.length - refused.length).toBeGreaterThanOrEqual(BURST - 2)
  for (const error of refused) expect(error).toEqual(tooMany)
  await until(async () => (await one.emitWithAck('unsubscribe', wish)).ok)
  for (const socket of [one, two, other]) socket.disconnect()
})

test('over HTTP alike, and it is the same measure', async () => {
  const headers = { authorization: `Bearer ${await token('dv06')}` }
  const me = () => fetch(`${limited.url}/api/v1/me`, { headers })
  const answers = await times(FLOOD, me)
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 429]))
  const refused = answers.find(({ status }) => status === 429)
  expect(await refused?.json()).toEqual({ error: tooMany })
  await until(async () => (await me()).ok)
})

test('who knocks without end is told to wait, others get in', async () => {
  const own = await token('dv07')
  const knock = () =>
    connect(limited.url, own).then(
      (socket) => socket.disconnect() && 'in',
      (error: { data?: unknown }) => error.data,
    )
  expect(await times(FLOOD, knock)).toContainEqual(tooMany)
  const other = await connect(limited.url, await token('dv08'))
  expect(other.connected).toBe(true)
  other.disconnect()
  await until(async () => (await knock()) === 'in')
})

test('who has not signed in is limited by address', async () => {
  const knock = async () => (await fetch(`${limited.url}/api/v1/auth/refresh`, { method: 'POST' })).status
  expect(new Set(await times(FLOOD, knock))).toEqual(new Set([401, 429]))
  await until(async () => (await knock()) === 401)
})

test('a commune behind one address opens the app in the same moment', async () => {
  const { url } = signaling.server
  const knock = async () => (await fetch(`${url}/api/v1/auth/refresh`, { method: 'POST' })).status
  expect(new Set(await times(500, knock))).toEqual(new Set([401]))
  const socket = await connectMember(url, 'dv09')
  expect(await socket.emitWithAck('subscribe', { streamId: signaling.meetingId })).toMatchObject({
    ok: true,
    value: { viewer: { memberId: member('dv09') } },
  })
  socket.disconnect()
})
