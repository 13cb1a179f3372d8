// As root, PostgreSQL runs as somebody else, also in a folder that only root may enter; nobody's project is moved for that.
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { postgresUser } from './postgresUser.mjs'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'postgres-user-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** As PostgreSQL would run it. */
function run(...command: string[]): string | null {
  const [file = '', ...args] = [...postgresUser(path.join(folder, 'data'), [folder]).wrap, ...command]
  const { status, stdout } = spawnSync(file, args, { cwd: '/', encoding: 'utf8' })
  return status === 0 ? stdout.trim() : null
}

it.each([0o755, 0o700])('is not root, and finds its programs in a folder with mode %o', (mode) => {
  const program = path.join(folder, 'postgres')
  writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 })
  chmodSync(folder, mode)
  expect(Number(run('id', '-u'))).toBeGreaterThan(0)
  // Asks the kernel by access(2), as PostgreSQL does.
  expect(run('test', '-x', program)).toBe('')
  expect(run('sh', '-c', program)).toBe('')
})

it('keeps no right of root but the one to pass through folders', () => {
  chmodSync(folder, 0o755)
  expect(run('grep', 'CapEff', '/proc/self/status')).toMatch(/\b0+$/)
  const file = path.join(folder, 'secret')
  writeFileSync(file, 'x', { mode: 0o600 })
  expect(run('sh', '-c', `echo y > ${file}`) === null).toBe(process.getuid?.() === 0)
})
