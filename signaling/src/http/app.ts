// The HTTP side: fastify with zod schemas in and out, one error shape, OpenAPI made from the same schemas.
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import swagger from '@fastify/swagger'
import { AppError, malformed } from '@hoi-truong/shared/errors'
import Fastify, { type FastifyBaseLogger, type FastifyError, type FastifyReply, LogController } from 'fastify'
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
import type { TlsFiles } from './tls.ts'

const BODY_LIMIT = 256 * 1024

export interface AppOptions {
  log: Logger
  trustProxy: boolean
  /** Whether browsers reach us by HTTPS: then they are told to insist on it. */
  secure: boolean
  /** Where no proxy in front does it. */
  tls?: TlsFiles | undefined
  /** Told every route as it is added: method and path. */
  onRoute?: (method: string, path: string) => void
}

export type App = Awaited<ReturnType<typeof createApp>>

export async function createApp({ log, trustProxy, secure, tls, onRoute }: AppOptions) {
  const app = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    // A line a request would hold addresses and member ids; the metrics count, and faults are logged below.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    // One hop: what stands further left in X-Forwarded-For came from the client, who may write there what it likes.
    trustProxy: trustProxy ? (_address: string, hop: number) => hop < 1 : false,
    forceCloseConnections: true,
    // Requests that are refused before they have a route, or even a form, get the same kind of answer as all others.
    ...(tls ? { https: tls } : {}),
    frameworkErrors: (error, _request, reply) => void refuse(reply as unknown as FastifyReply, toAppError(error)),
    clientErrorHandler: answerUnreadable,
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)

  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) onRoute?.(one, url)
  })
  app.addHook('onRequest', async (request, reply) => {
    // What a member may read must not lie in a cache that another person of the same device could open.
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })

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
    return refuse(reply, refusal)
  })
  return app
}

const refuse = (reply: FastifyReply, refusal: AppError): FastifyReply =>
  reply.status(refusal.status).header('cache-control', 'no-store').send({ error: refusal.toReply() })

/** Bytes that are no HTTP request: there is no reply object yet, only the connection. */
function answerUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const refusal = new AppError(error.code === 'HPE_HEADER_OVERFLOW' ? 'REQUEST_TOO_LARGE' : 'REQUEST_MALFORMED')
  const body = JSON.stringify({ error: refusal.toReply() })
  if (socket.writable) {
    socket.write(
      `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}\r\nContent-Type: application/json\r\n` +
        `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    )
  }
  socket.destroySoon()
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
