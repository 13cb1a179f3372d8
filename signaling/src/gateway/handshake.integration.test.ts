// Who gets a socket: only a signed-in member with a client of today.
import { randomUUID } from 'node:crypto'
import { PROTOCOL_VERSION } from '@hoi-truong/shared/protocol'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AccessTokens } from '../account/accessToken.ts'
import { member, signIn, startTestSignaling, type TestSignaling } from '../testing/signaling.ts'

let signaling: TestSignaling
let token: string

beforeAll(async () => {
  signaling = await startTestSignaling()
  token = await signIn(signaling.server.url, 'dv04')
})
afterAll(() => signaling.stop())

/** The refusal's data, or 'connected'. */
function handshake(auth: unknown, transport: 'websocket' | 'polling' = 'websocket'): Promise<unknown> {
  const socket = io(signaling.server.url, {
    auth: auth as { [key: string]: unknown },
    transports: [transport],
    reconnection: false,
    forceNew: true,
  })
  return new Promise((resolve) => {
    socket.once('connect', () => resolve('connected'))
    socket.once('connect_error', (error) => resolve((error as { data?: unknown }).data ?? error.message))
  }).finally(() => socket.disconnect())
}

const auth = (more: object = {}) => ({ protocol: PROTOCOL_VERSION, token, ...more })
const tokenBy = (secret: string, seconds = 600) => new AccessTokens(secret, seconds).sign(member('dv04'), randomUUID())

test.each(['websocket', 'polling'] as const)('a signed-in member is let in over %s', async (transport) => {
  expect(await handshake(auth(), transport)).toBe('connected')
})

test.each<[string, () => unknown, string]>([
  ['no token', () => ({ protocol: PROTOCOL_VERSION }), 'REQUEST_MALFORMED'],
  ['an empty token', () => auth({ token: '' }), 'REQUEST_MALFORMED'],
  ['a token of another type', () => auth({ token: { $ne: null } }), 'REQUEST_MALFORMED'],
  ['an endless token', () => auth({ token: 'x'.repeat(5000) }), 'REQUEST_MALFORMED'],
  ['an unknown field', () => auth({ admin: true }), 'REQUEST_MALFORMED'],
  ['no protocol', () => ({ token }), 'REQUEST_MALFORMED'],
  ['a protocol that is no number', () => auth({ protocol: '1' }), 'REQUEST_MALFORMED'],
  ['no auth at all', () => undefined, 'REQUEST_MALFORMED'],
  ['a forged token', () => auth({ token: tokenBy('a-secret-of-somebody-else') }), 'TOKEN_INVALID'],
  ['an expired token', () => auth({ token: tokenBy(signaling.config.ACCESS_TOKEN_SECRET, -1) }), 'TOKEN_EXPIRED'],
  [
    'a session that is not there',
    () => auth({ token: tokenBy(signaling.config.ACCESS_TOKEN_SECRET) }),
    'TOKEN_INVALID',
  ],
  ['an old client', () => auth({ protocol: PROTOCOL_VERSION - 1 }), 'PROTOCOL_OLD'],
  ['a client from the future', () => auth({ protocol: PROTOCOL_VERSION + 1 }), 'PROTOCOL_OLD'],
  ['an old client with an old token', () => auth({ protocol: 0, token: 'x' }), 'PROTOCOL_OLD'],
])('%s is refused with its code and nothing else', async (_what, wish, code) => {
  const refusal = (await handshake(wish())) as { code: string; params?: unknown }
  expect(refusal.code).toBe(code)
  expect(Object.keys(refusal).filter((key) => key !== 'code' && key !== 'params')).toEqual([])
})

test('a namespace that is not there is refused', async () => {
  const socket = io(`${signaling.server.url}/admin`, { transports: ['websocket'], reconnection: false, forceNew: true })
  const message = await new Promise((resolve) => socket.once('connect_error', ({ message }) => resolve(message)))
  expect(message).toBe('Invalid namespace')
  socket.disconnect()
})

test('who knocks without end is told to wait, others get in', async () => {
  const own = await signIn(signaling.server.url, 'dv05')
  const answers = await Promise.all(Array.from({ length: 90 }, () => handshake(auth({ token: own }))))
  expect(answers).toContainEqual({ code: 'TOO_MANY_REQUESTS', params: { seconds: 1 } })
  expect(await handshake(auth())).toBe('connected')
})
