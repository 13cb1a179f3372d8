// The generated terms must agree with the list.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { termsModules } from './testing/termsModule.ts'
import { en, vi } from './words/index.ts'

it('has the terms of the list, word for word', async () => {
  const made = termsModules(readFileSync(new URL('terms.tsv', import.meta.url), 'utf8'))
  await expect(made.coreTerms).toMatchFileSnapshot('generated/coreTerms.ts')
  await expect(made.terms).toMatchFileSnapshot('generated/terms.ts')
})

it('never calls the branch secretary by the name of the minutes secretary', () => {
  expect(vi['role.branch_secretary']).toContain('Bí thư')
  expect(en['role.branch_secretary']).not.toBe(en['role.minutes_secretary'])
})
