import { expect, it } from 'vitest'
import { keepChoice, readChoice } from './dataSaver.ts'

const kept = new Map<string, string>()
const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
}
const broken = {
  getItem: () => {
    throw new DOMException('', 'SecurityError')
  },
}

it('until somebody chooses, as the browser was told', () => {
  expect(readChoice(storage, {})).toBe(false)
  expect(readChoice(storage, { saveData: true })).toBe(true)
  expect(readChoice(broken, { saveData: true })).toBe(true)
})

it('the choice is remembered and goes before the browser’s', () => {
  keepChoice(storage, false)
  expect(readChoice(storage, { saveData: true })).toBe(false)
  keepChoice(storage, true)
  expect(readChoice(storage, {})).toBe(true)
})
