// The interval of chance against chance itself.
import { randomInt } from 'node:crypto'
import { expect, test } from 'vitest'
import { intervalOfChance, isWithin } from './chance.ts'

test('for one attack on two hundred polls', () => {
  expect(intervalOfChance(200, 1, 0.99)).toEqual({ least: 165, most: 237 })
})

test('more attacks at once need a wider one', () => {
  const [one, hundred] = [intervalOfChance(200, 1, 0.99), intervalOfChance(200, 100, 0.99)]
  expect([hundred.least < one.least, hundred.most > one.most]).toEqual([true, true])
})

test('a blind attacker lies within it, one who knows half of it does not', () => {
  const interval = intervalOfChance(50, 1, 0.999_999)
  const hitsOf = (known: number) => {
    const rest = Array.from({ length: 20 - known }, (_, index) => index)
    const guesses = rest.toSorted(() => 0)
    for (let last = guesses.length - 1; last > 0; last -= 1) {
      const other = randomInt(last + 1)
      ;[guesses[last], guesses[other]] = [guesses[other] ?? 0, guesses[last] ?? 0]
    }
    return known + guesses.filter((guess, index) => guess === rest[index]).length
  }
  const sum = (known: number) => Array.from({ length: 50 }, () => hitsOf(known)).reduce((all, hits) => all + hits, 0)
  expect(isWithin(interval, sum(0))).toBe(true)
  expect(isWithin(interval, sum(10))).toBe(false)
})
