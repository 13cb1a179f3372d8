// Who works on imports at this node: takes the next run that waits, one at a time, and gives it to a worker thread. A run whose worker or
// node died is taken up again, here or elsewhere.
import { randomUUID } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import type { ErrorReply } from '@hoi-truong/shared/errors'
import { isReadable, type LogEntry } from '@hoi-truong/shared/log'
import type { Logger } from 'pino'
import { type Database, isUnreachable } from '../../database/client.ts'
import type { AppendedTo } from '../../log/passOn.ts'
import type { AppendedMessage, ImportWork } from './importWorker.ts'
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
/** In vain, without having got on in between: then it is the file. */
const MOST_ATTEMPTS = 5
/** A province of 240,000 members needs half of it; whoever sends more memory's worth is told. */
const WORKER_MEMORY_MB = 1_536

export class ImportDesk {
  readonly #parts: ImportDeskParts
  readonly #claim: string
  #watch: NodeJS.Timeout | undefined
  #worker: Worker | undefined
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
    const work: ImportWork = { ...run, databaseUrl, claim: this.#claim, logLevel }
    const worker = new Worker(new URL('./importWorker.ts', import.meta.url), {
      workerData: work,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: WORKER_MEMORY_MB },
    })
    this.#worker = worker
    worker.on('message', ({ appended }: AppendedMessage) => {
      this.#parts.passOn(appended).catch((error: unknown) => {
        log.warn({ err: error }, 'what an import appended could not be passed on')
      })
    })
    let fault: NodeJS.ErrnoException | undefined
    worker.on('error', (error) => {
      fault = error
    })
    await new Promise((resolve) => worker.once('exit', resolve))
    this.#worker = undefined
    if (fault?.code === 'ERR_WORKER_OUT_OF_MEMORY') await this.#fail(run, { code: 'IMPORT_INTERRUPTED' })
    else if (fault) log.error({ err: fault, work: run.work }, 'an import was interrupted')
    await releaseRun(database, run.runId, this.#claim, fault !== undefined)
  }

  #fail({ runId }: ClaimedRun, failure: ErrorReply): Promise<void> {
    return failRun(this.#parts.database, runId, this.#claim, failure)
  }
}
