// Microphone and camera: each trouble has its own name, a question without an answer is none, and no device stays open.
import { expect, it, vi } from 'vitest'
import { fakeTrack } from '../../../../testing/fakeTrack.ts'
import { type DeviceProbeDeps, probeCamera, probeMicrophone } from './devices.ts'

function make(different: Partial<DeviceProbeDeps> = {}) {
  const track = fakeTrack('audio')
  const live: unknown[] = []
  const stop = new AbortController()
  const deps: DeviceProbeDeps = {
    media: { getUserMedia: async () => ({ getTracks: () => [track] }) as unknown as MediaStream },
    permission: async () => 'granted',
    constraints: (kind) => (kind === 'camera' ? { video: true } : { audio: true }),
    hears: async () => true,
    sees: async () => 'picture',
    ...different,
  }
  const context = { signal: stop.signal, show: (shown: object) => live.push(shown) }
  return {
    track,
    live,
    stop,
    microphone: () => probeMicrophone(deps)(context),
    camera: () => probeCamera(deps)(context),
  }
}
const refuses = (name: string, message = 'made by the test') => ({
  media: { getUserMedia: () => Promise.reject(new DOMException(message, name)) },
})

it('what is heard and seen is good, shown meanwhile, and released', async () => {
  const { microphone, track, live } = make()
  expect(await microphone()).toEqual({ state: 'good', reason: 'microphoneGood' })
  expect(live).toEqual([{ microphone: track }])
  expect(track.readyState).toBe('ended')
  const other = make()
  expect(await other.camera()).toEqual({ state: 'good', reason: 'cameraGood' })
  expect(other.live).toEqual([{ camera: other.track }])
  expect(other.track.readyState).toBe('ended')
})

it('silence, a dark picture and none at all are told apart', async () => {
  const { microphone } = make({ hears: async () => false })
  expect(await microphone()).toEqual({ state: 'poor', reason: 'microphoneSilent' })
  expect(await make({ sees: async () => 'dark' }).camera()).toEqual({ state: 'poor', reason: 'cameraDark' })
  expect(await make({ sees: async () => 'nothing' }).camera()).toEqual({ state: 'failed', reason: 'cameraNoPicture' })
})

it('listening has an end', async () => {
  const { microphone } = make({
    listenMs: 10,
    hears: (_track, signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve(false))),
  })
  expect(await microphone()).toMatchObject({ reason: 'microphoneSilent' })
})

it.each([
  ['NotAllowedError', 'Refused'],
  ['NotFoundError', 'Missing'],
  ['NotReadableError', 'InUse'],
  ['TypeError', 'Failed'],
])('%s', async (name, trouble) => {
  const { microphone, camera } = make(refuses(name))
  expect(await microphone()).toEqual({ state: 'failed', reason: `microphone${trouble}` })
  expect(await camera()).toEqual({ state: 'failed', reason: `camera${trouble}` })
})

it('without https there is nothing to ask', async () => {
  expect(await make({ media: undefined }).camera()).toEqual({ state: 'failed', reason: 'cameraInsecure' })
})

it('a question that was closed without an answer is aborted, not refused', async () => {
  const dismissed = { state: 'aborted', reason: 'dismissed' }
  expect(await make({ ...refuses('NotAllowedError'), permission: async () => 'prompt' }).microphone()).toEqual(
    dismissed,
  )
  expect(await make(refuses('NotAllowedError', 'Permission dismissed')).camera()).toEqual(dismissed)
})

it('a question that nobody answers is given up, and what still comes is released', async () => {
  const track = fakeTrack('audio')
  let answer: () => void = () => undefined
  const late = new Promise<MediaStream>((resolve) => {
    answer = () => resolve({ getTracks: () => [track] } as unknown as MediaStream)
  })
  const { microphone, live } = make({ media: { getUserMedia: () => late }, promptMs: 10 })
  expect(await microphone()).toEqual({ state: 'aborted', reason: 'dismissed' })
  answer()
  await vi.waitFor(() => expect(track.readyState).toBe('ended'))
  expect(live).toEqual([])
})

it('pulled out in the middle is a failure', async () => {
  const { microphone, track, live } = make({
    hears: (_track, signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve(false))),
  })
  const outcome = microphone()
  await vi.waitFor(() => expect(live).toHaveLength(1))
  track.dispatchEvent(new Event('ended'))
  expect(await outcome).toEqual({ state: 'failed', reason: 'microphoneFailed' })
})

it('stopped in the middle, the device is released', async () => {
  const { camera, track, stop, live } = make({
    sees: (_track, signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve('nothing'))),
  })
  const outcome = camera()
  await vi.waitFor(() => expect(live).toHaveLength(1))
  stop.abort()
  await outcome
  expect(track.readyState).toBe('ended')
})
