import { expect, it } from 'vitest'
import { fakeTrack } from '../../../testing/fakeTrack.ts'
import { cameraEncodings, layerFor, settingsFor, voices } from './encodings.ts'

it('sends three layers of a large picture, two of a middling one, one of a small one', () => {
  expect(cameraEncodings(1280, 720)).toHaveLength(3)
  expect(cameraEncodings(720, 1280)).toHaveLength(3)
  expect(cameraEncodings(640, 480)).toHaveLength(2)
  expect(cameraEncodings(320, 240)).toHaveLength(1)
})

it('names layers from the smallest to the largest', () => {
  const scales = cameraEncodings(1280, 720).map(({ scaleResolutionDownBy }) => scaleResolutionDownBy)
  expect(scales).toEqual([4, 2, 1])
})

it('asks for no larger a layer than the tile shows', () => {
  expect([120, 300, 720].map(layerFor)).toEqual([0, 1, 2])
})

it('the smallest layer fits beside a voice into the uplink of 3G, whatever the camera gives', () => {
  for (const [width, height] of [
    [1280, 720],
    [640, 480],
    [480, 640],
    [320, 240],
  ] as const) {
    expect(cameraEncodings(width, height)[0]?.maxBitrate).toBeLessThanOrEqual(150_000)
  }
})

it('a frugal voice fits with its headers into 32 kbit/s, a usual one does not', () => {
  // IP, UDP, RTP with its extensions, SRTP.
  const headerBits = (20 + 8 + 20 + 10) * 8
  const onTheWire = ({ bitrate, frameMs }: (typeof voices)['usual']) => bitrate + (1_000 / frameMs) * headerBits
  expect(onTheWire(voices.frugal)).toBeLessThan(32_000)
  expect(onTheWire(voices.usual)).toBeGreaterThan(32_000)
})

it('voices are sent with DTX, FEC and NACK, in frames by the way that is asked for', () => {
  const { codecOptions, encodings } = settingsFor('microphone', fakeTrack('audio'), 'frugal')
  expect(codecOptions).toMatchObject({ opusDtx: true, opusFec: true, opusNack: true, opusStereo: false, opusPtime: 60 })
  expect(encodings).toEqual([{ maxBitrate: 18_000 }])
})

it('a screen has a size that a poor link carries, and one to read from', () => {
  const [small, large] = settingsFor('screen', fakeTrack('video'), 'usual').encodings ?? []
  expect(small?.maxBitrate).toBeLessThanOrEqual(150_000)
  expect(large?.scaleResolutionDownBy).toBe(1)
})
