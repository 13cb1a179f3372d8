// What the screen may know of the sound and picture: plain values, so that no component holds a transport or a consumer.
import type { ErrorCode } from '@hoi-truong/shared/errors'
import type { MediaSource } from '@hoi-truong/shared/media'

interface RemoteStream {
  producerId: string
  /** Its sender has paused it (sound off). */
  paused: boolean
  /** Null while it is not forwarded to this device. */
  track: MediaStreamTrack | null
}

export type RemoteStreams = Partial<Record<MediaSource, RemoteStream>>

export interface MediaView {
  connection: 'idle' | 'connecting' | 'connected' | 'reconnecting' | 'stopped'
  /** Why it stopped and does not come back by itself. */
  stopped: ErrorCode | null
  /** By member id. */
  remote: Readonly<Record<string, RemoteStreams>>
  /** Member ids, loudest first. */
  speakers: readonly string[]
  mayPublish: readonly MediaSource[]
}

export const emptyMediaView: MediaView = { connection: 'idle', stopped: null, remote: {}, speakers: [], mayPublish: [] }
