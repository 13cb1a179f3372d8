// For those who run it: is it alive, can it serve, what does it count, what does its API look like.
import type { Database } from '../database/client.ts'
import type { Metrics } from '../ops/metrics.ts'
import type { App } from './app.ts'

/** A probe that waits for a database that is silent would itself be taken for dead. */
const PATIENCE_MS = 2_000

export function operationRoutes(app: App, database: Database, metrics: Metrics): void {
  const hidden = { schema: { hide: true } }
  app.get('/healthz', hidden, () => ({ status: 'ok' }))
  app.get('/readyz', hidden, async (_request, reply) => {
    try {
      await withinPatience(database.$queryRaw`select 1 as one`)
      return { status: 'ready' }
    } catch {
      return reply.status(503).send({ status: 'waiting', for: 'database' })
    }
  })
  app.get('/metrics', hidden, async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  )
  app.get('/api/openapi.json', hidden, () => app.swagger())
}

async function withinPatience(answer: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the database is silent')), PATIENCE_MS)
  })
  try {
    await Promise.race([answer, tooLate])
  } finally {
    clearTimeout(timer)
  }
}
