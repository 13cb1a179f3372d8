// /api/v1/connection-test: what the page that tries the connection needs of the server. Each member has a small budget of it, so that
// nobody can use it to fill somebody's line.
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { AppError, errorReplySchema } from '@hoi-truong/shared/errors'
import { grantReplySchema } from '@hoi-truong/shared/media'
import { MOST_TEST_KILOBYTES, testUploadReplySchema } from '@hoi-truong/shared/protocol'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { SignedIn } from '../account/signedIn.ts'
import { drain } from '../document/drain.ts'
import type { App } from '../http/app.ts'
import { RequestLimits } from '../ops/requestLimits.ts'
import { issueTestGrant } from './connectionTestGrants.ts'
import type { MediaNodes } from './mediaNodes.ts'

export interface ConnectionTestRouteParts {
  signedIn: SignedIn
  nodes: MediaNodes
  secret: string
}

const KILOBYTE = 1024
const MOST_BYTES = MOST_TEST_KILOBYTES * KILOBYTE

/** A whole test takes three grants: three ways to the media-server. */
const GRANTS = { burst: 12, perSecond: 1 / 20 }
/** A whole test takes up to four megabytes, on a quick line. */
const KILOBYTES = { burst: 16 * 1024, perSecond: 32 }

const failure = z.object({ error: errorReplySchema })
const refusals = { 400: failure, 401: failure, 403: failure, 429: failure }
const security = [{ bearer: [] }]
const tags = ['connection test']

export async function connectionTestRoutes(app: App, { signedIn, nodes, secret }: ConnectionTestRouteParts) {
  const grants = new RequestLimits(GRANTS)
  const kilobytes = new RequestLimits(KILOBYTES)
  // Made once: nothing on the way can pack it, and it is no work to send.
  const noise = randomBytes(MOST_BYTES)

  app.post(
    '/api/v1/connection-test',
    {
      schema: {
        tags,
        summary: 'A grant for a media room of one’s own, to try sound and picture; a new one ends the one before',
        security,
        response: { 200: grantReplySchema, ...refusals, 503: failure },
      },
    },
    async (request) => {
      const memberId = await signedIn(request)
      grants.take(memberId)
      return issueTestGrant(memberId, { nodes, secret })
    },
  )

  app.get(
    '/api/v1/connection-test/download',
    {
      schema: {
        tags,
        summary: 'So many kilobytes of noise, to estimate how fast the line is',
        security,
        querystring: z.object({ kilobytes: z.coerce.number().int().min(1).max(MOST_TEST_KILOBYTES) }),
        response: { 200: z.unknown().describe('Noise'), ...refusals },
      },
    },
    async (request, reply) => {
      const memberId = await signedIn(request)
      kilobytes.take(memberId, request.query.kilobytes)
      return reply.type('application/octet-stream').send(noise.subarray(0, request.query.kilobytes * KILOBYTE))
    },
  )

  await app.register(async (plain) => {
    const scope = plain.withTypeProvider<ZodTypeProvider>()
    scope.removeAllContentTypeParsers()
    // The body is left where it is until it is known that its sender may send it.
    scope.addContentTypeParser('application/octet-stream', (_request, _body, done) => done(null))
    scope.post(
      '/api/v1/connection-test/upload',
      {
        schema: {
          tags,
          summary: 'Takes noise and throws it away, to estimate how fast the line is',
          security,
          consumes: ['application/octet-stream'],
          response: { 200: testUploadReplySchema, ...refusals, 413: failure },
        },
      },
      async (request) => {
        try {
          const memberId = await signedIn(request)
          const length = Number(request.headers['content-length'])
          if (!(length > 0)) throw new AppError('REQUEST_MALFORMED', { fields: 'content-length' })
          if (length > MOST_BYTES) throw new AppError('REQUEST_TOO_LARGE')
          kilobytes.take(memberId, Math.ceil(length / KILOBYTE))
          return { bytes: await receive(request.raw) }
        } catch (error) {
          drain(request.raw, 4 * MOST_BYTES)
          throw error
        }
      },
    )
  })
}

async function receive(request: IncomingMessage): Promise<number> {
  let bytes = 0
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length
  })
  // Given up in the middle: nobody is there for the answer, and nothing is wrong here.
  await once(request, 'end').catch(() => Promise.reject(new AppError('REQUEST_MALFORMED', { fields: '(body)' })))
  return bytes
}
