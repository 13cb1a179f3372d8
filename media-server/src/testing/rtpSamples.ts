// What a browser would say about its streams, written by hand: the media-server takes it before any packet has flowed.
import type { MediaSource } from '@hoi-truong/shared/media'

let lastSsrc = 1_000

/** A new stream each time: two with the same SSRC or MID on one transport would be refused. */
export function opusParameters(): Record<string, unknown> {
  lastSsrc += 2
  return {
    mid: String(lastSsrc),
    codecs: [
      {
        mimeType: 'audio/opus',
        payloadType: 111,
        clockRate: 48_000,
        channels: 2,
        parameters: { minptime: 10, useinbandfec: 1, usedtx: 1 },
        rtcpFeedback: [{ type: 'transport-cc', parameter: '' }],
      },
    ],
    headerExtensions: [{ uri: 'urn:ietf:params:rtp-hdrext:ssrc-audio-level', id: 1, encrypt: false, parameters: {} }],
    encodings: [{ ssrc: lastSsrc, dtx: true }],
    rtcp: { cname: 'sample', reducedSize: true },
  }
}

export function vp8Parameters(): Record<string, unknown> {
  const layer = (scaleResolutionDownBy: number) => {
    lastSsrc += 2
    return { ssrc: lastSsrc, rtx: { ssrc: lastSsrc + 1 }, active: true, scaleResolutionDownBy, scalabilityMode: 'L1T3' }
  }
  return {
    mid: String(lastSsrc + 1),
    codecs: [
      {
        mimeType: 'video/VP8',
        payloadType: 96,
        clockRate: 90_000,
        parameters: {},
        rtcpFeedback: [{ type: 'nack', parameter: '' }, { type: 'nack', parameter: 'pli' }, { type: 'transport-cc' }],
      },
      { mimeType: 'video/rtx', payloadType: 97, clockRate: 90_000, parameters: { apt: 96 }, rtcpFeedback: [] },
    ],
    headerExtensions: [{ uri: 'urn:ietf:params:rtp-hdrext:sdes:mid', id: 4, encrypt: false, parameters: {} }],
    encodings: [layer(4), layer(2), layer(1)],
    rtcp: { cname: 'sample', reducedSize: true },
  }
}

export function parametersFor(source: MediaSource): Record<string, unknown> {
  return source === 'microphone' ? opusParameters() : vp8Parameters()
}

/** A well-formed certificate fingerprint; nobody connects with it. */
export const dtlsParameters = {
  role: 'client',
  fingerprints: [{ algorithm: 'sha-256', value: Array.from({ length: 32 }, () => 'AB').join(':') }],
}
