// Who works on imports at this node: takes the next run that waits, one at a time, and gives it to a worker thread. A run whose worker or
// node died is taken up again, here or elsewhere.
import { randomUUID } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import type { ErrorReply } from '@hoi-truong/shared/errors'
import { isReadable, type LogEntry } from '@hoi-truong/shared/log'
import type { Logger } from 'pino'
import { type Database, isUnreachable } from '../../database/client.ts'
import type { AppendedTo } from '../../log/passOn.ts'
import type { ImportWork, WorkerMessage } from './importWorker.ts'
import { type ClaimedRun, claimRun, failRun, releaseRun } from './runs.ts'

export const acceptsImport = (entry: LogEntry): boolean => isReadable(entry) && entry.type === 'organization.imported'

export interface ImportDeskParts {
  database: Database
  databaseUrl: string
  nodeId: string
  logLevel: string
  log: Logger
  /** Whoever follows one of these streams here gets what the worker has appended. */
  passOn: (appended: readonly AppendedTo[]) => Promise<void>
}

/** How soon a run of a node that died is found. */
const LOOK_EVERY_MS = 3_000
/** A thread takes a second to come up, and whoever reads a report accepts it or sends the next file soon. */
const KEPT_IDLE_MS = 60_000
/** In vain, without having got on in between: then it is the file. */
const MOST_ATTEMPTS = 5
/** A province of 240,000 members needs half of it; whoever sends more memory's worth is told. */
const WORKER_MEMORY_MB = 1_536

export class ImportDesk {
  readonly #parts: ImportDeskParts
  readonly #claim: string
  #watch: NodeJS.Timeout | undefined
  #worker: Worker | undefined
  #idle: NodeJS.Timeout | undefined
  #onEnd: (fault: Error | null) => void = () => {}
  #working: Promise<void> | undefined
  #isStopping = false

  constructor(parts: ImportDeskParts) {
    this.#parts = parts
    this.#claim = `${parts.nodeId} ${randomUUID()}`
  }

  start(): void {
    this.#watch = setInterval(() => this.wake(), LOOK_EVERY_MS)
    this.#watch.unref()
    this.wake()
  }

  /** There may be something to do. */
  wake(): void {
    if (this.#isStopping || this.#working) return
    this.#working = this.#work().finally(() => {
      this.#working = undefined
    })
  }

  async stop(): Promise<void> {
    this.#isStopping = true
    clearInterval(this.#watch)
    clearTimeout(this.#idle)
    await this.#worker?.terminate()
    await this.#working
  }

  async #work(): Promise<void> {
    const { database, log } = this.#parts
    try {
      while (!this.#isStopping) {
        const run = await claimRun(database, this.#claim)
        if (!run) return
        if (run.attempts > MOST_ATTEMPTS) await this.#fail(run, { code: 'IMPORT_INTERRUPTED' })
        else await this.#give(run)
      }
    } catch (error) {
      if (isUnreachable(error)) log.warn('no database to look for imports in')
      else log.error({ err: error }, 'imports could not be looked for')
    }
  }

  async #give(run: ClaimedRun): Promise<void> {
    const { database, databaseUrl, logLevel, log } = this.#parts
    clearTimeout(this.#idle)
    const worker = this.#worker ?? this.#hire()
    const work: ImportWork = { ...run, databaseUrl, claim: this.#claim, logLevel }
    const fault = await new Promise<(Error & { code?: string }) | null>((resolve) => {
      this.#onEnd = resolve
      worker.postMessage(work)
    })
    if (fault?.code === 'ERR_WORKER_OUT_OF_MEMORY') await this.#fail(run, { code: 'IMPORT_INTERRUPTED' })
    else if (fault) log.error({ err: fault, work: run.work }, 'an import was interrupted')
    await releaseRun(database, run.runId, this.#claim, fault !== null)
    this.#idle = setTimeout(() => void this.#worker?.terminate(), KEPT_IDLE_MS)
    this.#idle.unref()
  }

  #hire(): Worker {
    const worker = new Worker(new URL('./importWorker.ts', import.meta.url), {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: WORKER_MEMORY_MB },
    })
    let fault: Error | undefined
    worker.on('message', (message: WorkerMessage) => {
      if ('ended' in message) return this.#onEnd(message.fault === null ? null : new Error(message.fault))
      this.#parts.passOn(message.appended).catch((error: unknown) => {
        this.#parts.log.warn({ err: error }, 'what an import appended could not be passed on')
      })
    })
    worker.on('error', (error) => {
      fault = error
    })
    worker.once('exit', () => {
      this.#worker = undefined
      this.#onEnd(fault ?? null)
    })
    worker.unref()
    this.#worker = worker
    return worker
  }

  #fail({ runId }: ClaimedRun, failure: ErrorReply): Promise<void> {
    return failRun(this.#parts.database, runId, this.#claim, failure)
  }
}
