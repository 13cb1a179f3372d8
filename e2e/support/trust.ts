// A home whose owner has installed the certificate authority of a system, as a phone's owner does: Chromium trusts it, and nothing is ignored.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** @returns the folder; who asked removes it. */
export function homeThatTrusts(authorityFile: string): string {
  const home = mkdtempSync(path.join(tmpdir(), 'hoi-truong-home-'))
  const database = path.join(home, '.pki', 'nssdb')
  mkdirSync(database, { recursive: true })
  const certutil = (...args: string[]) =>
    execFileSync('certutil', ['-d', `sql:${database}`, ...args], { stdio: 'pipe' })
  certutil('-N', '--empty-password')
  certutil('-A', '-n', 'hoi-truong', '-t', 'C,,', '-i', authorityFile)
  return home
}
