// Runs a command to its end and keeps what it says, so that a failure can show its last words.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { codeOf, Problem } from './problem.mjs'
import { root } from './project.mjs'

/**
 * @typedef {object} CommandOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] in place of the whole environment
 * @property {number} [uid]
 * @property {number} [gid]
 * @property {number} [timeout] milliseconds
 * @property {(line: string) => void} [onLine] called for each line as it comes
 */

/** @typedef {{ code: number | null, output: string, stdout: string, missing: boolean }} CommandResult */

/**
 * Never throws: a command that is not there has `missing` set.
 * @param {string} file @param {string[]} args @param {CommandOptions} [options]
 * @returns {Promise<CommandResult>}
 */
export function tryCommand(file, args, options = {}) {
  const { onLine, timeout, ...spawnOptions } = options
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd: root, ...spawnOptions, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
    const forget = passSignalsTo(child)
    let output = ''
    let stdout = ''
    let unfinished = ''
    const timer = timeout ? setTimeout(() => signalGroup(child, 'SIGKILL'), timeout) : undefined
    const take = (/** @type {string} */ text) => {
      output = (output + text).slice(-100_000)
      if (!onLine) return
      const lines = (unfinished + text).split('\n')
      unfinished = lines.pop() ?? ''
      for (const line of lines) onLine(line)
    }
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text
      take(text)
    })
    child.stderr.setEncoding('utf8').on('data', take)
    child.once('error', (error) => {
      clearTimeout(timer)
      forget()
      resolve({ code: null, output: String(error), stdout, missing: codeOf(error) === 'ENOENT' })
    })
    child.once('close', (code) => {
      clearTimeout(timer)
      forget()
      if (unfinished) onLine?.(unfinished)
      resolve({ code, output, stdout, missing: false })
    })
  })
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/** How long a command may take to clean up after itself (npm puts packages back). */
const PATIENCE_MS = 5_000

/** @type {NodeJS.Signals | undefined} */
let asked

/**
 * A command is the first of a group of processes (a build has dozens), and whoever asks this process to stop means all
 * of them, however the signal came: from a terminal, or for this process alone.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} to be called when it has ended
 */
function passSignalsTo(child) {
  if (running.size === 0) for (const signal of signals) process.on(signal, passOn)
  running.add(child)
  return () => {
    if (!running.delete(child) || running.size > 0) return
    for (const signal of signals) process.off(signal, passOn)
    // Where nobody else wants to say how to stop, this process ends as it would have.
    if (asked && process.listenerCount(asked) === 0) process.kill(process.pid, asked)
  }
}

/** @param {NodeJS.Signals} signal */
function passOn(signal) {
  asked = signal
  for (const child of running) {
    signalGroup(child, signal)
    const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), PATIENCE_MS)
    child.once('close', () => clearTimeout(timer))
  }
}

/** @param {import('node:child_process').ChildProcess} child @param {NodeJS.Signals} signal */
function signalGroup(child, signal) {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, signal)
  } catch {
    // It ended between the two looks.
  }
}

/**
 * Throws a Problem with the given sentence and the end of the output when the command fails.
 * @param {string} sentence @param {string} file @param {string[]} args @param {CommandOptions} [options]
 */
export async function runCommand(sentence, file, args, options) {
  const result = await tryCommand(file, args, options)
  if (result.code !== 0) throw new Problem(sentence, lastLines(result.output))
  return result
}

/** @param {string} text @param {number} [count] */
export function lastLines(text, count = 20) {
  return text.trimEnd().split('\n').slice(-count).join('\n')
}

/** Looks a program up as a shell would, without starting one. @param {string} name */
export function findProgram(name) {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file))
}
