// The device's own camera and microphone against fake media devices; each error is one that browsers really throw.
import { beforeEach, expect, it, vi } from 'vitest'
import { fakeTrack } from '../../../testing/fakeTrack.ts'
import { LocalDevices } from './localDevices.ts'

const kept = new Map<string, string>()
const lasting = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
}
let troubles: { camera?: string; microphone?: string }
let asked: MediaStreamConstraints[]

const media = {
  async getUserMedia(constraints: MediaStreamConstraints = {}) {
    asked.push(constraints)
    const wants = { camera: constraints.video, microphone: constraints.audio }
    const name = (wants.camera && troubles.camera) || (wants.microphone && troubles.microphone)
    if (name) throw new DOMException('', name)
    const tracks = [...(wants.camera ? [fakeTrack('video')] : []), ...(wants.microphone ? [fakeTrack('audio')] : [])]
    const of = (kind: string) => tracks.filter((track) => track.kind === kind)
    return {
      getTracks: () => tracks,
      getVideoTracks: () => of('video'),
      getAudioTracks: () => of('audio'),
    } as unknown as MediaStream
  },
  async enumerateDevices() {
    return [
      { kind: 'videoinput', deviceId: 'c1', label: 'Camera trước' },
      { kind: 'audioinput', deviceId: '', label: '' },
    ] as MediaDeviceInfo[]
  },
  addEventListener: vi.fn(),
}

beforeEach(() => {
  kept.clear()
  troubles = {}
  asked = []
})

const make = (more: { smallScreen?: boolean; media?: typeof media | undefined } = {}) =>
  new LocalDevices({ media, lasting, smallScreen: false, ...more })

it('opens both with one question', async () => {
  const devices = make()
  await devices.openBoth()
  expect(devices.store.getState()).toMatchObject({ camera: { state: 'on' }, microphone: { state: 'on' } })
  expect(asked).toHaveLength(1)
  expect(devices.store.getState().cameras).toEqual([{ id: 'c1', label: 'Camera trước' }])
  expect(devices.store.getState().microphones).toEqual([])
})

it.each([
  ['NotAllowedError', 'refused'],
  ['NotFoundError', 'missing'],
  ['NotReadableError', 'inUse'],
  ['OverconstrainedError', 'missing'],
  ['UnheardOfError', 'failed'],
])('says what %s means for the camera, and still has the microphone', async (name, state) => {
  troubles = { camera: name }
  const devices = make()
  await devices.openBoth()
  expect(devices.store.getState()).toMatchObject({ camera: { state, track: null }, microphone: { state: 'on' } })
})

it('says that a page without https gets no devices', async () => {
  const devices = make({ media: undefined })
  await devices.openBoth()
  expect(devices.store.getState()).toMatchObject({ camera: { state: 'insecure' }, microphone: { state: 'insecure' } })
})

it('releases the camera when the picture is turned off', async () => {
  const devices = make()
  await devices.openBoth()
  const { track } = devices.store.getState().camera
  devices.close('camera')
  expect(track?.readyState).toBe('ended')
  expect(devices.store.getState().camera).toEqual({ state: 'off', track: null })
})

it('keeps silent tracks silent, also those that open later', async () => {
  const devices = make()
  await devices.openBoth()
  devices.setMuted(true)
  expect(devices.store.getState().microphone.track?.enabled).toBe(false)
  await devices.open('microphone')
  expect(devices.store.getState().microphone.track?.enabled).toBe(false)
  devices.setMuted(false)
  expect(devices.store.getState().microphone.track?.enabled).toBe(true)
})

it('notices a device that is pulled out', async () => {
  const devices = make()
  await devices.openBoth()
  const { track } = devices.store.getState().camera
  track?.dispatchEvent(new Event('ended'))
  expect(devices.store.getState().camera).toEqual({ state: 'failed', track: null })
})

it('remembers the choice, and asks for it without insisting', async () => {
  await make().choose('camera', 'c1')
  const later = make({ smallScreen: true })
  await later.open('camera')
  expect(asked.at(-1)?.video).toMatchObject({ deviceId: { ideal: 'c1' }, width: { ideal: 640 } })
})
