// PostgreSQL refuses to run as root, so root runs it as somebody else.
import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { findProgram } from '../lib/command.mjs'
import { Problem } from '../lib/problem.mjs'

/**
 * Who PostgreSQL runs as, and what stands before its command line.
 * @typedef {{ uid: number | undefined, gid: number | undefined, wrap: string[] }} PostgresUser
 */

/**
 * @param {string} data its folder, which need not exist yet
 * @param {string[]} folders which PostgreSQL must be able to enter
 * @returns {PostgresUser}
 */
export function postgresUser(data, folders) {
  if (process.getuid?.() !== 0) return { uid: undefined, gid: undefined, wrap: [] }
  // An ordinary user may have started here before: PostgreSQL serves a folder to its owner only.
  const owner = statSync(data, { throwIfNoEntry: false })
  const { uid, gid } = owner?.uid ? owner : unprivilegedUser()
  if (folders.every((folder) => canEnter(folder, uid, gid))) return { uid, gid, wrap: switchUser(uid, gid) }
  return { uid, gid, wrap: switchUserKeepingEntry(uid, gid) }
}

/** initdb wants somebody who stands in the list of users. */
function unprivilegedUser() {
  const users = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = users.find((line) => line.startsWith(`${name}:`))?.split(':') ?? []
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new Problem(
    'PostgreSQL does not run as root, and this machine has neither the user “postgres” nor “nobody”. ' +
      'Run the command as an ordinary user.',
  )
}

/** @param {string} folder @param {number} uid @param {number} gid */
function canEnter(folder, uid, gid) {
  for (let one = path.resolve(folder); ; one = path.dirname(one)) {
    const { mode, uid: owner, gid: group } = statSync(one)
    const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (one === path.dirname(one)) return true
  }
}

/** @param {number} uid @param {number} gid */
const switchUser = (uid, gid) => [setpriv(), `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']

/**
 * The project lies where only root may enter (/root, a private temporary folder): of root's rights PostgreSQL keeps the
 * one to pass through folders. A container may lack the narrow one, hence the second.
 * @param {number} uid @param {number} gid
 */
function switchUserKeepingEntry(uid, gid) {
  for (const right of ['dac_read_search', 'dac_override']) {
    const wrap = [
      ...switchUser(uid, gid),
      `--inh-caps=-all,+${right}`,
      `--ambient-caps=-all,+${right}`,
      // Else access(2), by which PostgreSQL looks for its own programs, leaves the right out of account.
      '--securebits=+no_setuid_fixup',
    ]
    const [file, ...args] = [...wrap, 'true']
    if (file && spawnSync(file, args, { cwd: '/', stdio: 'ignore' }).status === 0) return wrap
  }
  throw new Problem(
    'PostgreSQL does not run as root, and other users cannot enter the folder of this project. ' +
      'Move it to a folder that everybody may enter, or run the command as an ordinary user.',
  )
}

function setpriv() {
  const program = findProgram('setpriv')
  if (!program) throw new Problem('“setpriv” was not found. It is part of util-linux: install that package.')
  return program
}
