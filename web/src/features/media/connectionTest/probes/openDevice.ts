// Asks for one device. A question that is closed or left without an answer is no refusal; and what comes after one has stopped waiting
// is released at once.
import { type DeviceKind, type DeviceTrouble, troubleOf } from '../../devices/deviceTrouble.ts'

export interface DeviceDeps {
  /** Undefined where the page did not come over https. */
  media: Pick<MediaDevices, 'getUserMedia'> | undefined
  /** What the browser holds about the device; undefined where it does not tell. */
  permission(kind: DeviceKind): Promise<PermissionState | undefined>
  constraints(kind: DeviceKind): MediaStreamConstraints
  promptMs?: number
}

export type Opened = { track: MediaStreamTrack } | { trouble: DeviceTrouble | 'dismissed' }

const PROMPT_MS = 60_000

export async function openDevice(kind: DeviceKind, deps: DeviceDeps, signal: AbortSignal): Promise<Opened> {
  const { media, permission, constraints, promptMs = PROMPT_MS } = deps
  if (!media) return { trouble: 'insecure' }
  const patience = AbortSignal.any([signal, AbortSignal.timeout(promptMs)])
  const asked = media.getUserMedia(constraints(kind))
  const givenUp = new Promise<null>((resolve) => {
    if (patience.aborted) resolve(null)
    patience.addEventListener('abort', () => resolve(null))
  })
  try {
    const stream = await Promise.race([asked, givenUp])
    if (!stream) {
      void asked.then(release, () => undefined)
      return { trouble: 'dismissed' }
    }
    const [track] = stream.getTracks()
    return track ? { track } : { trouble: 'missing' }
  } catch (error) {
    const trouble = troubleOf(error)
    const undecided =
      trouble === 'refused' && ((await permission(kind)) === 'prompt' || /dismissed/i.test(String(error)))
    return { trouble: undecided ? 'dismissed' : trouble }
  }
}

const release = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop()
}
