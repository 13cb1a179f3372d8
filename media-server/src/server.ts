// Puts a media-server together and takes it apart again; used by main and by the tests.
import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { CONTROL_CONTRACT } from '@hoi-truong/shared/media'
import { setLogEventListeners } from 'mediasoup'
import { Server } from 'socket.io'
import type { MediaConfig } from './config.ts'
import { ControlChannel, type ControlIntervals } from './control/ControlChannel.ts'
import { SpeakerReport } from './control/SpeakerReport.ts'
import { createHttp } from './monitoring/httpRoutes.ts'
import { createLog, type Log } from './monitoring/log.ts'
import { MediaMetrics, type RoomSizes } from './monitoring/MediaMetrics.ts'
import { TrafficSampler } from './monitoring/TrafficSampler.ts'
import { RequestDispatcher } from './request/RequestDispatcher.ts'
import { requestHandlers } from './request/requestHandlers.ts'
import { RoomRegistry } from './room/RoomRegistry.ts'
import { GrantVerifier } from './session/GrantVerifier.ts'
import { iceServers } from './session/IceServers.ts'
import { MediaGateway } from './session/MediaGateway.ts'
import { ResumeTokens } from './session/ResumeTokens.ts'
import { WorkerPool } from './worker/WorkerPool.ts'

/**
 * Beyond this the connection is cut: nothing that a browser says is near it. Within it, a request that is too large is
 * still answered in words.
 */
const MOST_MESSAGE_BYTES = 512 * 1024
const SWEEP_MS = 60_000

export interface MediaServerOptions {
  log?: Log
  controlIntervals?: Partial<ControlIntervals>
  joinWithinMs?: number
}

export interface MediaServer {
  /** Where browsers and operators reach it. */
  readonly url: string
  readonly registry: RoomRegistry
  readonly workers: WorkerPool
  readonly control: ControlChannel
  stop(): Promise<void>
}

export async function startMediaServer(config: MediaConfig, options: MediaServerOptions = {}): Promise<MediaServer> {
  const log = options.log ?? createLog(config.logLevel, config.nodeId)
  setLogEventListeners({
    onwarn: (namespace, message) => log.mediasoup.debug({ namespace }, message),
    onerror: (namespace, message) => log.mediasoup.warn({ namespace }, message),
  })

  const workers = new WorkerPool({
    size: config.workers,
    settings: { listenIp: config.rtcListenIp, announcedAddress: config.announcedAddress, portBase: config.rtcPortBase },
    log: log.worker,
  })
  const speakers = new SpeakerReport()
  const registry: RoomRegistry = new RoomRegistry({
    acquireWorker: () => workers.acquire(),
    resumeMs: config.resumeSeconds * 1000,
    log: log.room,
    reportLost: (meetingId, epoch) => control.roomLost({ meetingId, epoch }),
    onSpeakers: (meetingId, memberIds) => speakers.note(meetingId, memberIds),
  })
  workers.onDeath((worker) => void registry.workerDied(worker))

  const control = new ControlChannel({
    signalingUrl: config.signalingUrl,
    signalingCa: config.signalingCa,
    handshake: {
      contract: CONTROL_CONTRACT,
      secret: config.controlSecret,
      nodeId: config.nodeId,
      instanceId: randomUUID(),
      publicUrl: config.publicUrl,
    },
    log: log.control,
    rooms: () => registry.rooms.map(({ meetingId, epoch }) => ({ meetingId, epoch })),
    load: () => {
      const sizes = sizesOf(registry)
      return { rooms: sizes.rooms, peers: sizes.peersPresent + sizes.peersWaiting, workers: workers.alive.length }
    },
    speakers: () => speakers.take(),
    onDesired: (desired) => registry.applyDesired(desired),
    onUnplaced: (meetingId, epoch) => registry.drop(meetingId, epoch),
    ...(options.controlIntervals ? { intervals: options.controlIntervals } : {}),
  })

  const metrics = new MediaMetrics({
    sizes: () => sizesOf(registry),
    workers: () => workers.alive,
    workerDeaths: () => workers.deaths,
    sockets: () => gateway.sockets,
    controlConnected: () => control.connected,
    traffic: new TrafficSampler(() =>
      registry.rooms.flatMap((room) => room.peers.flatMap((peer) => peer.consumers.received)),
    ),
  })
  const http = createHttp({
    metrics,
    workersUp: () => workers.alive.length,
    workersWanted: workers.size,
    controlConnected: () => control.connected,
    tls: config.tls,
  })
  const io = new Server(http.server, {
    // The grant is the only authority and no cookie is read, so a page of any origin may try.
    cors: { origin: '*' },
    serveClient: false,
    maxHttpBufferSize: MOST_MESSAGE_BYTES,
    pingInterval: 5_000,
    pingTimeout: 8_000,
  })
  const resumeTokens = new ResumeTokens()
  const handlers = requestHandlers({ registry, resumeTokens, iceServers: () => iceServers(config.turn) })
  const gateway = new MediaGateway({
    io,
    registry,
    grants: new GrantVerifier(config.grantSecret, config.nodeId),
    resumeTokens,
    dispatcher: new RequestDispatcher(
      handlers,
      (request, outcome) => metrics.countRequest(request, outcome),
      log.request,
    ),
    log: log.request,
    countHandshake: (outcome) => metrics.countHandshake(outcome),
    ...(options.joinWithinMs === undefined ? {} : { joinWithinMs: options.joinWithinMs }),
  })

  const sweeping = setInterval(() => registry.sweep(), SWEEP_MS)
  const stop = async () => {
    clearInterval(sweeping)
    control.stop()
    registry.close()
    await io.close()
    await http.close()
    workers.stop()
    log.start.info('media-server stopped')
  }

  try {
    await workers.start()
    await http.listen({ host: config.host, port: config.port })
  } catch (error) {
    await stop()
    throw error
  }
  control.start()
  const { port } = http.server.address() as AddressInfo
  log.start.info({ port, workers: workers.size }, 'media-server is up')
  return { url: `${config.tls ? 'https' : 'http'}://${config.host}:${port}`, registry, workers, control, stop }
}

function sizesOf(registry: RoomRegistry): RoomSizes {
  const { rooms } = registry
  const peers = rooms.flatMap((room) => room.peers)
  const present = peers.filter((peer) => peer.present).length
  return {
    rooms: rooms.length,
    peersPresent: present,
    peersWaiting: peers.length - present,
    producers: peers.reduce((sum, peer) => sum + peer.producers.ids.length, 0),
    consumers: peers.reduce((sum, peer) => sum + peer.consumers.ids.length, 0),
    held: peers.reduce((sum, peer) => sum + peer.producers.sent.filter(({ held }) => held).length, 0),
    capped: rooms.flatMap((room) => room.routers).reduce((sum, { talkers }) => sum + talkers.capped, 0),
  }
}
