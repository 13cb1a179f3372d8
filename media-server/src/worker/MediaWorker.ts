// One mediasoup worker process with its one WebRtcServer: all its browsers come in through one UDP and one TCP port.
import { createWorker } from 'mediasoup'
import type { Router, WebRtcServer, Worker } from 'mediasoup/types'
import { mediaCodecs } from './mediaCodecs.ts'

export interface WorkerSettings {
  listenIp: string
  announcedAddress: string | undefined
  /** Worker i listens on portBase + i; 0 lets the system choose. */
  portBase: number
}

/** All clients of a worker share one socket: with the system's default buffer a thousand receivers lose packets. */
const SOCKET_BUFFER_BYTES = 4 * 1024 * 1024

export class MediaWorker {
  readonly index: number
  readonly webRtcServer: WebRtcServer
  readonly #worker: Worker
  #transports = 0
  #routers = 0

  private constructor(index: number, worker: Worker, webRtcServer: WebRtcServer) {
    this.index = index
    this.#worker = worker
    this.webRtcServer = webRtcServer
    webRtcServer.observer.on('webrtctransporthandled', () => {
      this.#transports++
    })
    webRtcServer.observer.on('webrtctransportunhandled', () => {
      this.#transports--
    })
  }

  static async start(index: number, settings: WorkerSettings): Promise<MediaWorker> {
    const worker = await createWorker({ logLevel: 'error' })
    try {
      const listen = {
        ip: settings.listenIp,
        ...(settings.announcedAddress ? { announcedAddress: settings.announcedAddress } : {}),
        ...(settings.portBase ? { port: settings.portBase + index } : {}),
        recvBufferSize: SOCKET_BUFFER_BYTES,
        sendBufferSize: SOCKET_BUFFER_BYTES,
      }
      const webRtcServer = await worker.createWebRtcServer({
        listenInfos: [
          { protocol: 'udp', ...listen },
          { protocol: 'tcp', ...listen },
        ],
      })
      return new MediaWorker(index, worker, webRtcServer)
    } catch (error) {
      worker.close()
      throw error
    }
  }

  get pid(): number {
    return this.#worker.pid
  }

  get transports(): number {
    return this.#transports
  }

  get routers(): number {
    return this.#routers
  }

  onDeath(listener: () => void): void {
    this.#worker.once('died', listener)
  }

  async createRouter(): Promise<Router> {
    // Counted before it exists, so that rooms opened in the same moment spread over the workers.
    this.#routers++
    try {
      const router = await this.#worker.createRouter({ mediaCodecs })
      router.observer.once('close', () => {
        this.#routers--
      })
      return router
    } catch (error) {
      this.#routers--
      throw error
    }
  }

  async cpuSeconds(): Promise<number> {
    const usage = await this.#worker.getResourceUsage()
    return (usage.ru_utime + usage.ru_stime) / 1000
  }

  close(): void {
    this.#worker.close()
  }
}
