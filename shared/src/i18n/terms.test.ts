// The generated terms must agree with the list, and English must not lag behind.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { en } from './en.ts'
import { terms } from './generated/terms.ts'
import { termsModule } from './testing/termsModule.ts'
import { vi } from './vi.ts'

it('has the terms of the list, word for word', async () => {
  const list = readFileSync(new URL('terms.tsv', import.meta.url), 'utf8')
  await expect(termsModule(list)).toMatchFileSnapshot('generated/terms.ts')
})

it('never calls the branch secretary by the name of the minutes secretary', () => {
  expect(terms['role.branch_secretary']).toContain('Bí thư')
  expect(en['role.branch_secretary']).not.toBe(en['role.minutes_secretary'])
})

it('writes Vietnamese in NFC and never addresses anybody as "bạn" or "quý khách"', () => {
  for (const [key, sentence] of Object.entries(vi)) {
    expect(sentence, key).toBe(sentence.normalize('NFC'))
    expect(sentence, key).not.toMatch(/(^|\s)(bạn|quý khách)(\s|[.,!?]|$)/iu)
  }
})

it('uses the same values in both languages', () => {
  const values = (sentence: string) => [...sentence.matchAll(/{{(\w+)}}/g)].map(([, name]) => name).sort()
  for (const key of Object.keys(vi) as (keyof typeof vi)[]) expect(values(en[key]), key).toEqual(values(vi[key]))
})
