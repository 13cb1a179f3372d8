// Signaling as a process of its own, to be killed.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { until } from './signaling.ts'

const main = path.resolve(import.meta.dirname, '../main.ts')

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

export interface SignalingProcess {
  url: string
  start: () => Promise<void>
  /** SIGKILL, and waits until it is gone. */
  kill: () => Promise<void>
}

export async function signalingProcess(environment: Record<string, string>): Promise<SignalingProcess> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | undefined
  // Its own, or it would sweep the documents of whoever works here: their files are nobody's to the database of a test.
  const documents = mkdtempSync(path.join(tmpdir(), 'documents-'))
  return {
    url,
    start: async () => {
      const env = { ...process.env, DOCUMENT_DIR: documents, ...environment, PORT: String(port) }
      child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'ignore', 'inherit'] })
      await until(() =>
        fetch(`${url}/readyz`).then(
          ({ ok }) => ok,
          () => false,
        ),
      )
    },
    kill: async () => {
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      const gone = new Promise((resolve) => child?.once('exit', resolve))
      child.kill('SIGKILL')
      await gone
      rmSync(documents, { recursive: true, force: true })
    },
  }
}
