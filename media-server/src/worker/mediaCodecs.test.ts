// What browsers are told about codecs.
import { ortc } from 'mediasoup'
import { expect, it } from 'vitest'
import { forBrowsers, mediaCodecs } from './mediaCodecs.ts'

const routerCapabilities = ortc.generateRouterRtpCapabilities(mediaCodecs)

it('offers voice with error correction and cheap silence', () => {
  const opus = routerCapabilities.codecs?.find(({ mimeType }) => mimeType === 'audio/opus')
  expect(opus).toMatchObject({ clockRate: 48_000, channels: 2, parameters: { useinbandfec: 1, usedtx: 1 } })
})

it('keeps back the one extension that stops simulcast layers from switching, and no other', () => {
  const uris = (list: { uri: string }[] | undefined) => (list ?? []).map(({ uri }) => uri)
  const all = uris(routerCapabilities.headerExtensions)
  const told = uris(forBrowsers(routerCapabilities).headerExtensions)
  expect(all.some((uri) => uri.endsWith('/abs-capture-time'))).toBe(true)
  expect(told).toEqual(all.filter((uri) => !uri.endsWith('/abs-capture-time')))
})
