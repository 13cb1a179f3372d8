// /api/v1/organizations/:id/monitoring: the month of an organization, for committees above.
import { errorReplySchema } from '@hoi-truong/shared/errors'
import { monitoringViewSchema, monthSchema } from '@hoi-truong/shared/monitoring'
import { idSchema } from '@hoi-truong/shared/organization'
import { z } from 'zod'
import { readAccountCounts } from '../account/accountCounts.ts'
import type { SignedIn } from '../account/signedIn.ts'
import type { Database } from '../database/client.ts'
import type { App } from '../http/app.ts'
import { readToday } from '../organization/queries.ts'
import { KeptCounts } from './KeptCounts.ts'
import { requireSight } from './rights.ts'
import { readMonitoring } from './view.ts'

const failure = z.object({ error: errorReplySchema })

export function monitoringRoutes(app: App, { database, signedIn }: { database: Database; signedIn: SignedIn }): void {
  const counts = new KeptCounts((root, day) => readAccountCounts(database, { root }, day))

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
      const { id } = request.params
      // The right first: nothing is counted for whoever may not see it.
      await requireSight(database, memberId, id)
      const today = await readToday(database)
      const [view, accounts] = await Promise.all([
        readMonitoring(database, memberId, id, request.query.month),
        counts.of(id, today),
      ])
      return { ...view, accounts }
    },
  )
}
