// What counts as a failure when the report alone does not say so.
import { describe, expect, it } from 'vitest'
import { countPlaywright, countReport, countVitest, sum } from './counts.mjs'

describe('counting tests', () => {
  it('counts a file that could not be loaded as one failure', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ]
    expect(countVitest({ numPassedTests: 2, numFailedTests: 1, testResults })).toEqual({ passed: 2, failed: 2 })
  })

  it('counts a test that passed at the second try as a failure', () => {
    expect(countPlaywright({ stats: { expected: 5, unexpected: 1, flaky: 2 } })).toEqual({ passed: 5, failed: 3 })
  })

  it('counts a runner without a report as one failure', () => {
    expect(countReport('no/such/file.json', countPlaywright, true)).toEqual({ passed: 0, failed: 1 })
  })

  it('adds up', () => {
    expect(sum({ passed: 1, failed: 0 }, { passed: 2, failed: 3 })).toEqual({ passed: 3, failed: 3 })
  })
})
