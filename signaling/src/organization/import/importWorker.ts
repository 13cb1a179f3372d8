// The work of imports in a thread of its own, one run at a time: the dry run, or the writing. Reading 75,000 lines must not hold up a meeting whose commands
// come through the other thread. It has its own connection, pipeline and cache; what it appends it tells the thread that started it.
import { createHash } from 'node:crypto'
import { parentPort } from 'node:worker_threads'
import { AppError } from '@hoi-truong/shared/errors'
import type { ImportProgress } from '@hoi-truong/shared/organization'
import { connectDatabase, type Database } from '../../database/client.ts'
import { openLog } from '../../log/openLog.ts'
import type { AppendedTo } from '../../log/passOn.ts'
import { refreshRolls } from '../../meeting/freshRolls.ts'
import { createLog } from '../../ops/logger.ts'
import { createMetrics } from '../../ops/metrics.ts'
import { PlanApplication } from './applyPlan.ts'
import type { Plan } from './check/plan.ts'
import { planImport } from './check/planImport.ts'
import type { ImportedFile } from './check/readTables.ts'
import { READING_LIMITS } from './read/sheet.ts'
import {
  type ClaimedRun,
  concludeApplying,
  concludeCheck,
  failRun,
  readContent,
  readRun,
  tellProgress,
} from './runs.ts'

export interface ImportWork extends ClaimedRun {
  databaseUrl: string
  claim: string
  logLevel: string
}

export type WorkerMessage = { appended: AppendedTo[] } | { ended: true; fault: string | null }

/**
 * Two transactions side by side, and one for the progress. PostgreSQL keeps the plans by which it checks foreign keys: made while the tables
 * are almost empty, they read whole tables, and go on doing so while an import fills them.
 */
const IMPORT_CONNECTION = { connections: 4, name: 'signaling-import', options: '-c enable_seqscan=off' }
const TOLD_EVERY_MS = 500
const BEAT_MS = 2_000

/** Another worker has taken the run over; whatever this one still does would be a repeat. */
class Superseded extends Error {}

class ImportWorker {
  readonly #work: ImportWork
  readonly #database: Database
  #told = 0
  #progress: ImportProgress = { stage: 'reading', done: 0, total: null }
  #isSuperseded = false

  constructor(work: ImportWork) {
    this.#work = work
    this.#database = connectDatabase(work.databaseUrl, IMPORT_CONNECTION)
  }

  async run(): Promise<void> {
    // Also while a large statement runs and nothing else is told.
    const beat = setInterval(() => void this.#tell().catch(() => undefined), BEAT_MS)
    try {
      await (this.#work.work === 'check' ? this.#check() : this.#apply())
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      await failRun(this.#database, this.#work.runId, this.#work.claim, error.toReply())
    } finally {
      clearInterval(beat)
      await this.#database.$disconnect()
    }
  }

  async #check(): Promise<void> {
    const { runId, claim } = this.#work
    const plan = await this.#plan((await this.#files()).files)
    await concludeCheck(this.#database, runId, claim, plan)
  }

  /** What is on record may have changed since the dry run: it is checked again, and what was written already is unchanged now. */
  async #apply(): Promise<void> {
    const { runId, claim, salt } = this.#work
    const { files, hashOf } = await this.#files()
    const plan = await this.#plan(files)
    if (plan.faults.length > 0) return failRun(this.#database, runId, claim, { code: 'IMPORT_STALE' }, { ...plan })
    const { pipeline, flush } = await this.#openLog()
    const onProgress = async (progress: ImportProgress): Promise<void> => {
      this.#progress = progress
      await flush()
      await this.#tell({ seldom: true })
      if (this.#isSuperseded) throw new Superseded()
    }
    const refused = await new PlanApplication({ pipeline, salt, hashOf, onProgress }).run(plan)
    await flush()
    if (refused.length > 0) throw new AppError('IMPORT_INCOMPLETE', { count: refused.length })
    await concludeApplying(this.#database, runId, claim)
  }

  #plan(files: readonly ImportedFile[]): Promise<Plan> {
    const { organizationId, salt } = this.#work
    return planImport(files, {
      sql: this.#database,
      organizationId,
      salt,
      limits: READING_LIMITS,
      onRows: (rows) => {
        this.#progress = { stage: 'reading', done: rows, total: null }
      },
      onChecking: () => {
        this.#progress = { ...this.#progress, stage: 'checking' }
        void this.#tell().catch(() => undefined)
      },
    })
  }

  async #files(): Promise<{ files: ImportedFile[]; hashOf: (file: string) => string }> {
    const { runId } = this.#work
    const { files } = await readRun(this.#database, runId)
    const whole: ImportedFile[] = []
    for (const [ordinal, { name, sha256 }] of files.entries()) {
      const parts: Uint8Array[] = []
      for await (const part of readContent(this.#database, runId, ordinal)) parts.push(part)
      const content = Buffer.concat(parts)
      // Sent twice at once, its pieces may be mixed.
      if (createHash('sha256').update(content).digest('hex') !== sha256) throw new AppError('IMPORT_FILE_INCOMPLETE')
      whole.push({ name, content })
    }
    const hashes = new Map(files.map(({ name, sha256 }) => [name, sha256 ?? '']))
    return { files: whole, hashOf: (file) => hashes.get(file) ?? '' }
  }

  /** A log of its own. `flush` tells what was appended, and waits for the rolls of announced meetings to follow. */
  async #openLog() {
    const log = createLog(this.#work.logLevel)
    const opened = openLog(this.#database, { graceSeconds: 30, renewSeconds: 3 }, createMetrics(), log)
    const rows = await this.#database.$queryRaw<{ id: string }[]>`
      select distinct organization_id as id from meeting where status in ('draft', 'announced')`
    const meeting = new Set(rows.map(({ id }) => id))
    let appended: AppendedTo[] = []
    let rolls: Promise<void>[] = []
    opened.publisher.subscribe((batch) => {
      const { streamId } = batch.snapshot
      const [first] = batch.entries
      if (first) appended.push({ streamId, seq: first.seq })
      if (meeting.has(streamId))
        rolls.push(refreshRolls({ database: this.#database, pipeline: opened.pipeline, log: log('command') }, batch))
    })
    const flush = async (): Promise<void> => {
      const waiting = rolls
      rolls = []
      await Promise.all(waiting)
      if (appended.length > 0) parentPort?.postMessage({ appended } satisfies WorkerMessage)
      appended = []
    }
    return { pipeline: opened.pipeline, flush }
  }

  async #tell({ seldom = false } = {}): Promise<void> {
    if (seldom && performance.now() - this.#told < TOLD_EVERY_MS) return
    this.#told = performance.now()
    const { runId, claim } = this.#work
    this.#isSuperseded = !(await tellProgress(this.#database, runId, claim, this.#progress))
  }
}

parentPort?.on('message', (work: ImportWork) => {
  const end = (fault: string | null) => parentPort?.postMessage({ ended: true, fault } satisfies WorkerMessage)
  new ImportWorker(work).run().then(
    () => end(null),
    (error: Error) => end(error instanceof Superseded ? null : (error.stack ?? error.message)),
  )
})
