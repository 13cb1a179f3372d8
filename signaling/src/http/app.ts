// The HTTP side: fastify with zod schemas in and out, one error shape, OpenAPI made from the same schemas.
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import swagger from '@fastify/swagger'
import { AppError, malformed } from '@hoi-truong/shared/errors'
import Fastify, { type FastifyBaseLogger, type FastifyError } from 'fastify'
import {
  hasZodFastifySchemaValidationErrors,
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import type { Logger } from 'pino'
import { z } from 'zod'
import { translateDatabaseError } from '../database/client.ts'

const BODY_LIMIT = 256 * 1024

export interface AppOptions {
  log: Logger
  trustProxy: boolean
  /** Whether browsers reach us by HTTPS: then they are told to insist on it. */
  secure: boolean
}

export type App = Awaited<ReturnType<typeof createApp>>

export async function createApp({ log, trustProxy, secure }: AppOptions) {
  const app = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    // A line a request would hold addresses and member ids; the metrics count, and faults are logged below.
    disableRequestLogging: true,
    bodyLimit: BODY_LIMIT,
    trustProxy,
    forceCloseConnections: true,
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)

  await app.register(cookie)
  await app.register(helmet, {
    hsts: secure,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // Mantine writes its variables into style attributes and elements.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:', 'mediastream:'],
        // Media-servers have addresses of their own, added at run time.
        connectSrc: ["'self'", 'http:', 'https:', 'ws:', 'wss:'],
        frameAncestors: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        objectSrc: ["'none'"],
      },
    },
    crossOriginEmbedderPolicy: false,
  })
  await app.register(swagger, {
    openapi: {
      info: { title: 'Hội Trường', description: 'The HTTP API of the meeting room', version: '1' },
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    },
    transform: jsonSchemaTransform,
  })

  app.setErrorHandler((error: FastifyError | Error, request, reply) => {
    const refusal = toAppError(error)
    if (refusal.code === 'INTERNAL')
      log.error({ err: error, route: request.routeOptions.url }, 'request failed by a fault')
    return reply.status(refusal.status).send({ error: refusal.toReply() })
  })
  return app
}

function toAppError(thrown: FastifyError | Error): AppError {
  const error = translateDatabaseError(thrown)
  if (error instanceof AppError) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = [
      ...new Set(
        error.validation.map((issue) => issue.instancePath.replace(/^\//, '').replaceAll('/', '.') || '(body)'),
      ),
    ]
    return new AppError('REQUEST_MALFORMED', { fields: fields.slice(0, 8).join(', ') })
  }
  if (error instanceof z.ZodError) return malformed(error)
  const { statusCode } = error as FastifyError
  if (statusCode === 413) return new AppError('REQUEST_TOO_LARGE')
  if (statusCode !== undefined && statusCode < 500) return new AppError('REQUEST_MALFORMED', { fields: '(body)' })
  return new AppError('INTERNAL', undefined, { cause: error })
}
