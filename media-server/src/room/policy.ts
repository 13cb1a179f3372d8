// How much each kind of device is sent, and how many cameras that may be: the table of it, without time or state.
import type { DeviceClass, MediaPolicy } from '@hoi-truong/shared/media'

export interface RoomLoad {
  /** Cameras that are on in the whole room. */
  camerasOn: number
  /** Somebody in the room has a poor link, or had one a moment ago. */
  poorLink: boolean
}

/**
 * 400 kbit/s with IP headers is what a phone's month of meetings can bear. 360 leaves room for the headers of the pictures, which the worker
 * does not count.
 */
const PHONE_BITRATE = 360_000
const COMPUTER_BITRATE = 2_500_000
const SITE_BITRATE = 4_000_000

/** From here on faces are small on any screen. */
const MANY_CAMERAS = 4

export function policyFor(device: DeviceClass, { camerasOn, poorLink }: RoomLoad): MediaPolicy {
  const voice = poorLink ? 'frugal' : 'usual'
  const many = camerasOn > MANY_CAMERAS
  switch (device) {
    case 'phone':
      return { cameras: many ? 2 : 3, highestLayer: many ? 0 : 1, receiveBitrate: PHONE_BITRATE, voice }
    case 'computer':
      return { cameras: 4, highestLayer: 2, receiveBitrate: COMPUTER_BITRATE, voice }
    case 'site':
      // A hall looks at one wall: more faces, and nobody pays for the line by the megabyte.
      return { cameras: 9, highestLayer: many ? 1 : 2, receiveBitrate: SITE_BITRATE, voice }
  }
}

export const samePolicy = (a: MediaPolicy, b: MediaPolicy): boolean =>
  a.cameras === b.cameras &&
  a.highestLayer === b.highestLayer &&
  a.receiveBitrate === b.receiveBitrate &&
  a.voice === b.voice

/**
 * What a link is believed to bear before anything is known of it. A phone begins with one small picture beside the voices, so that on 3G the
 * first seconds of sound are not spent on a flood of pictures.
 */
export const initialBitrate = (device: DeviceClass): number => (device === 'phone' ? 150_000 : 600_000)

/** mediasoup takes no lower limit. */
const LEAST_BITRATE = 30_000
/** Three voices of 20 ms frames with their headers. */
const THREE_VOICES = 150_000
const VOICES_SHARE = 0.4

/**
 * What the worker may spend on pictures when this much may be sent in all: it limits pictures only, and sends every voice beside them.
 * Null: no limit.
 */
export function pictureBitrate(...limits: (number | null)[]): number | null {
  const known = limits.filter((limit) => limit !== null)
  if (known.length === 0) return null
  const most = Math.min(...known)
  return Math.max(LEAST_BITRATE, Math.round(most - Math.min(THREE_VOICES, most * VOICES_SHARE)))
}
