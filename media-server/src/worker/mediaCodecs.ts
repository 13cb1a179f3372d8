// Which codecs a room speaks. Few on purpose: each one more makes every offer and answer longer, on links where that is
// felt. VP8 is what every browser can send in three layers; H264 constrained baseline is there for phones that encode
// only that in hardware.
import type { RouterRtpCodecCapability, RtpCapabilities } from 'mediasoup/types'

export const mediaCodecs: RouterRtpCodecCapability[] = [
  // Silence is cheap (DTX) and a lost packet is mended from the next one (in-band FEC).
  { kind: 'audio', mimeType: 'audio/opus', clockRate: 48_000, channels: 2, parameters: { useinbandfec: 1, usedtx: 1 } },
  { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000 },
  {
    kind: 'video',
    mimeType: 'video/H264',
    clockRate: 90_000,
    parameters: { 'packetization-mode': 1, 'profile-level-id': '42e01f', 'level-asymmetry-allowed': 1 },
  },
]

/**
 * Chromium negotiates this extension but sends it in no packet; the worker then takes it as its only source of capture
 * times and never switches simulcast layers.
 */
const negotiatedButNotSent = 'http://www.webrtc.org/experiments/rtp-hdrext/abs-capture-time'

/** Capabilities as a browser may see them, in both directions. */
export function forBrowsers(capabilities: RtpCapabilities): RtpCapabilities {
  const headerExtensions = capabilities.headerExtensions?.filter(({ uri }) => uri !== negotiatedButNotSent)
  return { ...capabilities, headerExtensions: headerExtensions ?? [] }
}
