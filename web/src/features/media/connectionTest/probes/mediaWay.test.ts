// One way to the media-server: what is offered, what each trouble is called, and that nothing is left behind whatever happens.
import { AppError } from '@hoi-truong/shared/errors'
import type { TransportOptions } from 'mediasoup-client/types'
import { expect, it, vi } from 'vitest'
import { Unreachable } from '../../../../lib/problem.ts'
import { FakeMediaServer } from '../../../../testing/fakeMediaServer.ts'
import { fakeTrack } from '../../../../testing/fakeTrack.ts'
import { type MediaWayDeps, probeMediaWay, type Way } from './mediaWay.ts'

const candidates = [
  { foundation: 'udpcandidate', ip: '192.0.2.1', port: 40_001, priority: 2, protocol: 'udp', type: 'host' },
  {
    foundation: 'tcpcandidate',
    ip: '192.0.2.1',
    port: 40_002,
    priority: 1,
    protocol: 'tcp',
    type: 'host',
    tcpType: 'passive',
  },
]
const relay = { urls: ['turn:relay.example:3478'], username: 'u', credential: 'c' }

/** A media-server that offers both ways; `answers` replaces what it says. */
function make({
  iceServers = [] as unknown[],
  answers = {} as Record<string, () => unknown>,
  ...deps
}: Partial<MediaWayDeps> & {
  iceServers?: unknown[]
  answers?: Record<string, () => unknown>
} = {}) {
  const server = new FakeMediaServer()
  const tracks: MediaStreamTrack[] = []
  const offered: TransportOptions[] = []
  const stop = new AbortController()
  const all: MediaWayDeps = {
    grant: async () => ({ url: 'http://media.example', grant: 'grant', epoch: 1 }),
    open: async (url, handshake) => {
      const wire = await server.open(url, handshake)
      const ask = wire.request.bind(wire)
      wire.request = async (name, body, patience) => {
        const replaced = answers[name]
        const reply = replaced ? await replaced() : await ask(name, body, patience)
        if (name !== 'join') return reply as never
        const joined = reply as Awaited<ReturnType<typeof ask<'join'>>>
        return { ...joined, iceServers, sendTransport: { ...joined.sendTransport, iceCandidates: candidates } } as never
      }
      return wire
    },
    createDevice: async () => {
      const device = await server.createDevice()
      const create = device.createSendTransport.bind(device)
      device.createSendTransport = (options) => {
        offered.push(options as TransportOptions)
        return create(options)
      }
      return device
    },
    silence: () => {
      const track = fakeTrack('audio')
      tracks.push(track)
      return { track, end: () => track.stop() }
    },
    patienceMs: 10_000,
    ...deps,
  }
  const probe = (way: Way) => probeMediaWay(way, all)({ signal: stop.signal, show: () => undefined })
  /** Nothing that was opened is open any more. */
  const isClean = () => {
    expect(server.wires.every(({ connected }) => !connected)).toBe(true)
    expect(server.transports.every(({ closed }) => closed)).toBe(true)
    expect(tracks.every(({ readyState }) => readyState === 'ended')).toBe(true)
  }
  return { server, offered, probe, stop, isClean }
}

it.each<[Way, number[], RTCIceTransportPolicy]>([
  ['udp', [40_001], 'all'],
  ['tcp', [40_002], 'all'],
  ['turn', [40_001, 40_002], 'relay'],
])('%s: only that way is offered, silence goes, and then it leaves', async (way, ports, iceTransportPolicy) => {
  const { server, offered, probe, isClean } = make({ iceServers: [relay] })
  expect(await probe(way)).toMatchObject({ state: 'good', reason: 'wayGood' })
  expect(offered).toMatchObject([{ iceTransportPolicy, iceServers: way === 'turn' ? [relay] : [] }])
  expect(offered[0]?.iceCandidates.map(({ port }) => port)).toEqual(ports)
  expect(server.wire.requests.find(({ name }) => name === 'produce')?.body).toMatchObject({
    source: 'microphone',
    paused: false,
  })
  expect(server.wire.names().at(-1)).toBe('leave')
  isClean()
})

it('a relay that is not set up is no failure; one that only tells addresses is none', async () => {
  for (const iceServers of [[], [{ urls: 'stun:stun.example' }]]) {
    const { server, probe, isClean } = make({ iceServers })
    expect(await probe('turn')).toEqual({ state: 'notSetUp', reason: 'turnNotSetUp' })
    expect(server.wire.names()).toEqual(['join', 'leave'])
    isClean()
  }
})

