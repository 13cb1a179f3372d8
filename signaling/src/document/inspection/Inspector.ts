// Inspects files in threads of their own, a few at a time, the others in their turn. A thread that takes too long or too much is
// ended, and the file with it: whatever it was made to do, it does it to nobody else.
import { Worker } from 'node:worker_threads'
import { AppError } from '@hoi-truong/shared/errors'
import type { Inspection } from './inspectionThread.ts'
import type { Finding, Refusal, Verdict } from './verdict.ts'

export interface InspectorSettings {
  /** Threads. */
  atOnce: number
  timeoutMs: number
  /** Of one thread, outside its heap: files and what is unpacked of them. */
  mostExternalBytes: number
  heapMb: number
  /** A thread without work gives its memory back. */
  idleMs: number
}

const usualSettings: InspectorSettings = {
  atOnce: 2,
  timeoutMs: 20_000,
  mostExternalBytes: 256 * 2 ** 20,
  heapMb: 256,
  idleMs: 30_000,
}

const LOOK_EVERY_MS = 100

interface Job extends Inspection {
  resolve: (finding: Finding) => void
  reject: (error: unknown) => void
}

interface Thread {
  worker: Worker
  job: Job | null
  /** Ends the thread when it has been idle, or at work, for too long. */
  timer?: NodeJS.Timeout
}

export class Inspector {
  readonly #settings: InspectorSettings
  readonly #threads = new Set<Thread>()
  readonly #waiting: Job[] = []
  #stopped = false

  constructor(settings: Partial<InspectorSettings> = {}) {
    this.#settings = { ...usualSettings, ...settings }
  }

  /** @param name as the device calls it @throws AppError why the file is not taken */
  inspect(path: string, name: string): Promise<Finding> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ path, name, resolve, reject })
      this.#next()
    })
  }

  async stop(): Promise<void> {
    this.#stopped = true
    for (const job of this.#waiting.splice(0)) job.reject(new AppError('DOCUMENT_STORE_UNAVAILABLE'))
    await Promise.all([...this.#threads].map((thread) => this.#end(thread, new AppError('DOCUMENT_STORE_UNAVAILABLE'))))
  }

  #next(): void {
    if (this.#stopped || this.#waiting.length === 0) return
    const thread = [...this.#threads].find(({ job }) => job === null) ?? this.#start()
    const job = thread && this.#waiting.shift()
    if (!thread || !job) return
    clearTimeout(thread.timer)
    thread.job = job
    thread.worker.ref()
    const { path, name } = job
    thread.worker.postMessage({ path, name } satisfies Inspection)
    thread.timer = setTimeout(() => this.#refuse(thread, 'DOCUMENT_BOMB'), this.#settings.timeoutMs)
    void this.#watch(thread, job)
  }

  #start(): Thread | null {
    if (this.#threads.size >= this.#settings.atOnce) return null
    const worker = new Worker(new URL('./inspectionThread.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: this.#settings.heapMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
      // It reads one file: secrets of the environment are no business of what may be hostile.
      env: {},
    })
    const thread: Thread = { worker, job: null }
    this.#threads.add(thread)
    worker.on('message', (verdict: Verdict) => this.#settle(thread, verdict))
    // The file brought it down: it is broken, or it wanted more memory than there is.
    worker.on('error', (error: NodeJS.ErrnoException) =>
      this.#refuse(thread, error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'DOCUMENT_BOMB' : 'DOCUMENT_BROKEN'),
    )
    worker.on('exit', () => this.#refuse(thread, 'DOCUMENT_BROKEN'))
    return thread
  }

  #settle(thread: Thread, verdict: Verdict): void {
    const { job } = thread
    if (!job) return
    clearTimeout(thread.timer)
    thread.job = null
    if ('refusal' in verdict) job.reject(new AppError(verdict.refusal))
    else if ('fault' in verdict) job.reject(new Error(`a received file could not be read: ${verdict.fault}`))
    else job.resolve(verdict.finding)
    thread.timer = setTimeout(() => void this.#end(thread, null), this.#settings.idleMs)
    thread.timer.unref()
    // An idle thread keeps no program alive.
    thread.worker.unref()
    this.#next()
  }

  #refuse(thread: Thread, refusal: Refusal): void {
    void this.#end(thread, new AppError(refusal))
    this.#next()
  }

  async #end(thread: Thread, error: AppError | null): Promise<void> {
    clearTimeout(thread.timer)
    this.#threads.delete(thread)
    const { job } = thread
    thread.job = null
    if (job) job.reject(error)
    await thread.worker.terminate()
  }

  /** The limits of a thread are about its heap; what is unpacked lies beside that. */
  async #watch(thread: Thread, job: Job): Promise<void> {
    while (thread.job === job) {
      const statistics = await thread.worker.getHeapStatistics().catch(() => null)
      if (statistics && statistics.external_memory > this.#settings.mostExternalBytes && thread.job === job)
        this.#refuse(thread, 'DOCUMENT_BOMB')
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS).unref())
    }
  }
}
