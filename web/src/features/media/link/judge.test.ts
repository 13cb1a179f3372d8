import { describe, expect, it } from 'vitest'
import { judgeReceiving, judgeSending } from './judge.ts'
import type { LinkSample } from './linkSample.ts'

const calm: LinkSample = {
  packets: 100,
  loss: 0,
  asked: 0,
  concealed: 0,
  roundTripMs: 60,
  available: null,
  limited: false,
}
const GOOD = 0
const ONE_PICTURE = 2
const NO_PICTURES = 3

describe('receiving', () => {
  it.each<[string, Partial<LinkSample>, number, number | null, object]>([
    ['a calm link', {}, GOOD, 2_000_000, { link: 'good' }],
    ['nothing heard yet', { loss: null, concealed: null }, GOOD, null, { link: 'good' }],
    ['a radio that loses five in a hundred', { loss: 0.05, concealed: 0.05 }, GOOD, null, { link: 'fair' }],
    ['gaps on a link that loses nothing: the device is busy', { concealed: 0.3 }, GOOD, null, { link: 'good' }],
    ['gaps on a link that answers late', { concealed: 0.1, roundTripMs: 900 }, GOOD, null, { link: 'bad' }],
    ['gaps in words', { concealed: 0.1, asked: 0.15 }, GOOD, null, { link: 'bad', urgent: false, carries: null }],
    ['every fourth word is gone', { concealed: 0.26, asked: 0.2 }, GOOD, null, { link: 'bad', urgent: true }],
    ['a queue that overflows', { loss: 0.3 }, GOOD, null, { link: 'bad', urgent: true }],
    ['too little for one picture', {}, GOOD, 70_000, { link: 'bad', carries: 3 }],
    [
      'enough for one picture, gaps in words',
      { concealed: 0.1, asked: 0.2 },
      GOOD,
      150_000,
      { link: 'bad', carries: 2 },
    ],
    ['the server may not send more than was asked', {}, ONE_PICTURE, 140_000, { link: 'good' }],
    ['without pictures the server does not know', {}, NO_PICTURES, 40_000, { link: 'good', carries: null }],
  ])('%s', (_why, sample, rung, available, verdict) => {
    expect(judgeReceiving({ ...calm, ...sample }, rung, available)).toMatchObject(verdict)
  })
})

describe('sending', () => {
  it.each<[string, Partial<LinkSample>, number, object]>([
    ['a calm link', { available: 900_000 }, 0, { link: 'good' }],
    [
      'the large sizes do not fit: the browser leaves them out',
      { available: 200_000, limited: true },
      0,
      { link: 'good' },
    ],
    ['not even the smallest fits', { available: 60_000 }, 0, { link: 'bad', carries: 2 }],
    ['the others lose words', { loss: 0.2, available: 200_000 }, 0, { link: 'bad', carries: 1 }],
    ['without a picture nobody knows how much there is', { available: 40_000 }, 2, { link: 'good' }],
  ])('%s', (_why, sample, rung, verdict) => {
    expect(judgeSending({ ...calm, ...sample }, rung)).toMatchObject(verdict)
  })
})