it.each<[Way, object]>([
  ['udp', { state: 'failed', reason: 'udpBlocked', figures: { port: 40_001 } }],
  ['tcp', { state: 'failed', reason: 'tcpBlocked', figures: { port: 40_002 } }],
  ['turn', { state: 'failed', reason: 'turnBlocked' }],
])('%s: no way is found in time', async (way, outcome) => {
  // The server never hears of it, so that the fake never says "connected".
  const { probe, isClean } = make({ iceServers: [relay], patienceMs: 50, answers: { connectTransport: () => ({}) } })
  expect(await probe(way)).toMatchObject(outcome)
  isClean()
})

it('a way that is found and lost again before the end of the time is blocked', async () => {
  const { server, probe, isClean } = make({ patienceMs: 10_000, answers: { connectTransport: () => ({}) } })
  const outcome = probe('udp')
  await vi.waitFor(() => expect(server.transports).toHaveLength(1))
  await vi.waitFor(() => {
    server.setTransports('failed')
    expect(server.wire.connected).toBe(false)
  })
  expect(await outcome).toMatchObject({ state: 'failed', reason: 'udpBlocked' })
  isClean()
})

it.each<[string, unknown, object]>([
  ['no media-server', new AppError('MEDIA_UNAVAILABLE'), { state: 'failed', reason: 'mediaServerAway' }],
  ['no signaling', new Unreachable(), { state: 'failed', reason: 'noServer' }],
  [
    'asked too often',
    new AppError('TOO_MANY_REQUESTS', { seconds: 20 }),
    { state: 'failed', reason: 'tooMany', figures: { seconds: 20 } },
  ],
  ['something else', new AppError('INTERNAL'), { state: 'failed', reason: 'unknown' }],
])('no grant: %s', async (_what, error, outcome) => {
  const { server, probe } = make({ grant: () => Promise.reject(error) })
  expect(await probe('udp')).toEqual(outcome)
  expect(server.wires).toEqual([])
})

it.each<[string, unknown, object]>([
  ['nobody answers', new Unreachable(), { state: 'failed', reason: 'mediaServerUnreachable' }],
  ['a test elsewhere is younger', new AppError('EPOCH_STALE'), { state: 'aborted', reason: 'interrupted' }],
])('no connection: %s', async (_what, error, outcome) => {
  const { probe } = make({ open: () => Promise.reject(error) })
  expect(await probe('tcp')).toEqual(outcome)
})

it.each<[string, Record<string, () => unknown>, object]>([
  [
    'the place is gone',
    { join: () => Promise.reject(new AppError('ROOM_LOST')) },
    { state: 'aborted', reason: 'interrupted' },
  ],
  [
    'the line breaks',
    { join: () => Promise.reject(new Unreachable()) },
    { state: 'failed', reason: 'mediaServerUnreachable' },
  ],
  [
    'it cannot be sent',
    { produce: () => Promise.reject(new AppError('MEDIA_INCOMPATIBLE')) },
    { state: 'failed', reason: 'incompatible' },
  ],
])('refused in the room: %s', async (_what, answers, outcome) => {
  const { probe, isClean } = make({ answers })
  expect(await probe('udp')).toEqual(outcome)
  isClean()
})

it('a browser that cannot do it says so', async () => {
  const { probe, isClean } = make({ createDevice: () => Promise.reject(new AppError('MEDIA_INCOMPATIBLE')) })
  expect(await probe('udp')).toEqual({ state: 'failed', reason: 'incompatible' })
  isClean()
})

it.each(['removed', 'roomLost'])('a test of the same member elsewhere ends this one: %s', async (told) => {
  const { server, probe, isClean } = make({ patienceMs: 10_000, answers: { connectTransport: () => ({}) } })
  const outcome = probe('udp')
  await vi.waitFor(() => expect(server.transports).toHaveLength(1))
  server.wire.push(told, { code: 'PEER_REPLACED', epoch: 1 })
  expect(await outcome).toEqual({ state: 'aborted', reason: 'interrupted' })
  isClean()
})

it('stopped in the middle: it leaves, and closes all', async () => {
  const { server, probe, stop, isClean } = make({ patienceMs: 10_000, answers: { connectTransport: () => ({}) } })
  const outcome = probe('tcp')
  await vi.waitFor(() => expect(server.transports).toHaveLength(1))
  stop.abort()
  await outcome
  expect(server.wire.names().at(-1)).toBe('leave')
  isClean()
})
