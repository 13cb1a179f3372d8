// How a track is sent. Layers of several sizes let the server give each device the one that its tile needs.
import type { MediaSource } from '@hoi-truong/shared/media'
import type { ProducerOptions, RtpEncodingParameters } from 'mediasoup-client/types'

/** By the picture's shorter side, so that a phone held upright counts like one held flat. */
export function cameraEncodings(width: number, height: number): RtpEncodingParameters[] {
  const side = Math.min(width, height)
  if (side >= 720) {
    return [
      { scaleResolutionDownBy: 4, maxBitrate: 120_000 },
      { scaleResolutionDownBy: 2, maxBitrate: 350_000 },
      { scaleResolutionDownBy: 1, maxBitrate: 1_000_000 },
    ]
  }
  if (side >= 360) {
    return [
      { scaleResolutionDownBy: 2, maxBitrate: 150_000 },
      { scaleResolutionDownBy: 1, maxBitrate: 500_000 },
    ]
  }
  return [{ maxBitrate: 250_000 }]
}

type Settings = Pick<ProducerOptions, 'encodings' | 'codecOptions'>

export function settingsFor(source: MediaSource, track: MediaStreamTrack): Settings {
  // DTX makes silence cheap, FEC repairs a lost packet without asking for it again.
  if (source === 'microphone') return { codecOptions: { opusStereo: false, opusDtx: true, opusFec: true } }
  if (source === 'screen') return { encodings: [{ maxBitrate: 1_500_000 }] }
  const { width = 0, height = 0 } = track.getSettings()
  return { encodings: cameraEncodings(width, height), codecOptions: { videoGoogleStartBitrate: 500 } }
}

/** The layer for a tile of this height in device pixels. */
export const layerFor = (pixels: number): 0 | 1 | 2 => (pixels <= 200 ? 0 : pixels <= 420 ? 1 : 2)
