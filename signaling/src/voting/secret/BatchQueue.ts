// What is asked of one key while an earlier batch of it runs is done together in the next one: one lock and one commit for all of them.
import { AppError } from '@hoi-truong/shared/errors'

interface Job<T, A> {
  asked: T
  resolve: (answer: A) => void
  reject: (error: unknown) => void
}

const BATCH_LIMIT = 250
/** What waits beyond this is refused at once instead of piling up in memory. */
const QUEUE_LIMIT = 5_000

export class BatchQueue<T, A> {
  readonly #run: (key: string, batch: readonly T[]) => Promise<readonly (A | AppError)[]>
  readonly #queues = new Map<string, Job<T, A>[]>()

  /** @param run answers each of the batch in its order, or refuses it; what it throws is the answer to all */
  constructor(run: (key: string, batch: readonly T[]) => Promise<readonly (A | AppError)[]>) {
    this.#run = run
  }

  /** @throws AppError why it was refused, or TOO_MANY_REQUESTS */
  ask(key: string, asked: T): Promise<A> {
    return new Promise((resolve, reject) => {
      const job = { asked, resolve, reject }
      const waiting = this.#queues.get(key)
      if (!waiting) {
        this.#queues.set(key, [job])
        void this.#drain(key)
      } else if (waiting.length >= QUEUE_LIMIT) reject(new AppError('TOO_MANY_REQUESTS', { seconds: 5 }))
      else waiting.push(job)
    })
  }

  async #drain(key: string): Promise<void> {
    const queue = this.#queues.get(key)
    // One turn of the event loop lets what came in the same read join the first batch.
    await new Promise(setImmediate)
    while (queue && queue.length > 0) await this.#settle(key, queue.splice(0, BATCH_LIMIT))
    this.#queues.delete(key)
  }

  async #settle(key: string, jobs: readonly Job<T, A>[]): Promise<void> {
    try {
      const answers = await this.#run(
        key,
        jobs.map(({ asked }) => asked),
      )
      jobs.forEach(({ resolve, reject }, index) => {
        const answer = answers[index] ?? new AppError('INTERNAL')
        if (answer instanceof AppError) reject(answer)
        else resolve(answer)
      })
    } catch (error) {
      for (const { reject } of jobs) reject(error)
    }
  }
}
