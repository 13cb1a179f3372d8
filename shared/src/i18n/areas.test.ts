// Areas are put together on a page: none may answer for another's key, and English must not lag behind.
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Area, areas } from './areas.ts'

const loaded = await Promise.all(
  (Object.keys(areas) as Area[]).map(async (area) => {
    const vi: Record<string, string> = await areas[area].vi()
    const en: Record<string, string> = await areas[area].en()
    return { area, vi, en }
  }),
)

describe.each(loaded)('$area', ({ vi, en }) => {
  it('has the same keys in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort())
  })

  it('writes Vietnamese in NFC and never addresses anybody as "bạn" or "quý khách"', () => {
    for (const [key, sentence] of Object.entries(vi)) {
      expect(sentence, key).toBe(sentence.normalize('NFC'))
      expect(sentence, key).not.toMatch(/(^|\s)(bạn|quý khách)(\s|[.,!?]|$)/iu)
    }
  })

  it('uses the same values in both languages', () => {
    const values = (sentence = '') => [...sentence.matchAll(/{{(\w+)}}/g)].map(([, name]) => name).sort()
    for (const [key, sentence] of Object.entries(vi)) expect(values(en[key]), key).toEqual(values(sentence))
  })
})

it('gives each key to one area', () => {
  const areaOf = new Map<string, Area>()
  for (const { area, vi } of loaded) {
    for (const key of Object.keys(vi)) {
      expect(areaOf.get(key), key).toBeUndefined()
      areaOf.set(key, area)
    }
  }
})

it('leaves no folder of words out', () => {
  const folders = readdirSync(new URL('words', import.meta.url), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  )
  // Errors and terms are apart for those who write them, and part of the shell for those who load them.
  expect(folders.map(({ name }) => name).sort()).toEqual([...Object.keys(areas), 'errors', 'terms'].sort())
})
