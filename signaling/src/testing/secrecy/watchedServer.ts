// Starts signaling for a test of secrecy and keeps every line that it writes.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { freePort } from '../process.ts'
import { CONTROL_SECRET, GRANT_SECRET, until } from '../signaling.ts'
import type { BoxName } from './leakyBoxes.ts'

const entry = path.resolve(import.meta.dirname, 'server.ts')

export interface WatchedServer {
  url: string
  /** Standard output and error, line by line. */
  lines: readonly string[]
  metrics: () => Promise<string>
  stop: () => Promise<void>
}

export async function watchedServer(
  box: BoxName,
  environment: { DATABASE_APP_URL: string; ACCESS_TOKEN_SECRET: string; DOCUMENT_DIR: string },
): Promise<WatchedServer> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const limits = { MEMBER_BURST: '1000000', MEMBER_REQUESTS_PER_SECOND: '1000000' }
  const env = { ...process.env, GRANT_SECRET, CONTROL_SECRET, ...limits, ...environment }
  const server = spawn(process.execPath, [entry], {
    env: { ...env, PORT: String(port), LOG_LEVEL: 'trace', BALLOT_BOX: box },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  for (const input of [server.stdout, server.stderr]) createInterface({ input }).on('line', (line) => lines.push(line))
  const read = async (where: string) => (await fetch(url + where)).text()
  await until(() =>
    fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => {
        if (server.exitCode !== null) throw new Error(`signaling did not start:\n${lines.join('\n')}`)
        return false
      },
    ),
  )
  return {
    url,
    lines,
    metrics: () => read('/metrics'),
    stop: async () => {
      if (server.exitCode !== null || server.signalCode !== null) return
      server.kill('SIGKILL')
      await once(server, 'exit')
    },
  }
}
