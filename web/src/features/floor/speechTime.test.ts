import { expect, it } from 'vitest'
import { speechTime } from './speechTime.ts'

const startedAt = '2026-11-03T12:40:00.000Z'
const after = (seconds: number) => Date.parse(startedAt) + seconds * 1000

it('counts up where there is no limit', () => {
  expect(speechTime({ startedAt, limitSeconds: null }, after(72.4))).toEqual({ stage: 'free', ms: 72_000 })
})

it('counts down, warns for the last half minute, and goes on to count when the time is over', () => {
  const at = (seconds: number) => speechTime({ startedAt, limitSeconds: 180 }, after(seconds))
  expect(at(0)).toEqual({ stage: 'running', ms: 180_000 })
  expect(at(149)).toEqual({ stage: 'running', ms: 31_000 })
  expect(at(150)).toEqual({ stage: 'soon', ms: 30_000 })
  expect(at(179.9)).toEqual({ stage: 'soon', ms: 1_000 })
  expect(at(180)).toEqual({ stage: 'over', ms: 0 })
  expect(at(200)).toEqual({ stage: 'over', ms: 20_000 })
})

it('begins at nought where this device runs behind the server', () => {
  expect(speechTime({ startedAt, limitSeconds: 180 }, after(-3))).toEqual({ stage: 'running', ms: 180_000 })
  expect(speechTime({ startedAt, limitSeconds: null }, after(-3))).toEqual({ stage: 'free', ms: 0 })
})
