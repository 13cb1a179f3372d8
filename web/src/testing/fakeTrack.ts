// A fake of a camera's or microphone's track: what mediasoup-client and the app look at, and nothing behind it.
let count = 0

class FakeTrack extends EventTarget {
  readonly id = `track-${++count}`
  readonly kind: 'audio' | 'video'
  readonly #settings: MediaTrackSettings
  enabled = true
  readyState: MediaStreamTrackState = 'live'

  constructor(kind: 'audio' | 'video', settings: MediaTrackSettings) {
    super()
    this.kind = kind
    this.#settings = settings
  }

  getSettings(): MediaTrackSettings {
    return this.#settings
  }

  stop(): void {
    this.readyState = 'ended'
  }
}

export const fakeTrack = (kind: 'audio' | 'video', settings: MediaTrackSettings = {}): MediaStreamTrack =>
  new FakeTrack(kind, settings) as unknown as MediaStreamTrack
