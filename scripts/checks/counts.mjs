// How many tests passed and failed, from the JSON reports of the test runners.
import { readFileSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number }} Counts */

/** @param {...Counts} all @returns {Counts} */
export function sum(...all) {
  return all.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), { passed: 0, failed: 0 })
}

/**
 * @typedef {object} VitestReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {{ status: string, assertionResults: { status: string }[] }[]} testResults
 */

/** @param {VitestReport} report @returns {Counts} */
export function countVitest({ numPassedTests, numFailedTests, testResults }) {
  // A file that cannot even be loaded has no failed test in it, but it failed.
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  return { passed: numPassedTests, failed: numFailedTests + broken.length }
}

/**
 * @typedef {object} PlaywrightReport
 * @property {{ expected: number, unexpected: number, flaky: number }} stats
 * @property {unknown[]} [errors] outside of any test
 */

/** @param {PlaywrightReport} report @returns {Counts} */
export function countPlaywright({ stats, errors = [] }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }
}

/**
 * A runner that failed has failed at least once, whatever its report says; one that left no report has failed too.
 * @template T
 * @param {string} file @param {(report: T) => Counts} count @param {boolean} succeeded
 * @returns {Counts}
 */
export function countReport(file, count, succeeded) {
  let counts
  try {
    counts = count(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return { passed: 0, failed: 1 }
  }
  return succeeded ? counts : { ...counts, failed: Math.max(counts.failed, 1) }
}
