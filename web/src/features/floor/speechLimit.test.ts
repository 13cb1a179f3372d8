import { expect, it } from 'vitest'
import { limitOf, rememberedLimit, rememberLimit, secondsOf } from './speechLimit.ts'

const storage = (stored: string | null) => ({ getItem: () => stored })

it('is remembered as it was chosen, and is none where nothing sensible was', () => {
  const kept = new Map<string, string>()
  rememberLimit({ setItem: (key, value) => void kept.set(key, value) }, '300')
  expect(rememberedLimit({ getItem: (key) => kept.get(key) ?? null })).toBe('300')
  expect(rememberedLimit(storage(null))).toBe('none')
  expect(rememberedLimit(storage('77'))).toBe('none')
})

it('lives without storage', () => {
  const refuses = () => {
    throw new Error('denied')
  }
  expect(rememberedLimit({ getItem: refuses })).toBe('none')
  expect(() => rememberLimit({ setItem: refuses }, '180')).not.toThrow()
})

it('is told in seconds, and knows those that are not among the choices', () => {
  expect([secondsOf('none'), secondsOf('600')]).toEqual([null, 600])
  expect([limitOf(null), limitOf(180), limitOf(45)]).toEqual(['none', '180', null])
})
