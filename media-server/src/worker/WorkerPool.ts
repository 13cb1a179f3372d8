// Keeps the wished number of workers alive and hands out the one with the least to do. A worker that dies is replaced
// on its own port at once; what happens to its rooms is decided by whoever listens.
import { AppError } from '@hoi-truong/shared/errors'
import type { Logger } from 'pino'
import { MediaWorker, type WorkerSettings } from './MediaWorker.ts'

export interface WorkerPoolOptions {
  size: number
  settings: WorkerSettings
  log: Logger
  /** How long someone who needs a worker waits for a replacement. */
  patienceMs?: number
  startWorker?: typeof MediaWorker.start
}

const FIRST_RETRY_MS = 100
const LAST_RETRY_MS = 5_000

export class WorkerPool {
  readonly size: number
  readonly #settings: WorkerSettings
  readonly #log: Logger
  readonly #patienceMs: number
  readonly #startWorker: typeof MediaWorker.start
  readonly #workers = new Map<number, MediaWorker>()
  readonly #deathListeners: ((worker: MediaWorker) => void)[] = []
  readonly #waiting = new Set<() => void>()
  readonly #retries = new Set<NodeJS.Timeout>()
  #deaths = 0
  #stopped = false

  constructor(options: WorkerPoolOptions) {
    this.size = options.size
    this.#settings = options.settings
    this.#log = options.log
    this.#patienceMs = options.patienceMs ?? 3_000
    this.#startWorker = options.startWorker ?? MediaWorker.start
  }

  /**
   * Fails when any worker cannot be had: at the start that is a wrong configuration or a taken port, not an accident.
   */
  async start(): Promise<void> {
    const starting = Array.from({ length: this.size }, async (_, index) =>
      this.#adopt(await this.#startWorker(index, this.#settings)),
    )
    const results = await Promise.allSettled(starting)
    const failed = results.find((result) => result.status === 'rejected')
    if (failed) {
      this.stop()
      throw failed.reason
    }
  }

  get alive(): MediaWorker[] {
    return [...this.#workers.values()]
  }

  get deaths(): number {
    return this.#deaths
  }

  onDeath(listener: (worker: MediaWorker) => void): void {
    this.#deathListeners.push(listener)
  }

  /** The worker with the least to do; waits a moment when the only one is just being replaced. */
  async acquire(): Promise<MediaWorker> {
    if (this.#workers.size === 0 && !this.#stopped) await this.#nextWorker()
    const [best] = this.alive.sort((a, b) => a.transports - b.transports || a.routers - b.routers || a.index - b.index)
    if (!best) throw new AppError('MEDIA_UNAVAILABLE')
    return best
  }

  stop(): void {
    this.#stopped = true
    for (const timer of this.#retries) clearTimeout(timer)
    for (const worker of this.#workers.values()) worker.close()
    this.#workers.clear()
    this.#wakeWaiting()
  }

  #adopt(worker: MediaWorker): void {
    if (this.#stopped) {
      worker.close()
      return
    }
    this.#workers.set(worker.index, worker)
    worker.onDeath(() => this.#died(worker))
    this.#log.info({ worker: worker.index, pid: worker.pid }, 'worker is up')
    this.#wakeWaiting()
  }

  #died(worker: MediaWorker): void {
    this.#deaths++
    this.#workers.delete(worker.index)
    this.#log.error({ worker: worker.index, pid: worker.pid }, 'worker died')
    void this.#replace(worker.index, FIRST_RETRY_MS)
    for (const listener of this.#deathListeners) listener(worker)
  }

  async #replace(index: number, retryMs: number): Promise<void> {
    if (this.#stopped) return
    try {
      this.#adopt(await this.#startWorker(index, this.#settings))
    } catch (error) {
      this.#log.error({ worker: index, retryMs, reason: reasonOf(error) }, 'worker could not be replaced yet')
      const timer = setTimeout(() => {
        this.#retries.delete(timer)
        void this.#replace(index, Math.min(retryMs * 2, LAST_RETRY_MS))
      }, retryMs)
      this.#retries.add(timer)
    }
  }

  #nextWorker(): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer)
        this.#waiting.delete(wake)
        resolve()
      }
      const timer = setTimeout(wake, this.#patienceMs)
      this.#waiting.add(wake)
    })
  }

  #wakeWaiting(): void {
    for (const wake of [...this.#waiting]) wake()
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
