// What the screen may know of the sound and picture: plain values, so that no component holds a transport or a consumer.
import type { ErrorCode } from '@hoi-truong/shared/errors'
import type { MediaPolicy, MediaSource } from '@hoi-truong/shared/media'
import type { LinkStep, SendingStep } from '../link/ladder.ts'

interface RemoteStream {
  producerId: string
  /** Its sender has paused it (sound off). */
  paused: boolean
  /** Null while it is not forwarded to this device. */
  track: MediaStreamTrack | null
}

export type RemoteStreams = Partial<Record<MediaSource, RemoteStream>>

export interface LinkView {
  /** How much is left out because the link carries no more; it comes back by itself. */
  step: LinkStep
  /** The same for the own picture, on its way to the others. */
  sending: SendingStep
  /** The person has chosen to spend little data (chế độ tiết kiệm dữ liệu). */
  saving: boolean
}

export interface MediaView {
  connection: 'idle' | 'connecting' | 'connected' | 'reconnecting' | 'stopped'
  /** Why it stopped and does not come back by itself. */
  stopped: ErrorCode | null
  /** By member id. */
  remote: Readonly<Record<string, RemoteStreams>>
  /** Member ids, loudest first. */
  speakers: readonly string[]
  mayPublish: readonly MediaSource[]
  /** Of these what the server keeps from everybody for now: the microphone of whoever has not the floor. */
  held: readonly MediaSource[]
  /** The chair has switched this microphone off, and the person has not switched it on again. */
  silenced: boolean
  /** Three speak already: this microphone is on, but the others do not hear it for the moment. */
  unheard: boolean
  policy: MediaPolicy
  link: LinkView
}

export const emptyMediaView: MediaView = {
  connection: 'idle',
  stopped: null,
  remote: {},
  speakers: [],
  mayPublish: [],
  held: [],
  silenced: false,
  unheard: false,
  policy: { cameras: 4, highestLayer: 2, receiveBitrate: null, voice: 'usual' },
  link: { step: 'good', sending: 'all', saving: false },
}
