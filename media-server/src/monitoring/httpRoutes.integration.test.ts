// What an operator sees of a server that runs: alive, ready, its figures, and plain refusals for the rest.
import { request } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { MediaServer } from '../server.ts'
import { startTestServer } from '../testing/mediaTestServer.ts'
import { TestBrowser } from '../testing/TestBrowser.ts'
import { until } from '../testing/until.ts'

let server: MediaServer

beforeAll(async () => {
  server = await startTestServer()
})

afterAll(async () => {
  TestBrowser.closeAll()
  await server.stop()
})

async function get(path: string) {
  const response = await fetch(server.url + path)
  return { status: response.status, text: await response.text() }
}

async function figure(name: string): Promise<number | undefined> {
  const { text } = await get('/metrics')
  const line = text.split('\n').find((candidate) => candidate.startsWith(`${name} `))
  return line === undefined ? undefined : Number(line.split(' ').at(-1))
}

it('is alive', async () => {
  expect(await get('/healthz')).toEqual({ status: 200, text: '{"status":"ok"}' })
})

it('is ready without signaling, and says that signaling is away', async () => {
  const { status, text } = await get('/readyz')
  expect(status).toBe(200)
  expect(JSON.parse(text)).toEqual({ status: 'ready', workers: 1, workersWanted: 1, signaling: 'away' })
})

it('counts what is there and what was asked', async () => {
  const sender = await TestBrowser.joined(server)
  const { meetingId } = server.registry.rooms[0] ?? { meetingId: '' }
  const hearer = await TestBrowser.joined(server, { meetingId })
  await hearer.consume(await sender.produce('microphone'))
  await hearer.refusal('chair', {})
  await hearer.refusal('closeProducer', { producerId: 'a' })
  await expect(TestBrowser.connect(server, {})).rejects.toEqual({ code: 'GRANT_MISSING' })

  expect(await figure('media_rooms')).toBe(1)
  expect(await figure('media_peers')).toBe(2)
  expect(await figure('media_producers')).toBe(1)
  expect(await figure('media_consumers')).toBe(1)
  expect(await figure('media_sockets')).toBe(2)
  expect(await figure('media_workers')).toBe(1)
  expect(await figure('media_control_connected')).toBe(0)
  expect(await figure('media_worker_transports{worker="0"}')).toBe(4)
  expect(await figure('media_worker_cpu_seconds{worker="0"}')).toBeGreaterThan(0)
  expect(await figure('media_requests_total{request="join",outcome="ok"}')).toBe(2)
  expect(await figure('media_requests_total{request="closeProducer",outcome="PRODUCER_UNKNOWN"}')).toBe(1)
  expect(await figure('media_requests_total{request="unknown",outcome="REQUEST_UNKNOWN"}')).toBe(1)
  expect(await figure('media_handshakes_total{outcome="GRANT_MISSING"}')).toBe(1)

  hearer.socket.disconnect()
  await until(() => server.registry.rooms[0]?.peers.some((peer) => !peer.present) === true)
  expect(await figure('media_peers_waiting')).toBe(1)
})

it('gives its figures also when a worker hangs', async () => {
  const pid = server.workers.alive[0]?.pid ?? 0
  process.kill(pid, 'SIGSTOP')
  try {
    const { status, text } = await get('/metrics')
    expect(status).toBe(200)
    expect(text).not.toContain('media_worker_cpu_seconds{')
  } finally {
    process.kill(pid, 'SIGCONT')
  }
})

it('lets a page of any origin try, without cookies', async () => {
  const response = await fetch(`${server.url}/socket.io/?EIO=4&transport=polling`, {
    headers: { origin: 'https://hoi-truong.example' },
  })
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(response.headers.get('access-control-allow-credentials')).toBeNull()
  expect(response.headers.get('set-cookie')).toBeNull()
})

it('refuses what it does not have, typed and short', async () => {
  expect(await get('/admin')).toEqual({ status: 404, text: '{"code":"NOT_FOUND"}' })
  const posted = await fetch(`${server.url}/healthz`, {
    method: 'POST',
    body: '{',
    headers: { 'content-type': 'application/json' },
  })
  expect({ status: posted.status, body: await posted.json() }).toEqual({
    status: 400,
    body: { code: 'REQUEST_MALFORMED' },
  })
})

it('refuses a path that cannot be read, without a stack trace', async () => {
  const answer = await new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
    const { hostname, port } = new URL(server.url)
    const asked = request({ hostname, port, path: '/%ff' }, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString()
      })
      response.on('end', () => resolve({ status: response.statusCode, text }))
    })
    asked.on('error', reject)
    asked.end()
  })
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.status).toBeLessThan(500)
  expect(answer.text).not.toMatch(/\bat \S+:\d+/)
})
