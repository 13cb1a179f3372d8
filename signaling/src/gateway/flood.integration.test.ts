// A member who asks without end is told to wait; nobody else is, and after the wait all is well.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, connectMember, signIn, startTestSignaling, type TestSignaling, until } from '../testing/signaling.ts'

let signaling: TestSignaling

beforeAll(async () => {
  signaling = await startTestSignaling()
})
afterAll(() => signaling.stop())

test('a flood over two sockets of one member is stopped with the seconds to wait, others work on, and it recovers', async () => {
  const { url } = signaling.server
  const token = await signIn(url, 'dv04')
  const [one, two, other] = await Promise.all([connect(url, token), connect(url, token), connectMember(url, 'dv05')])
  const wish = { streamId: signaling.meetingId }
  const flood = Array.from({ length: 200 }, (_, index) => (index % 2 ? one : two).emitWithAck('unsubscribe', wish))
  expect(await other.emitWithAck('subscribe', wish)).toMatchObject({ ok: true })
  const answers = await Promise.all(flood)
  const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.error]))
  expect(refused.length).toBeGreaterThan(50)
  expect(answers.length - refused.length).toBeGreaterThan(50)
  for (const error of refused) expect(error).toEqual({ code: 'TOO_MANY_REQUESTS', params: { seconds: 1 } })

  const overHttp = await fetch(`${url}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } })
  expect([200, 429]).toContain(overHttp.status)
  await until(async () => (await one.emitWithAck('subscribe', wish)).ok)
  for (const socket of [one, two, other]) socket.disconnect()
})

test('a flood of HTTP requests is stopped alike', async () => {
  const { url } = signaling.server
  const headers = { authorization: `Bearer ${await signIn(url, 'dv06')}` }
  const statuses = await Promise.all(
    Array.from({ length: 120 }, async () => (await fetch(`${url}/api/v1/me`, { headers })).status),
  )
  expect(new Set(statuses)).toEqual(new Set([200, 429]))
  await until(async () => (await fetch(`${url}/api/v1/me`, { headers })).ok)
})

test('who has not signed in is limited by address, so widely that a commune gets through', async () => {
  const url = `${signaling.server.url}/api/v1/auth/refresh`
  const knock = async (times: number) =>
    Promise.all(Array.from({ length: times }, async () => (await fetch(url, { method: 'POST' })).status))
  expect(new Set(await knock(500))).toEqual(new Set([401]))
  expect(await knock(1500)).toContain(429)
  await until(async () => (await knock(1))[0] === 401)
})
