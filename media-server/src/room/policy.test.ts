// The table of what each kind of device is sent, row by row.
import type { DeviceClass } from '@hoi-truong/shared/media'
import { describe, expect, it } from 'vitest'
import { pictureBitrate, policyFor, samePolicy } from './policy.ts'

const rows: [device: DeviceClass, camerasOn: number, cameras: number, highestLayer: number, bitrate: number][] = [
  ['phone', 0, 3, 1, 360_000],
  ['phone', 4, 3, 1, 360_000],
  ['phone', 5, 2, 0, 360_000],
  ['phone', 25, 2, 0, 360_000],
  ['computer', 0, 4, 2, 2_500_000],
  ['computer', 4, 4, 2, 2_500_000],
  ['computer', 5, 4, 2, 2_500_000],
  ['computer', 25, 4, 2, 2_500_000],
  ['site', 0, 9, 2, 4_000_000],
  ['site', 4, 9, 2, 4_000_000],
  ['site', 5, 9, 1, 4_000_000],
  ['site', 25, 9, 1, 4_000_000],
]

it.each(rows)('a %s in a room with %i cameras on', (device, camerasOn, cameras, highestLayer, receiveBitrate) => {
  const expected = { cameras, highestLayer, receiveBitrate }
  expect(policyFor(device, { camerasOn, poorLink: false })).toEqual({ ...expected, voice: 'usual' })
  expect(policyFor(device, { camerasOn, poorLink: true })).toEqual({ ...expected, voice: 'frugal' })
})

it('two policies are the same when all of them is', () => {
  const one = policyFor('phone', { camerasOn: 0, poorLink: false })
  expect(samePolicy(one, { ...one })).toBe(true)
  for (const change of [{ cameras: 1 }, { highestLayer: 2 }, { receiveBitrate: null }, { voice: 'frugal' as const }])
    expect(samePolicy(one, { ...one, ...change })).toBe(false)
})

describe('what pictures may cost', () => {
  it.each([
    [[null], null],
    [[360_000], 216_000],
    [[360_000, null], 216_000],
    [[360_000, 200_000], 120_000],
    [[2_500_000, 5_000_000], 2_350_000],
    [[360_000, 10_000], 30_000],
  ])('%j in all leaves %j', (limits, expected) => {
    expect(pictureBitrate(...limits)).toBe(expected)
  })
})
