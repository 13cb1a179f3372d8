// Keeps the programs of one machine running: starts them in order, brings back one that dies, stops all of them.
import { Problem } from './lib/problem.mjs'
import { Program } from './system/program.mjs'

/** A child that ran this long has recovered: the next restart is quick again. */
const STEADY_MS = 30_000
const FIRST_DELAY_MS = 200
const LONGEST_DELAY_MS = 15_000

/** @param {number} failures in a row @returns {number} milliseconds until the next try */
export const restartDelay = (failures) => Math.min(FIRST_DELAY_MS * 2 ** (failures - 1), LONGEST_DELAY_MS)

/** @typedef {{ program: Program, wanted: boolean, failures: number, startedAt: number, timer?: NodeJS.Timeout }} Entry */

export class Supervisor {
  /** @type {Map<string, Entry>} in the order of starting */
  #entries = new Map()
  #closed = false
  #autoRestart
  #report

  /** @param {{ autoRestart?: boolean, report?: (line: string) => void }} [options] */
  constructor({ autoRestart = true, report = () => undefined } = {}) {
    this.#autoRestart = autoRestart
    this.#report = report
  }

  /** @param {Program} program */
  add(program) {
    this.#entries.set(program.name, { program, wanted: false, failures: 0, startedAt: 0 })
  }

  /** @param {string} name */
  program(name) {
    return this.#entry(name).program
  }

  /** Starts a program and waits until it serves. @param {string} name */
  async start(name) {
    const entry = this.#entry(name)
    clearTimeout(entry.timer)
    if (!entry.program.isRunning) await this.#spawn(entry)
    await entry.program.waitReady()
    // Only now: one that cannot start at all is a problem to show, not one to try again and again.
    entry.wanted = true
  }

  /** @param {string} name */
  async stop(name) {
    const entry = this.#entry(name)
    entry.wanted = false
    clearTimeout(entry.timer)
    await entry.program.stop()
  }

  /** Those that were started last stop first, as they use the others. */
  async stopAll() {
    this.#closed = true
    for (const name of [...this.#entries.keys()].reverse()) await this.stop(name)
  }

  /** No more patience: ends everything at once. */
  killAll() {
    this.#closed = true
    for (const entry of this.#entries.values()) {
      entry.wanted = false
      clearTimeout(entry.timer)
      void entry.program.kill('SIGKILL')
    }
  }

  /** @param {Entry} entry */
  async #spawn(entry) {
    const { program } = entry
    entry.startedAt = Date.now()
    if (!this.#closed) await program.spawn((reason) => this.#onExit(entry, reason))
    // Asked to stop while it was being started.
    if (this.#closed) {
      await program.stop()
      throw new Problem(`${program.name} is not started: everything stops.`)
    }
  }

  /** @param {Entry} entry @param {string} reason */
  #onExit(entry, reason) {
    if (!entry.wanted) return
    const { program } = entry
    if (!this.#autoRestart) {
      this.#report(`${program.name} ${reason}`)
      return
    }
    entry.failures = Date.now() - entry.startedAt > STEADY_MS ? 1 : entry.failures + 1
    const wait = restartDelay(entry.failures)
    this.#report(`${program.name} ${reason}; starting it again in ${wait} ms (log: ${program.logFile})`)
    entry.timer = setTimeout(() => this.#restart(entry), wait)
  }

  /** @param {Entry} entry */
  async #restart(entry) {
    if (!entry.wanted) return
    try {
      await this.#spawn(entry)
    } catch (error) {
      this.#onExit(entry, `could not be started: ${error instanceof Error ? error.message : error}`)
      return
    }
    try {
      await entry.program.waitReady()
      this.#report(`${entry.program.name} runs again`)
    } catch {
      // One that ended has planned its next try already; one that hangs is ended to get there.
      await entry.program.kill()
    }
  }

  /** @param {string} name */
  #entry(name) {
    const entry = this.#entries.get(name)
    if (!entry) throw new Error(`no program is called ${name}`)
    return entry
  }
}
