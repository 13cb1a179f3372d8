// One child process: started, watched until it is ready, ended.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { lastLines } from '../lib/command.mjs'
import { Problem } from '../lib/problem.mjs'

const LOG_LIMIT = 5_000_000
const POLL_MS = 25

/**
 * @typedef {object} ProgramDefinition
 * @property {[string, ...string[]]} command
 * @property {NodeJS.ProcessEnv} env
 * @property {string} cwd
 * @property {NodeJS.Signals} stopSignal
 * @property {(pid: number) => Promise<boolean>} isReady whether the process with that number serves
 * @property {() => Promise<void>} [beforeStart]
 */

export class Program {
  /** @type {import('node:child_process').ChildProcess | undefined} */
  #child
  #tail = ''

  /** @param {string} name @param {ProgramDefinition} definition @param {string} logFile */
  constructor(name, definition, logFile) {
    this.name = name
    this.definition = definition
    this.logFile = logFile
  }

  /** @returns {number | undefined} */
  get pid() {
    return this.isRunning ? this.#child?.pid : undefined
  }

  get isRunning() {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null
  }

  /** What it said last, for the one who wonders why it ended. */
  get lastWords() {
    return lastLines(this.#tail, 12)
  }

  /**
   * Resolves once the process exists; readiness is asked for separately.
   * @param {(reason: string) => void} onExit
   */
  async spawn(onExit) {
    const { command, env, cwd, beforeStart } = this.definition
    await beforeStart?.()
    mkdirSync(path.dirname(this.logFile), { recursive: true })
    const [file, ...args] = command
    const child = spawn(file, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own: Ctrl-C in the terminal reaches the supervisor alone, who stops them in order.
      detached: true,
    })
    this.#child = child
    this.#tail = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => this.#keep(text))
    child.once('close', (code, signal) => onExit(signal ? `killed by ${signal}` : `ended with code ${code}`))
    await once(child, 'spawn')
  }

  /** @param {number} timeout milliseconds */
  async waitReady(timeout = 60_000) {
    const deadline = Date.now() + timeout
    for (;;) {
      const { pid } = this
      if (pid !== undefined && (await this.definition.isReady(pid).catch(() => false))) return
      if (pid === undefined)
        throw new Problem(`${this.name} ended before it was ready. Its last words (${this.logFile}):`, this.lastWords)
      if (Date.now() > deadline)
        throw new Problem(
          `${this.name} did not become ready in ${timeout / 1000} s. Its last words (${this.logFile}):`,
          this.lastWords,
        )
      await delay(POLL_MS)
    }
  }

  /** Asks it to end, and ends it when it does not. @param {number} patience milliseconds */
  async stop(patience = 10_000) {
    const child = this.#child
    if (!child || !this.isRunning) return
    const closed = once(child, 'close')
    child.kill(this.definition.stopSignal)
    const timer = setTimeout(() => child.kill('SIGKILL'), patience)
    await closed
    clearTimeout(timer)
  }

  /** @param {NodeJS.Signals} signal */
  async kill(signal = 'SIGKILL') {
    const child = this.#child
    if (!child || !this.isRunning) return
    const closed = once(child, 'close')
    child.kill(signal)
    await closed
  }

  /** @param {string} text */
  #keep(text) {
    const size = statSync(this.logFile, { throwIfNoEntry: false })?.size ?? 0
    if (size > LOG_LIMIT) renameSync(this.logFile, `${this.logFile}.old`)
    appendFileSync(this.logFile, text)
    this.#tail = (this.#tail + text).slice(-20_000)
  }
}
