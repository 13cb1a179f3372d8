// /api/v1/organizations/:id/monitoring: the month of an organization, for committees above.
import { errorReplySchema } from '@hoi-truong/shared/errors'
import { monitoringViewSchema, monthSchema } from '@hoi-truong/shared/monitoring'
import { idSchema } from '@hoi-truong/shared/organization'
import { z } from 'zod'
import type { SignedIn } from '../account/signedIn.ts'
import type { Database } from '../database/client.ts'
import type { App } from '../http/app.ts'
import { readMonitoring } from './view.ts'

const failure = z.object({ error: errorReplySchema })

export function monitoringRoutes(app: App, { database, signedIn }: { database: Database; signedIn: SignedIn }): void {
  app.get(
    '/api/v1/organizations/:id/monitoring',
    {
      schema: {
        tags: ['monitoring'],
        summary: 'Which branches beneath an organization have met in a month, with live counts; no names',
        security: [{ bearer: [] }],
        params: z.object({ id: idSchema }),
        querystring: z.object({ month: monthSchema.optional() }),
        response: { 200: monitoringViewSchema, 400: failure, 401: failure, 403: failure, 429: failure },
      },
    },
    async (request) => {
      const memberId = await signedIn(request)
      return readMonitoring(database, memberId, request.params.id, request.query.month)
    },
  )
}
