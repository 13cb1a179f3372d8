// How much of what the room sends this device takes now: the server's policy, and what link, person and screen leave of it. Sound goes
// first in all of it: pictures are what is given up.
import type { MediaPolicy } from '@hoi-truong/shared/media'
import type { LinkStep } from '../link/ladder.ts'

export interface Conditions {
  step: LinkStep
  /** The person wants to spend little data. */
  saving: boolean
  /** Somebody may be looking: not while the tab is in the background or the phone locked. */
  visible: boolean
  /** Beside a site's own device, which sounds for all who sit there: from this one the hall would howl. */
  companion: boolean
}

export interface Reception {
  voices: 'all' | 'one' | 'none'
  cameras: number
  screen: boolean
  /** A screen takes the place of a camera. */
  onePicture: boolean
  largestLayer: number
}

export function receptionOf({ step, saving, visible, companion }: Conditions, policy: MediaPolicy): Reception {
  const pictures = visible && step !== 'noPictures' && step !== 'oneVoice'
  const onePicture = saving || step === 'onePicture'
  const cameras = !pictures || companion ? 0 : Math.min(policy.cameras, onePicture ? 1 : policy.cameras)
  const small = onePicture || step === 'smaller'
  return {
    voices: companion ? 'none' : step === 'oneVoice' ? 'one' : 'all',
    cameras,
    screen: pictures,
    onePicture,
    largestLayer: small ? 0 : Math.min(2, policy.highestLayer),
  }
}
