// The program as it is run: it says what is wrong before it ends, stops cleanly, and leaves no worker behind however it
// ends.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, it } from 'vitest'
import { until } from './testing/until.ts'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))
const secrets = { GRANT_SECRET: 'a-secret-of-the-grants', CONTROL_SECRET: 'a-secret-of-control' }
const quiet = { MEDIA_PORT: '0', MEDIA_RTC_PORT_BASE: '0', MEDIA_WORKERS: '1', SIGNALING_URL: 'http://127.0.0.1:9' }

const running: ChildProcessWithoutNullStreams[] = []

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})

function start(environment: Record<string, string>) {
  const child = spawn(process.execPath, [main], { env: environment })
  running.push(child)
  const output = { log: '', said: '' }
  child.stdout.on('data', (chunk: Buffer) => {
    output.log += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    output.said += chunk.toString()
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  const lines = () =>
    output.log.split('\n').flatMap((line) => (line ? [JSON.parse(line) as Record<string, unknown>] : []))
  return { child, output, ended, lines, up: () => until(() => output.log.includes('media-server is up')) }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

it('ends with a sentence that names the variables that are wrong', async () => {
  const { ended, output } = start({ ...quiet, GRANT_SECRET: secrets.GRANT_SECRET, MEDIA_WORKERS: 'two' })
  expect(await ended).toBe(1)
  expect(output.said).toContain('MEDIA_WORKERS')
  expect(output.said).toContain('CONTROL_SECRET: is not set')
  expect(output.said).not.toMatch(/\bat .*:\d+:\d+/)
})

it('ends with a sentence when its port is taken', async () => {
  const holder = createServer()
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve))
  const address = holder.address()
  const port = typeof address === 'object' && address ? String(address.port) : ''
  const { ended, output } = start({ ...quiet, ...secrets, MEDIA_PORT: port })
  expect(await ended).toBe(1)
  expect(output.said).toContain(`port ${port} (MEDIA_PORT)`)
  expect(output.said).not.toMatch(/\bat .*:\d+:\d+/)
  await new Promise<void>((resolve) => holder.close(() => resolve()))
})

it.each([
  ['SIGTERM', 0],
  ['SIGINT', 0],
  ['SIGKILL', null],
] as const)('%s ends it and its worker', async (signal, code) => {
  const { child, ended, lines, up } = start({ ...quiet, ...secrets })
  await up()
  const worker = Number(lines().find(({ msg }) => msg === 'worker is up')?.pid)
  expect(lives(worker)).toBe(true)
  child.kill(signal)
  expect(await ended).toBe(code)
  await until(() => !lives(worker))
})
