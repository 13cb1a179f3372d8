// Whatever goes wrong on the HTTP side is told in one form, and what is inside stays inside.
import { createConnection } from 'node:net'
import { AppError } from '@hoi-truong/shared/errors'
import { afterEach, expect, test } from 'vitest'
import { createLog } from '../ops/logger.ts'
import { type App, createApp } from './app.ts'

let app: App | undefined
afterEach(() => app?.close())

async function appThat(throws: () => unknown, secure = false): Promise<App> {
  app = await createApp({ log: createLog('silent')('http'), trustProxy: false, secure })
  app.get('/', async () => {
    throw throws()
  })
  return app
}

test.each([
  ['a fault', () => new Error('secret: /etc/passwd'), 500, { code: 'INTERNAL' }],
  [
    'a refusal',
    () => new AppError('SIGN_IN_BLOCKED', { minutes: 3 }),
    429,
    { code: 'SIGN_IN_BLOCKED', params: { minutes: 3 } },
  ],
  [
    'a lost database',
    () => Object.assign(new Error('at 10.0.0.1'), { code: 'ECONNREFUSED' }),
    503,
    { code: 'DATABASE_UNAVAILABLE' },
  ],
  ['something that is no error', () => 'secret', 500, { code: 'INTERNAL' }],
])('%s', async (_what, throws, status, error) => {
  const reply = await (await appThat(throws)).inject({ url: '/' })
  expect(reply.statusCode).toBe(status)
  expect(reply.json()).toEqual({ error })
})

test('without HTTPS nobody is told to insist on it', async () => {
  const reply = await (await appThat(() => new AppError('NOT_FOUND'))).inject({ url: '/' })
  expect(reply.headers).not.toHaveProperty('strict-transport-security')
})

test.each([
  ['no HTTP', 'hello\r\n\r\n', 400, 'REQUEST_MALFORMED'],
  ['endless headers', `GET / HTTP/1.1\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`, 413, 'REQUEST_TOO_LARGE'],
])('%s gets an answer in the same form, and the line is closed', async (_what, bytes, status, code) => {
  const { port } = new URL(await (await appThat(() => new Error())).listen({ port: 0, host: '127.0.0.1' }))
  const answer = await new Promise<string>((resolve) => {
    const chunks: Buffer[] = []
    const socket = createConnection(Number(port), '127.0.0.1', () => socket.write(bytes))
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()))
  })
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).toEqual({ error: { code } })
})
