// /api/v1/meetings/:id/late-comments: what came after the closing and is kept with the branch.
import { lateCommentsSchema } from '@hoi-truong/shared/comment'
import { errorReplySchema } from '@hoi-truong/shared/errors'
import { z } from 'zod'
import type { SignedIn } from '../account/signedIn.ts'
import type { Database } from '../database/client.ts'
import type { App } from '../http/app.ts'
import type { StreamCache } from '../log/streamCache.ts'
import { readLateComments } from './queries.ts'

export interface CommentRouteParts {
  database: Database
  cache: StreamCache
  signedIn: SignedIn
}

const failure = z.object({ error: errorReplySchema })

export function commentRoutes(app: App, { database, cache, signedIn }: CommentRouteParts): void {
  app.get(
    '/api/v1/meetings/:id/late-comments',
    {
      schema: {
        tags: ['comment'],
        summary: 'Comments that came after the closing: all for the branch’s committee, their own for other members',
        security: [{ bearer: [] }],
        params: z.object({ id: z.uuid().toLowerCase() }),
        response: { 200: lateCommentsSchema, 401: failure, 403: failure, 404: failure, 429: failure },
      },
    },
    async (request) => {
      const memberId = await signedIn(request)
      return { comments: [...(await readLateComments(database, cache, memberId, request.params.id))] }
    },
  )
}
