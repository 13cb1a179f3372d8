// The one pipeline for every command (DESIGN 2). Commands that arrive while a stream's transaction runs wait and are decided
// together in the next one: one lock, one insert, one publication, then each acknowledgement.

import { setTimeout as delay } from 'node:timers/promises'
import { AppError } from '@hoi-truong/shared/errors'
import type { Logger } from 'pino'
import { type Database, isUnreachable, translateDatabaseError } from '../database/client.ts'
import type { LogCategory } from '../ops/logger.ts'
import type { Metrics } from '../ops/metrics.ts'
import { type BatchResult, CommandBatch, lockTogether, type Outcome } from './commandBatch.ts'
import type { CommandReply, Submission } from './commandDefinition.ts'
import type { CommandRegistry } from './prepareCommand.ts'
import type { Projection } from './projection.ts'
import type { Publisher } from './publisher.ts'
import type { StreamCache } from './streamCache.ts'

export interface PipelineParts {
  database: Database
  cache: StreamCache
  publisher: Publisher
  registry: CommandRegistry
  projections: readonly Projection[]
  metrics: Metrics
  log: (category: LogCategory) => Logger
}

interface Job {
  submission: Submission
  resolve: (reply: CommandReply) => void
  reject: (error: unknown) => void
}

const BATCH_LIMIT = 250
/** Waiting commands of one stream beyond this are refused at once instead of piling up in memory. */
const QUEUE_LIMIT = 5_000

/** Longest wait for a database that went away during a commit. */
const DOUBT_LIMIT_MS = 60_000

/** The connection broke between the decision and the answer to COMMIT. */
class CommitInDoubt extends Error {
  constructor(options: ErrorOptions) {
    super('commit in doubt', options)
  }
}

export class CommandPipeline {
  readonly #parts: PipelineParts
  readonly #queues = new Map<string, Job[]>()

  constructor(parts: PipelineParts) {
    this.#parts = parts
  }

  /** Resolves when the command is committed with fsync. @throws AppError why it was refused */
  submit(submission: Submission): Promise<CommandReply> {
    return new Promise((resolve, reject) => {
      const job = { submission, resolve, reject }
      const waiting = this.#queues.get(submission.streamId)
      if (!waiting) {
        this.#queues.set(submission.streamId, [job])
        void this.#drain(submission.streamId)
      } else if (waiting.length >= QUEUE_LIMIT) {
        reject(new AppError('TOO_MANY_REQUESTS', { seconds: 5 }))
      } else {
        waiting.push(job)
      }
    })
  }

