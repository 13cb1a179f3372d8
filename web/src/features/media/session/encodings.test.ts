import { expect, it } from 'vitest'
import { cameraEncodings, layerFor } from './encodings.ts'

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
