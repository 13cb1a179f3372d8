// What an operator, a proxy and Prometheus ask over HTTP. Ready means: a browser that is sent here can be served;
// signaling's absence is shown but does not make the node unready, since meetings under way go on without it.
import { AppError, fail } from '@hoi-truong/shared/errors'
import { type FastifyInstance, fastify } from 'fastify'
import type { TlsFiles } from '../tls.ts'
import type { MediaMetrics } from './MediaMetrics.ts'

export interface HttpSources {
  metrics: MediaMetrics
  workersUp: () => number
  workersWanted: number
  controlConnected: () => boolean
  tls?: TlsFiles | undefined
}

export function createHttp(sources: HttpSources): FastifyInstance {
  const { tls } = sources
  const http: FastifyInstance = fastify({ logger: false, bodyLimit: 1024, ...(tls ? { https: tls } : {}) })
  http.get('/healthz', async () => ({ status: 'ok' }))
  http.get('/readyz', async (_request, reply) => {
    const workers = sources.workersUp()
    const ready = workers > 0
    const state = {
      workers,
      workersWanted: sources.workersWanted,
      signaling: sources.controlConnected() ? 'connected' : 'away',
    }
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready', ...state })
  })
  http.get('/metrics', async (_request, reply) =>
    reply.type(sources.metrics.contentType).send(await sources.metrics.render()),
  )
  http.setNotFoundHandler((_request, reply) => reply.code(404).send(new AppError('NOT_FOUND').toReply()))
  http.setErrorHandler((error, _request, reply) => {
    const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
    const refusal = status >= 400 && status < 500 ? new AppError('REQUEST_MALFORMED') : error
    return reply.code(refusal instanceof AppError ? refusal.status : 500).send(fail(refusal).error)
  })
  return http
}
