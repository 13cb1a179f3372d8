// One copy of the project runs once: two starts would share one data folder.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Problem } from '../lib/problem.mjs'

/**
 * @param {string} folder @param {string} url where it will be found
 * @returns {() => void} gives it back
 */
export function lockDataFolder(folder, url) {
  const file = path.join(folder, 'running.json')
  const other = readLock(file)
  if (other && isRunning(other.pid))
    throw new Problem(
      `This copy of the project runs already, at ${other.url} (process ${other.pid}). Stop it with Ctrl-C in its terminal ` +
        `or: kill ${other.pid}. To run two side by side, clone the project to a second folder and set PORT there.`,
    )
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, JSON.stringify({ pid: process.pid, url }))
  return () => rmSync(file, { force: true })
}

/** @param {string} file @returns {{ pid: number, url: string } | undefined} */
function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** After a crash the number may belong to somebody else. @param {number} pid */
function isRunning(pid) {
  if (pid === process.pid) return false
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('start.mjs')
  } catch {
    return false
  }
}
