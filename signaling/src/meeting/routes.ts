// /api/v1/meetings: what a member's pages read; /api/v1/commands: the pipeline over HTTP, for what may wait in an outbox.
import { errorReplySchema } from '@hoi-truong/shared/errors'
import { commandSchema, meetingSummarySchema } from '@hoi-truong/shared/protocol'
import { z } from 'zod'
import type { SignedIn } from '../account/signedIn.ts'
import type { Database } from '../database/client.ts'
import type { App } from '../http/app.ts'
import type { CommandPipeline } from '../log/commandPipeline.ts'
import { type CommandRegistry, prepareCommand } from '../log/prepareCommand.ts'
import { readChain, syncStream } from '../log/queries.ts'
import { asMeeting, type StreamCache } from '../log/streamCache.ts'
import { listMeetings } from './queries.ts'

export interface MeetingRouteParts {
  database: Database
  cache: StreamCache
  signedIn: SignedIn
  registry: CommandRegistry
  pipeline: CommandPipeline
  nodeId: string
}

const failure = z.object({ error: errorReplySchema })
const security = [{ bearer: [] }]
const byId = z.object({ id: z.uuid().toLowerCase() })

export function meetingRoutes(app: App, parts: MeetingRouteParts): void {
  const { database, cache, signedIn, registry, pipeline, nodeId } = parts

  /** A branch's stream is read over the socket only. @throws AppError STREAM_UNKNOWN, MEETING_UNKNOWN */
  const meetingId = async (id: string) => asMeeting(await cache.read(database, id)).streamId

  app.get(
    '/api/v1/meetings',
    {
      schema: {
        tags: ['meeting'],
        summary: 'The meetings on whose roll the member stands',
        security,
        response: { 200: z.object({ meetings: z.array(meetingSummarySchema) }), 401: failure, 429: failure },
      },
    },
    async (request) => ({ meetings: await listMeetings(database, await signedIn(request)) }),
  )

  app.get(
    '/api/v1/meetings/:id',
    {
      schema: {
        tags: ['meeting'],
        summary: 'The state of a meeting as far as the member may read it',
        security,
        params: byId,
        response: { 200: z.unknown(), 401: failure, 403: failure, 404: failure, 429: failure },
      },
    },
    async (request) => {
      const memberId = await signedIn(request)
      return syncStream(database, cache, memberId, await meetingId(request.params.id))
    },
  )

  app.get(
    '/api/v1/meetings/:id/events',
    {
      schema: {
        tags: ['meeting'],
        summary: 'The hash chain of a meeting; events that the member may not read come as links',
        security,
        params: byId,
        response: {
          200: z.object({ entries: z.array(z.unknown()) }),
          401: failure,
          403: failure,
          404: failure,
          429: failure,
        },
      },
    },
    async (request) => {
      const memberId = await signedIn(request)
      return { entries: await readChain(database, cache, memberId, await meetingId(request.params.id)) }
    },
  )

  app.post(
    '/api/v1/commands',
    {
      schema: {
        tags: ['command'],
        summary: 'Give a command; a repeat with the same id gets the same answer',
        security,
        body: commandSchema,
        response: {
          200: z.object({ streamId: z.uuid(), seq: z.int() }),
          400: failure,
          401: failure,
          403: failure,
          404: failure,
          409: failure,
          410: failure,
          429: failure,
          503: failure,
        },
      },
    },
    async (request) => {
      const memberId = await signedIn(request)
      const actor = { kind: 'member' as const, memberId, connectionId: null, nodeId }
      return pipeline.submit(prepareCommand(registry, actor, request.body))
    },
  )
}
