import { expect, it } from 'vitest'
import type { LinkSample } from './linkSample.ts'
import { patienceAfter, patient } from './voicePatience.ts'

const sample = (loss: number | null, roundTripMs: number | null = 400): LinkSample => ({
  packets: 100,
  loss,
  asked: 0,
  concealed: 0,
  roundTripMs,
  available: null,
  limited: false,
})

it('waits for the second try on a link that loses words, by its round trip, and not for ever', () => {
  expect(patienceAfter(patient, sample(0.05)).bufferMs).toBe(600)
  expect(patienceAfter(patient, sample(0.05, 30)).bufferMs).toBe(200)
  expect(patienceAfter(patient, sample(0.05, 3_000)).bufferMs).toBe(1_000)
})

it('plays at once where next to nothing is lost, or nobody knows', () => {
  for (const one of [sample(0.01), sample(null), sample(0.05, null)]) {
    expect(patienceAfter(patient, one).bufferMs).toBeNull()
  }
})

it('does not go to and fro: longer at once, back after half a minute without loss', () => {
  let patience = patienceAfter(patient, sample(0.05))
  patience = patienceAfter(patience, sample(0.05, 100))
  expect(patience.bufferMs).toBe(600)
  const seen = Array.from({ length: 15 }, () => {
    patience = patienceAfter(patience, sample(0))
    return patience.bufferMs
  })
  expect(seen).toEqual([...Array.from({ length: 14 }, () => 600), null])
})

it('goes on waiting while what was lost comes the second time', () => {
  let patience = patienceAfter(patient, sample(0.05))
  for (let look = 0; look < 40; look += 1) patience = patienceAfter(patience, { ...sample(0), asked: 0.1 })
  expect(patience.bufferMs).toBe(600)
})