  /**
   * Commands of signaling itself on several streams, in one transaction, streams in the order in which they are first named: an import. A
   * refusal concerns its command alone. Whoever gives them gives them again, under their ids, when the database was away: nothing is
   * awaited or repeated here.
   * @returns for each the refusal, or null
   */
  async submitTogether(submissions: readonly Submission[]): Promise<(AppError | null)[]> {
    const streams = Map.groupBy(submissions, ({ streamId }) => streamId)
    const answers = await this.#transact([...streams].map(([id, own]) => new CommandBatch(this.#parts, id, own)))
    const outcomes = new Map(
      [...streams.values()].flatMap((own, index) => own.map((one, at) => [one, answers[index]?.[at]])),
    )
    return submissions.map((submission) => {
      const outcome = outcomes.get(submission)
      const refusal = outcome && 'error' in outcome ? outcome.error : null
      this.#parts.metrics.commands.inc({
        type: submission.type,
        outcome: refusal instanceof AppError ? refusal.code : 'ok',
      })
      if (refusal instanceof AppError) return refusal
      if (refusal !== null) throw refusal
      return null
    })
  }

  async #drain(streamId: string): Promise<void> {
    const queue = this.#queues.get(streamId)
    // One turn of the event loop lets commands that came in the same read join the first batch.
    await new Promise(setImmediate)
    while (queue && queue.length > 0) await this.#runBatch(streamId, queue.splice(0, BATCH_LIMIT))
    this.#queues.delete(streamId)
  }

  async #runBatch(streamId: string, jobs: readonly Job[]): Promise<void> {
    const { metrics } = this.#parts
    const stop = metrics.batchSeconds.startTimer()
    metrics.batchSize.observe(jobs.length)
    try {
      const outcomes = await this.#commit(streamId, jobs)
      jobs.forEach((job, index) => {
        this.#settle(job, outcomes[index])
      })
    } catch (error) {
      if (error instanceof CommitInDoubt) await this.#resolveDoubt(streamId, jobs, error)
      // One bad command must not take the others with it. Where the database is away none of them was recorded, and to ask for each
      // would only make the last one wait for all the others' time-outs.
      else if (jobs.length > 1 && !isUnreachable(error)) for (const job of jobs) await this.#runBatch(streamId, [job])
      else for (const job of jobs) this.#settle(job, { error: translateDatabaseError(error) })
    } finally {
      stop()
    }
  }

  async #commit(streamId: string, jobs: readonly Job[]): Promise<Outcome[]> {
    const submissions = jobs.map((job) => job.submission)
    const [outcomes = []] = await this.#transact([new CommandBatch(this.#parts, streamId, submissions)])
    return outcomes
  }

  /** One transaction for these streams; what they answer, each in its order. */
  async #transact(batches: readonly CommandBatch[]): Promise<Outcome[][]> {
    const { database, cache, publisher } = this.#parts
    let decided = false
    const results = await database
      .$transaction(async (transaction) => {
        if (batches.length > 1) await lockTogether(transaction, batches)
        const done: BatchResult[] = []
        for (const batch of batches) done.push(await batch.run(transaction))
        decided = true
        return done
      })
      .catch((error: unknown) => {
        throw decided && isUnreachable(error) ? new CommitInDoubt({ cause: error }) : error
      })
    for (const { snapshot, entries, beside } of results) {
      if (!snapshot) continue
      cache.keep(snapshot)
      publisher.publish(snapshot, entries)
      if (beside.size > 0) publisher.publishBeside(snapshot, beside)
    }
    return results.map(({ outcomes }) => outcomes)
  }

  /**
   * The database went away during the commit: only it knows whether the commands are recorded. They are given again under their ids,
   * which either finds them or records them now; nobody is told "refused" before that is known.
   */
  async #resolveDoubt(streamId: string, jobs: readonly Job[], doubt: CommitInDoubt): Promise<void> {
    const { log } = this.#parts
    const deadline = performance.now() + DOUBT_LIMIT_MS
    log('database').warn({ commands: jobs.length }, 'commit in doubt: waiting for the database')
    for (let pause = 50; performance.now() < deadline; pause = Math.min(2 * pause, 1_000)) {
      await delay(pause)
      try {
        const outcomes = await this.#commit(streamId, jobs)
        jobs.forEach((job, index) => {
          this.#settle(job, outcomes[index])
        })
        return
      } catch (error) {
        if (!(error instanceof CommitInDoubt) && !isUnreachable(error)) break
      }
    }
    for (const job of jobs) this.#settle(job, { error: new AppError('COMMAND_IN_DOUBT', undefined, { cause: doubt }) })
  }

  #settle(job: Job, outcome: Outcome | undefined): void {
    const { metrics, log } = this.#parts
    const { type } = job.submission
    if (outcome && 'reply' in outcome) {
      metrics.commands.inc({ type, outcome: outcome.repeat ? 'repeat' : 'ok' })
      job.resolve(outcome.reply)
    } else if (outcome && 'redirect' in outcome) {
      const { redirect } = outcome
      metrics.commands.inc({ type, outcome: 'redirect' })
      this.submit({ ...job.submission, ...redirect, validUntil: undefined }).then(job.resolve, job.reject)
    } else {
      const error = outcome?.error ?? new Error('a command was not answered')
      metrics.commands.inc({ type, outcome: error instanceof AppError ? error.code : 'INTERNAL' })
      if (!(error instanceof AppError)) log('command').error({ err: error, type }, 'command failed')
      else if (error.cause) log('database').warn({ err: error.cause, type }, 'command without database')
      job.reject(error)
    }
  }
}
