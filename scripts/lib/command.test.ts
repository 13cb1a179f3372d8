// A build that is interrupted must not go on in the background.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { runCommand, tryCommand } from './command.mjs'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'command-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const isAlive = (pid: number): boolean => {
  try {
    // A zombie, where nobody reaps orphans, is not alive.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.[0] !== 'Z'
  } catch {
    return false
  }
}

it('gives the output line by line, and whether it succeeded', async () => {
  const lines: string[] = []
  const result = await tryCommand('sh', ['-c', 'echo one; echo two >&2; exit 3'], {
    onLine: (line) => lines.push(line),
  })
  expect(result).toMatchObject({ code: 3, stdout: 'one\n', missing: false })
  expect(lines.toSorted()).toEqual(['one', 'two'])
})

it('says that a program is not there', async () => {
  await expect(tryCommand('no-such-program', [])).resolves.toMatchObject({ code: null, missing: true })
})

it('throws the given sentence with the last words', async () => {
  const failing = runCommand('It could not be built.', 'sh', ['-c', 'echo no compiler; exit 1'])
  await expect(failing).rejects.toMatchObject({ message: 'It could not be built.', details: 'no compiler' })
})

it('takes the whole group of processes along when it is told to stop', async () => {
  const module = JSON.stringify(path.join(import.meta.dirname, 'command.mjs'))
  const file = path.join(folder, 'pids')
  const command = `sleep 60 & echo $! $$ > ${file}; wait`
  const code = `import(${module}).then(({ tryCommand }) => tryCommand('sh', ['-c', ${JSON.stringify(command)}]))`
  const parent = spawn(process.execPath, ['-e', code], { stdio: 'ignore' })
  const pids = await vi.waitFor(() => {
    const numbers = readFileSync(file, 'utf8').trim().split(' ').map(Number)
    expect(numbers).toHaveLength(2)
    return numbers
  }, 10_000)
  expect(pids.every(isAlive)).toBe(true)

  parent.kill('SIGTERM')
  const [, signal] = await once(parent, 'exit')
  expect(signal).toBe('SIGTERM')
  await vi.waitFor(() => expect(pids.some(isAlive)).toBe(false), 10_000)
})
