// The bring-up as its reader sees it: one line for each step, with what it did and how long it took.
import { explain } from './problem.mjs'

/** @typedef {{ done: boolean, text: string }} Outcome */

/** A step that found nothing to do. @param {string} [text] @returns {Outcome} */
export const upToDate = (text = 'up to date') => ({ done: false, text })

/** A step that worked. @param {string} [text] @returns {Outcome} */
export const did = (text = '') => ({ done: true, text })

/** @param {number} milliseconds */
export function formatTime(milliseconds) {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`
  if (milliseconds < 90_000) return `${(milliseconds / 1000).toFixed(1)} s`
  const seconds = Math.round(milliseconds / 1000)
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

export class Steps {
  /** @param {(line: string) => void} print */
  constructor(print = console.log) {
    this.print = print
    /** @type {{ name: string, ok: boolean, milliseconds: number }[]} */
    this.taken = []
  }

  /**
   * Runs one step; an error passes through after its line is printed.
   * @template T
   * @param {string} name
   * @param {(say: (text: string) => void) => T | Promise<T>} work
   * @returns {Promise<T>} what the work returned
   */
  async run(name, work) {
    const start = performance.now()
    const say = (/** @type {string} */ text) => this.print(`  ${name}: ${text}`)
    try {
      const result = await work(say)
      this.print(this.#line(name, result, this.#take(name, true, start)))
      return result
    } catch (error) {
      this.print(`✗ ${name}  failed after ${formatTime(this.#take(name, false, start))}`)
      throw error
    }
  }

  /**
   * As run, but a failure is printed and swallowed, so that later steps still show theirs.
   * @param {string} name
   * @param {(say: (text: string) => void) => unknown} work
   * @returns {Promise<boolean>}
   */
  async attempt(name, work) {
    try {
      await this.run(name, work)
      return true
    } catch (error) {
      this.print(explain(error))
      return false
    }
  }

  /** @param {string} name @param {boolean} ok @param {number} start */
  #take(name, ok, start) {
    const milliseconds = performance.now() - start
    this.taken.push({ name, ok, milliseconds })
    return milliseconds
  }

  /** @param {string} name @param {unknown} result @param {number} milliseconds */
  #line(name, result, milliseconds) {
    const time = formatTime(milliseconds)
    if (!isOutcome(result)) return `✓ ${name}  ${time}`
    if (!result.done) return `· ${name}  ${result.text} (${time})`
    return result.text ? `✓ ${name}  ${time} (${result.text})` : `✓ ${name}  ${time}`
  }
}

/** @param {unknown} value @returns {value is Outcome} */
function isOutcome(value) {
  return typeof value === 'object' && value !== null && 'done' in value && 'text' in value
}
