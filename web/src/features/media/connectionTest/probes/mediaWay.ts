// Do sound and picture get through one way: joins a media room of one's own as a room is joined, offers only that way, sends silence,
// and leaves. Nobody else is ever in that room.
import { AppError } from '@hoi-truong/shared/errors'
import type { GrantReply, MediaHandshake } from '@hoi-truong/shared/media'
import type { Device, IceCandidate, RtpCapabilities, Transport, TransportOptions } from 'mediasoup-client/types'
import { Unreachable } from '../../../../lib/problem.ts'
import type { MediaWire } from '../../session/mediaWire.ts'
import type { Probe } from '../connectionTest.ts'
import type { Figures, Outcome } from '../steps.ts'
import { noAnswer } from './noAnswer.ts'

export type Way = 'udp' | 'tcp' | 'turn'

export interface MediaWayDeps {
  grant(signal: AbortSignal): Promise<GrantReply>
  open(url: string, handshake: MediaHandshake, signal: AbortSignal): Promise<MediaWire>
  createDevice(): Promise<Device>
  /** A track of silence, and what ends it. */
  silence(): { track: MediaStreamTrack; end(): void }
  patienceMs?: number
}

/** ICE over UDP and a relay takes some round trips; on a line of 500 ms these are seconds. */
const PATIENCE_MS = 10_000
const LEAVE_MS = 2_000
/** Beyond this, people in a conversation begin to speak at the same time. */
const SLOW_MS = 400

const blocked = { udp: 'udpBlocked', tcp: 'tcpBlocked', turn: 'turnBlocked' } as const

/** STUN only tells addresses; a relay is TURN. */
const relaysOf = (iceServers: readonly unknown[]): RTCIceServer[] =>
  (iceServers as RTCIceServer[]).filter(({ urls }) => [urls].flat().some((url) => /^turns?:/.test(url)))

export const probeMediaWay =
  (way: Way, deps: MediaWayDeps): Probe =>
  async ({ signal }) => {
    let wire: MediaWire
    try {
      const { url, grant } = await deps.grant(signal)
      wire = await deps.open(url, { grant }, signal).catch((error: unknown) => {
        if (error instanceof AppError) throw error
        throw new MediaServerUnreachable()
      })
    } catch (error) {
      if (error instanceof MediaServerUnreachable) return { state: 'failed', reason: 'mediaServerUnreachable' }
      return error instanceof Unreachable ? noAnswer(error) : refusedBy(error)
    }
    try {
      return await join(way, wire, deps, signal)
    } catch (error) {
      return refusedBy(error)
    } finally {
      // Without the farewell the room would stand until the server misses us.
      await wire.request('leave', {}, LEAVE_MS).catch(() => undefined)
      wire.close()
    }
  }

class MediaServerUnreachable extends Error {}

/** Another test of the same member, or a media-server that has just been started again. */
const interruptions = new Set<string>(['PEER_REPLACED', 'PEER_REMOVED', 'EPOCH_STALE', 'ROOM_LOST', 'ROOM_NOT_JOINED'])

function refusedBy(error: unknown): Outcome {
  if (error instanceof Unreachable) return { state: 'failed', reason: 'mediaServerUnreachable' }
  if (!(error instanceof AppError)) return { state: 'failed', reason: 'unknown' }
  if (interruptions.has(error.code)) return { state: 'aborted', reason: 'interrupted' }
  return error.code === 'MEDIA_INCOMPATIBLE' ? { state: 'failed', reason: 'incompatible' } : noAnswer(error)
}

async function join(way: Way, wire: MediaWire, deps: MediaWayDeps, signal: AbortSignal): Promise<Outcome> {
  const interrupted = new Promise<Outcome>((resolve) => {
    const outcome: Outcome = { state: 'aborted', reason: 'interrupted' }
    wire.on('removed', () => resolve(outcome))
    wire.on('roomLost', () => resolve(outcome))
    signal.addEventListener('abort', () => resolve(outcome))
    if (signal.aborted) resolve(outcome)
  })
  const joined = await wire.request('join', { device: 'computer' })
  const relays = relaysOf(joined.iceServers)
  if (way === 'turn' && relays.length === 0) return { state: 'notSetUp', reason: 'turnNotSetUp' }
  const device = await deps.createDevice().catch(() => null)
  if (!device) return { state: 'failed', reason: 'incompatible' }
  await device.load({ routerRtpCapabilities: joined.routerRtpCapabilities as RtpCapabilities })
  const offered = joined.sendTransport.iceCandidates as IceCandidate[]
  const iceCandidates = way === 'turn' ? offered : offered.filter(({ protocol }) => protocol === way)
  const port = iceCandidates[0]?.port
  const figures: Figures = port === undefined ? {} : { port }
  const transport = device.createSendTransport({
    ...joined.sendTransport,
    iceCandidates,
    iceServers: way === 'turn' ? relays : [],
    iceTransportPolicy: way === 'turn' ? 'relay' : 'all',
  } as TransportOptions)
  const silence = deps.silence()
  try {
    const outcome = await Promise.race([
      interrupted,
      connected(transport, wire, silence.track, deps.patienceMs ?? PATIENCE_MS),
    ])
    if (outcome === 'connected') return await roundTrip(transport)
    return outcome === 'blocked' ? { state: 'failed', reason: blocked[way], figures } : outcome
  } finally {
    transport.close()
    silence.end()
  }
}

/** Sends the track and waits for a way to be found. */
async function connected(
  transport: Transport,
  wire: MediaWire,
  track: MediaStreamTrack,
  patienceMs: number,
): Promise<'connected' | 'blocked'> {
  transport.on('connect', ({ dtlsParameters }, done, failed) => {
    const body = { transportId: transport.id, dtlsParameters: { ...dtlsParameters } }
    wire.request('connectTransport', body).then(() => done(), failed)
  })
  transport.on('produce', ({ kind, rtpParameters }, done, failed) => {
    const body = { transportId: transport.id, kind, rtpParameters: { ...rtpParameters }, paused: false }
    wire
      .request('produce', { ...body, source: 'microphone' })
      .then(({ producerId }) => done({ id: producerId }), failed)
  })
  const found = new Promise<'connected' | 'blocked'>((resolve) => {
    const timer = setTimeout(() => resolve('blocked'), patienceMs)
    void wire.closed.then(() => resolve('blocked'))
    transport.observer.on('close', () => resolve('blocked'))
    transport.on('connectionstatechange', (state) => {
      if (state === 'connected') resolve('connected')
      if (state === 'failed' || state === 'closed') resolve('blocked')
    })
    transport.observer.on('close', () => clearTimeout(timer))
  })
  // Without pauses in the silence, so that packets really go.
  const sending = transport.produce({ track, stopTracks: false, codecOptions: { opusDtx: false } })
  return Promise.race([found, sending.then(() => found)])
}

async function roundTrip(transport: Transport): Promise<Outcome> {
  const stats = await transport.getStats()
  const pairs = [...stats.values()] as { type: string; state?: string; currentRoundTripTime?: number }[]
  const pair = pairs.find(
    ({ type, state, currentRoundTripTime }) =>
      type === 'candidate-pair' && state === 'succeeded' && currentRoundTripTime !== undefined,
  )
  // Not every browser tells; then it got through, and that is what counts.
  if (pair?.currentRoundTripTime === undefined) return { state: 'good', reason: 'wayGood' }
  const ms = Math.max(1, Math.round(pair.currentRoundTripTime * 1000))
  return ms > SLOW_MS
    ? { state: 'poor', reason: 'waySlow', figures: { ms } }
    : { state: 'good', reason: 'wayGood', figures: { ms } }
}
