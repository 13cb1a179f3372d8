// This device's camera and microphone: opened, closed, chosen, muted here and nowhere else. What a person chose is remembered;
// whether picture and sound were on is remembered for this tab, so that a reload leads straight back into the room.
import { createStore } from 'zustand/vanilla'
import { type DeviceKind, type DeviceTrouble, troubleOf } from './deviceTrouble.ts'

export interface LocalDevice {
  state: 'off' | 'asking' | 'on' | DeviceTrouble
  track: MediaStreamTrack | null
}

export interface DeviceName {
  id: string
  label: string
}

export interface DevicesState {
  camera: LocalDevice
  microphone: LocalDevice
  muted: boolean
  cameras: readonly DeviceName[]
  microphones: readonly DeviceName[]
  speakers: readonly DeviceName[]
  cameraId: string | null
  microphoneId: string | null
  speakerId: string | null
}

export interface DevicesDeps {
  /** Undefined where the page did not come over https. */
  media: Pick<MediaDevices, 'getUserMedia' | 'enumerateDevices' | 'addEventListener'> | undefined
  lasting: Pick<Storage, 'getItem' | 'setItem'>
  /** A small screen shows small pictures: sending large ones would only cost battery and data. */
  smallScreen: boolean
}

type Choice = Pick<DevicesState, 'cameraId' | 'microphoneId' | 'speakerId'>

const STORED = 'hoi-truong.devices'
const off: LocalDevice = { state: 'off', track: null }

export class LocalDevices {
  readonly store
  readonly #deps: DevicesDeps

  constructor(deps: DevicesDeps) {
    this.#deps = deps
    this.store = createStore<DevicesState>(() => ({
      camera: off,
      microphone: off,
      muted: false,
      cameras: [],
      microphones: [],
      speakers: [],
      ...readChoice(deps.lasting),
    }))
    deps.media?.addEventListener('devicechange', () => void this.#list())
  }

  /** Both with one question to the person; when that fails each alone, to know which of the two it was. */
  async openBoth(): Promise<void> {
    const { media } = this.#deps
    if (!media) return this.#fail(['camera', 'microphone'], 'insecure')
    this.#set('camera', { state: 'asking', track: null })
    this.#set('microphone', { state: 'asking', track: null })
    try {
      const stream = await media.getUserMedia({ video: this.#video(), audio: this.#audio() })
      this.#take('camera', stream.getVideoTracks()[0])
      this.#take('microphone', stream.getAudioTracks()[0])
    } catch {
      await this.open('microphone')
      await this.open('camera')
    }
    await this.#list()
  }

  async open(kind: DeviceKind): Promise<void> {
    const { media } = this.#deps
    if (!media) return this.#fail([kind], 'insecure')
    this.#set(kind, { state: 'asking', track: null })
    try {
      const wanted = kind === 'camera' ? { video: this.#video() } : { audio: this.#audio() }
      const stream = await media.getUserMedia(wanted)
      this.#take(kind, stream.getTracks()[0])
    } catch (error) {
      this.#fail([kind], troubleOf(error))
    }
    await this.#list()
  }

  /** Releases the device: the light goes out. */
  close(kind: DeviceKind): void {
    this.#set(kind, off)
  }

  closeAll(): void {
    this.close('camera')
    this.close('microphone')
  }

  setMuted(muted: boolean): void {
    const { track } = this.store.getState().microphone
    if (track) track.enabled = !muted
    this.store.setState({ muted })
  }

  async choose(kind: DeviceKind, id: string): Promise<void> {
    this.#remember(kind === 'camera' ? { cameraId: id } : { microphoneId: id })
    await this.open(kind)
  }

  chooseSpeaker(id: string): void {
    this.#remember({ speakerId: id })
  }

  #video(): MediaTrackConstraints {
    const { cameraId } = this.store.getState()
    const [width, height] = this.#deps.smallScreen ? [640, 480] : [1280, 720]
    return {
      width: { ideal: width },
      height: { ideal: height },
      frameRate: { ideal: 24, max: 30 },
      ...(cameraId ? { deviceId: { ideal: cameraId } } : { facingMode: { ideal: 'user' } }),
    }
  }

  #audio(): MediaTrackConstraints {
    const { microphoneId } = this.store.getState()
    return {
      echoCancellation: true,
      noiseSuppression: true,
      autoGainControl: true,
      ...(microphoneId ? { deviceId: { ideal: microphoneId } } : {}),
    }
  }

  #take(kind: DeviceKind, track: MediaStreamTrack | undefined): void {
    if (!track) {
      this.#fail([kind], 'missing')
      return
    }
    // Taken away by the system or pulled out; closing it ourselves does not fire this.
    track.addEventListener('ended', () => {
      if (this.store.getState()[kind].track === track) this.#fail([kind], 'failed')
    })
    if (kind === 'microphone') track.enabled = !this.store.getState().muted
    this.#set(kind, { state: 'on', track })
  }

  #fail(kinds: DeviceKind[], trouble: DeviceTrouble): void {
    for (const kind of kinds) this.#set(kind, { state: trouble, track: null })
  }

  #set(kind: DeviceKind, device: LocalDevice): void {
    const before = this.store.getState()[kind].track
    if (before && before !== device.track) before.stop()
    this.store.setState(kind === 'camera' ? { camera: device } : { microphone: device })
  }

  async #list(): Promise<void> {
    const all = (await this.#deps.media?.enumerateDevices().catch(() => [])) ?? []
    const named = (kind: MediaDeviceKind) =>
      // Before permission is given browsers name nothing; such entries are of no use to choose from.
      all
        .filter((device) => device.kind === kind && device.deviceId !== '')
        .map(({ deviceId, label }) => ({ id: deviceId, label }))
    this.store.setState({
      cameras: named('videoinput'),
      microphones: named('audioinput'),
      speakers: named('audiooutput'),
    })
  }

  #remember(choice: Partial<Choice>): void {
    this.store.setState(choice)
    const { cameraId, microphoneId, speakerId } = this.store.getState()
    try {
      this.#deps.lasting.setItem(STORED, JSON.stringify({ cameraId, microphoneId, speakerId }))
    } catch {
      // Private windows: chosen for as long as the page is open.
    }
  }
}

function readChoice(storage: Pick<Storage, 'getItem'>): Choice {
  const none: Choice = { cameraId: null, microphoneId: null, speakerId: null }
  try {
    return { ...none, ...(JSON.parse(storage.getItem(STORED) ?? '{}') as Partial<Choice>) }
  } catch {
    return none
  }
}
