import { expect, test } from 'vitest'
import { SPEAKERS_FRESH_MS, speakersNow } from './speakersNow.ts'

const speakers = { memberIds: ['a'], at: 1_000 }

test('what was said lately holds', () => {
  expect(speakersNow(speakers, true, 1_000 + SPEAKERS_FRESH_MS - 1)).toEqual(['a'])
})

test('nobody speaks on for ever because the end was not heard', () => {
  expect(speakersNow(speakers, true, 1_000 + SPEAKERS_FRESH_MS)).toEqual([])
  expect(speakersNow(speakers, false, 1_001)).toEqual([])
})
