// For those who run it: is it alive, can it serve, what does it count, what does its API look like.
import type { Database } from '../database/client.ts'
import type { Metrics } from '../ops/metrics.ts'
import type { App } from './app.ts'

export function operationRoutes(app: App, database: Database, metrics: Metrics): void {
  const hidden = { schema: { hide: true } }
  app.get('/healthz', hidden, () => ({ status: 'ok' }))
  app.get('/readyz', hidden, async (_request, reply) => {
    try {
      await database.$queryRaw`select 1 as one`
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
