// Microphone and camera: do they open, is something heard, is there a picture. Released as soon as that is known.
import type { DeviceKind, DeviceTrouble } from '../../devices/deviceTrouble.ts'
import type { Probe } from '../connectionTest.ts'
import type { Outcome, Reason } from '../steps.ts'
import { type DeviceDeps, openDevice } from './openDevice.ts'

const troubleReasons = {
  microphone: {
    refused: 'microphoneRefused',
    missing: 'microphoneMissing',
    inUse: 'microphoneInUse',
    failed: 'microphoneFailed',
    insecure: 'microphoneInsecure',
  },
  camera: {
    refused: 'cameraRefused',
    missing: 'cameraMissing',
    inUse: 'cameraInUse',
    failed: 'cameraFailed',
    insecure: 'cameraInsecure',
  },
} as const satisfies Record<DeviceKind, Record<DeviceTrouble, Reason>>

export interface DeviceProbeDeps extends DeviceDeps {
  /** Whether something was heard before `signal` was aborted. */
  hears(track: MediaStreamTrack, signal: AbortSignal): Promise<boolean>
  /** What the picture shows before `signal` was aborted. */
  sees(track: MediaStreamTrack, signal: AbortSignal): Promise<'picture' | 'dark' | 'nothing'>
  listenMs?: number
  lookMs?: number
}

const LISTEN_MS = 8_000
const LOOK_MS = 5_000

async function withDevice(
  kind: DeviceKind,
  deps: DeviceProbeDeps,
  { signal, show }: Parameters<Probe>[0],
  patienceMs: number,
  look: (track: MediaStreamTrack, signal: AbortSignal) => Promise<Outcome>,
): Promise<Outcome> {
  const opened = await openDevice(kind, deps, signal)
  if ('trouble' in opened) {
    const { trouble } = opened
    if (trouble === 'dismissed') return { state: 'aborted', reason: 'dismissed' }
    return { state: 'failed', reason: troubleReasons[kind][trouble] }
  }
  const { track } = opened
  const lost = new AbortController()
  track.addEventListener('ended', () => lost.abort())
  try {
    show({ [kind]: track })
    const outcome = await look(track, AbortSignal.any([signal, lost.signal, AbortSignal.timeout(patienceMs)]))
    // Pulled out, or taken away by the system.
    return lost.signal.aborted ? { state: 'failed', reason: troubleReasons[kind].failed } : outcome
  } finally {
    track.stop()
  }
}

export const probeMicrophone =
  (deps: DeviceProbeDeps): Probe =>
  (context) =>
    withDevice('microphone', deps, context, deps.listenMs ?? LISTEN_MS, async (track, signal) =>
      (await deps.hears(track, signal))
        ? { state: 'good', reason: 'microphoneGood' }
        : { state: 'poor', reason: 'microphoneSilent' },
    )

const seen = {
  picture: { state: 'good', reason: 'cameraGood' },
  dark: { state: 'poor', reason: 'cameraDark' },
  nothing: { state: 'failed', reason: 'cameraNoPicture' },
} as const satisfies Record<string, Outcome>

export const probeCamera =
  (deps: DeviceProbeDeps): Probe =>
  (context) =>
    withDevice(
      'camera',
      deps,
      context,
      deps.lookMs ?? LOOK_MS,
      async (track, signal) => seen[await deps.sees(track, signal)],
    )
