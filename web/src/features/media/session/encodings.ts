// How a track is sent. Layers of several sizes let the server give each device the one that its tile needs.
import type { MediaPolicy, MediaSource } from '@hoi-truong/shared/media'
import type { ProducerOptions, RtpEncodingParameters } from 'mediasoup-client/types'

export type VoiceWay = MediaPolicy['voice']

export interface Voice {
  bitrate: number
  /** Length of one packet's sound. */
  frameMs: 20 | 60
}

/**
 * Headers are most of what a voice costs: of 50 packets a second they take 23 kbit/s, of 17 packets 8. So a frugal voice, headers
 * included, fits into the 32 kbit/s that the worst uplinks have; both figures are for one voice, which Opus keeps clear.
 */
export const voices: Record<VoiceWay, Voice> = {
  usual: { bitrate: 32_000, frameMs: 20 },
  frugal: { bitrate: 18_000, frameMs: 60 },
}

/**
 * The smallest layer is for 3G and for tiles: four of them are a phone's whole share. By the picture's shorter side, so that a phone held
 * upright counts like one held flat.
 */
export function cameraEncodings(width: number, height: number): RtpEncodingParameters[] {
  const side = Math.min(width, height)
  if (side >= 720) {
    return [
      { scaleResolutionDownBy: 4, maxBitrate: 100_000, maxFramerate: 15 },
      { scaleResolutionDownBy: 2, maxBitrate: 300_000, maxFramerate: 20 },
      { scaleResolutionDownBy: 1, maxBitrate: 900_000, maxFramerate: 24 },
    ]
  }
  if (side >= 360) {
    return [
      { scaleResolutionDownBy: 2, maxBitrate: 100_000, maxFramerate: 15 },
      { scaleResolutionDownBy: 1, maxBitrate: 400_000, maxFramerate: 20 },
    ]
  }
  return [{ maxBitrate: 150_000, maxFramerate: 15 }]
}

type Settings = Pick<ProducerOptions, 'encodings' | 'codecOptions'>

export function settingsFor(source: MediaSource, track: MediaStreamTrack, voice: VoiceWay): Settings {
  if (source === 'microphone') {
    const { bitrate, frameMs } = voices[voice]
    // DTX makes silence cheap, FEC repairs a lost packet without asking for it again; what can come in time is asked for all the same.
    const codecOptions = { opusStereo: false, opusDtx: true, opusFec: true, opusNack: true, opusPtime: frameMs }
    return { encodings: [{ maxBitrate: bitrate }], codecOptions }
  }
  // Two pictures of one screen: one to read from, one that a poor link carries, both sharp rather than fluent.
  if (source === 'screen') {
    return {
      encodings: [
        { scaleResolutionDownBy: 2, maxBitrate: 150_000, maxFramerate: 5 },
        { scaleResolutionDownBy: 1, maxBitrate: 1_200_000, maxFramerate: 10 },
      ],
      codecOptions: { videoGoogleStartBitrate: 300 },
    }
  }
  const { width = 0, height = 0 } = track.getSettings()
  return { encodings: cameraEncodings(width, height), codecOptions: { videoGoogleStartBitrate: 150 } }
}

/** The layer for a tile of this height in device pixels. */
export const layerFor = (pixels: number): 0 | 1 | 2 => (pixels <= 200 ? 0 : pixels <= 420 ? 1 : 2)
