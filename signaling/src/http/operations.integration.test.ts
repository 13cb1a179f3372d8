// What those who run it ask: is it alive, can it serve, what does it count, what does its API look like; also with the database gone.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Browser } from '../testing/browser.ts'
import {
  command,
  connectMember,
  member,
  numberOf,
  startTestSignaling,
  type TestSignaling,
  until,
} from '../testing/signaling.ts'
import { openTcpProxy, type TcpProxy, throughPort } from '../testing/tcpProxy.ts'

let signaling: TestSignaling
let wire: TcpProxy
let url: string

beforeAll(async () => {
  signaling = await startTestSignaling()
  const { hostname, port } = new URL(signaling.testDatabase.appUrl)
  wire = await openTcpProxy({ host: hostname, port: Number(port) })
  const databaseUrl = throughPort(signaling.testDatabase.appUrl, wire.port)
  // Errors are expected here, and their log lines would only hide others.
  url = (await signaling.startNode({ DATABASE_APP_URL: databaseUrl, LOG_LEVEL: 'silent' })).url
})
afterAll(async () => {
  await signaling.stop()
  await wire.close()
})

const get = async (path: string) => {
  const response = await fetch(url + path)
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

test('alive and ready', async () => {
  expect(await get('/healthz')).toEqual({ status: 200, body: { status: 'ok' } })
  expect(await get('/readyz')).toEqual({ status: 200, body: { status: 'ready' } })
})

test('the figures are Prometheus text and name nobody', async () => {
  const response = await fetch(`${url}/metrics`)
  expect(response.headers.get('content-type')).toContain('text/plain')
  const text = await response.text()
  for (const name of [
    'commands_total',
    'batch_seconds_bucket',
    'socket_requests_total',
    'connections',
    'sign_ins_total',
  ])
    expect(text).toContain(`signaling_${name}`)
  expect(text).not.toContain(member('dv01'))
})

test.each([
  ['is cut', () => wire.cut()],
  ['falls silent', async () => wire.silence()],
])(
  'when the line to the database %s: alive, not ready, refusals in words; and all by itself well again',
  async (_how, breaks) => {
    const socket = await connectMember(url, 'dv04')
    await breaks()
    await until(async () => (await get('/readyz')).status === 503)
    expect(await get('/readyz')).toEqual({ status: 503, body: { status: 'waiting', for: 'database' } })
    expect(await get('/healthz')).toEqual({ status: 200, body: { status: 'ok' } })
    await wire.cut()
    const browser = new Browser(url)
    expect(await browser.logIn(numberOf('dv05'))).toMatchObject({
      status: 503,
      body: { error: { code: 'DATABASE_UNAVAILABLE' } },
    })
    const enter = command('attendance.enter', signaling.meetingId)
    expect(await socket.emitWithAck('command', enter)).toEqual({ ok: false, error: { code: 'DATABASE_UNAVAILABLE' } })
    expect(await socket.emitWithAck('subscribe', { streamId: signaling.meetingId })).toEqual({
      ok: false,
      error: { code: 'DATABASE_UNAVAILABLE' },
    })

    await wire.restore()
    await until(async () => (await get('/readyz')).status === 200)
    expect((await browser.logIn(numberOf('dv05'))).status).toBe(200)
    expect(await socket.emitWithAck('command', enter)).toMatchObject({ ok: true })
    socket.disconnect()
  },
)

interface OpenApi {
  openapi: string
  info: { title: string; version: string }
  paths: Record<string, Record<string, Operation>>
  components: { securitySchemes: Record<string, unknown>; schemas?: Record<string, unknown> }
}
interface Operation {
  summary?: string
  tags?: string[]
  security?: Record<string, unknown>[]
  parameters?: { name: string; in: string; required: boolean; schema: unknown }[]
  requestBody?: { content: Record<string, { schema: unknown }> }
  responses: Record<string, { description: string }>
}

test('the description of the API lists every route of it, and all that it refers to is there', async () => {
  const api = (await get('/api/openapi.json')).body as unknown as OpenApi
  expect(api.openapi).toMatch(/^3\./)
  expect(api.info).toMatchObject({ title: 'Hội Trường', version: '1' })
  const described = Object.entries(api.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  )
  const served = signaling.server.routes.filter((route) => /^(?!HEAD)\w+ \/api\/v1\//.test(route))
  expect(described.sort()).toEqual(served.sort())

  for (const [path, operations] of Object.entries(api.paths)) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    for (const operation of Object.values(operations)) {
      expect(operation.summary).toBeTruthy()
      expect(operation.tags).toHaveLength(1)
      const parameters = operation.parameters ?? []
      expect(parameters.filter((one) => one.in === 'path' && one.required).map(({ name }) => name)).toEqual(inPath)
      expect(Object.keys(operation.responses)).toContainEqual(expect.stringMatching(/^20[024]$/))
      for (const { description } of Object.values(operation.responses)) expect(description).toBeTypeOf('string')
      for (const scheme of (operation.security ?? []).flatMap(Object.keys))
        expect(Object.keys(api.components.securitySchemes)).toContain(scheme)
    }
  }
  for (const [, pointer] of JSON.stringify(api).matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const target = pointer?.split('/').reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], api)
    expect(target, pointer).toBeDefined()
  }
})
