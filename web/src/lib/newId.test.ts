import { expect, it } from 'vitest'
import { z } from 'zod'
import { newId } from './newId.ts'

it('makes ids that the protocol takes, each another one', () => {
  const ids = Array.from({ length: 100 }, newId)
  for (const id of ids) expect(z.uuid().safeParse(id).success).toBe(true)
  expect(new Set(ids).size).toBe(100)
})
