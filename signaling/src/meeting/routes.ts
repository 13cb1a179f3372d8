// /api/v1/meetings: what a member's pages read of meetings.
import { errorReplySchema } from '@hoi-truong/shared/errors'
import { meetingSummarySchema } from '@hoi-truong/shared/protocol'
import { z } from 'zod'
import type { SignedIn } from '../account/signedIn.ts'
import type { Database } from '../database/client.ts'
import type { App } from '../http/app.ts'
import { readChain, syncStream } from '../log/queries.ts'
import { asMeeting, type StreamCache } from '../log/streamCache.ts'
import { listMeetings } from './queries.ts'

export interface MeetingRouteParts {
  database: Database
  cache: StreamCache
  signedIn: SignedIn
}

const failure = z.object({ error: errorReplySchema })
const security = [{ bearer: [] }]
const byId = z.object({ id: z.uuid().toLowerCase() })

export function meetingRoutes(app: App, { database, cache, signedIn }: MeetingRouteParts): void {
  /** A branch's stream is read over the socket only. @throws AppError STREAM_UNKNOWN, MEETING_UNKNOWN */
  const meetingId = async (id: string) => asMeeting(await cache.read(database, id)).streamId

  app.get(
    '/api/v1/meetings',
    {
      schema: {
        tags: ['meeting'],
        summary:
          'The meetings that the member is summoned to, invited to or follows; drafts for the branch’s committee',
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
}
