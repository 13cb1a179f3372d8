// The guide is read by people who decide what their branches vote by: its table must say what the default rules say.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { defaultVotingRules } from '../rules/index.ts'
import { votesNeeded } from './index.ts'

const guide = readFileSync(path.resolve(import.meta.dirname, '../../../docs/guides/votes.md'), 'utf8')
const rows = [...guide.matchAll(/^\| `(\w+)` \| .+ \| (.+) \| (\w+) \|$/gm)].map(([, matter, passes, ballot]) => ({
  matter,
  passes,
  ballot,
}))

test('the table of the guide is the default rules', () => {
  const said = Object.entries(defaultVotingRules.matters).map(([matter, { threshold, ballot }]) => {
    if (threshold === null) return { matter, passes: 'figures only', ballot }
    const passing = [20, 21].map((base) => votesNeeded(threshold, base)).join()
    const passes = { '11,11': 'quá một nửa', '14,14': 'ít nhất hai phần ba' }[passing]
    return { matter, passes, ballot }
  })
  expect(rows).toEqual(said)
})
