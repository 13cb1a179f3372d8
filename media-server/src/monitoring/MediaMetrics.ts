// The figures of a media-server for Prometheus. Sizes are read when they are asked for, so that no bookkeeping can
// drift from what is really there.
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { MediaWorker } from '../worker/MediaWorker.ts'
import type { TrafficSampler } from './TrafficSampler.ts'

export interface RoomSizes {
  rooms: number
  peersPresent: number
  peersWaiting: number
  producers: number
  consumers: number
  /** Sources that are kept from everybody until their members have the floor. */
  held: number
  /** Microphones that are kept back because three speak already. */
  capped: number
}

export interface MediaSources {
  sizes: () => RoomSizes
  workers: () => MediaWorker[]
  workerDeaths: () => number
  sockets: () => number
  controlConnected: () => boolean
  traffic: TrafficSampler
}

/** A worker that hangs must not make the figures hang too. */
const WORKER_ANSWER_MS = 1_000

export class MediaMetrics {
  readonly #registry = new Registry()
  readonly #workers: () => MediaWorker[]
  readonly #requests: Counter<'request' | 'outcome'>
  readonly #handshakes: Counter<'outcome'>

  constructor(sources: MediaSources) {
    const registers = [this.#registry]
    this.#workers = sources.workers
    collectDefaultMetrics({ register: this.#registry })
    this.#requests = new Counter({
      name: 'media_requests_total',
      help: 'Requests of browsers, by name and outcome (ok or error code)',
      labelNames: ['request', 'outcome'],
      registers,
    })
    this.#handshakes = new Counter({
      name: 'media_handshakes_total',
      help: 'Handshakes of browsers, by outcome (ok or error code)',
      labelNames: ['outcome'],
      registers,
    })
    this.#gauge('media_rooms', 'Rooms that stand here', () => sources.sizes().rooms)
    this.#gauge('media_peers', 'Peers with a browser connected', () => sources.sizes().peersPresent)
    this.#gauge('media_peers_waiting', 'Peers whose browser may still come back', () => sources.sizes().peersWaiting)
    this.#gauge('media_producers', 'Streams sent to this node', () => sources.sizes().producers)
    this.#gauge('media_consumers', 'Streams sent by this node', () => sources.sizes().consumers)
    this.#gauge('media_producers_held', 'Streams kept from everybody until their turn', () => sources.sizes().held)
    this.#gauge('media_producers_capped', 'Voices kept back while three speak', () => sources.sizes().capped)
    this.#sent('packets', sources.traffic)
    this.#sent('bytes', sources.traffic)
    this.#gauge('media_sockets', 'Sockets of browsers', sources.sockets)
    this.#gauge('media_workers', 'Workers that are up', () => sources.workers().length)
    this.#gauge('media_control_connected', '1 while signaling is connected', () => (sources.controlConnected() ? 1 : 0))
    new Counter({
      name: 'media_worker_deaths_total',
      help: 'Workers that died',
      registers,
      collect() {
        this.reset()
        this.inc(sources.workerDeaths())
      },
    })
    this.#perWorker('media_worker_transports', 'WebRTC transports of a worker', async (worker) => worker.transports)
    this.#perWorker('media_worker_routers', 'Routers of a worker', async (worker) => worker.routers)
    this.#perWorker('media_worker_cpu_seconds', 'CPU time used by a worker process', (worker) => worker.cpuSeconds())
  }

  countRequest(request: string, outcome: string): void {
    this.#requests.inc({ request, outcome })
  }

  countHandshake(outcome: string): void {
    this.#handshakes.inc({ outcome })
  }

  get contentType(): string {
    return this.#registry.contentType
  }

  render(): Promise<string> {
    return this.#registry.metrics()
  }

  #gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name,
      help,
      registers: [this.#registry],
      collect() {
        this.set(read())
      },
    })
  }

  #sent(unit: 'packets' | 'bytes', traffic: TrafficSampler): void {
    new Counter({
      name: `media_sent_${unit}_total`,
      help: `RTP ${unit} sent to browsers by source, as of at most ten seconds ago; without headers of IP, UDP and SRTP`,
      labelNames: ['source'],
      registers: [this.#registry],
      async collect() {
        await inTime(traffic.refresh())
        this.reset()
        for (const [source, total] of Object.entries(traffic.totals)) this.inc({ source }, total[unit])
      },
    })
  }

  #perWorker(name: string, help: string, read: (worker: MediaWorker) => Promise<number>): void {
    const workers = () => this.#workers()
    new Gauge({
      name,
      help,
      labelNames: ['worker'],
      registers: [this.#registry],
      async collect() {
        this.reset()
        const one = async (worker: MediaWorker) => {
          const value = await inTime(read(worker))
          if (value !== undefined) this.set({ worker: String(worker.index) }, value)
        }
        await Promise.all(workers().map(one))
      },
    })
  }
}

/** The value, or undefined when the worker died or does not answer. */
async function inTime<T>(reading: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), WORKER_ANSWER_MS)
  })
  try {
    return await Promise.race([reading, late])
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}
