// /api/v1/organizations/:id/preparation and /guests: what the page that prepares a meeting reads.
import { errorReplySchema } from '@hoi-truong/shared/errors'
import { meetingKindSchema } from '@hoi-truong/shared/meeting'
import { memberNumberSchema } from '@hoi-truong/shared/organization'
import { guestAccountSchema, preparationSchema } from '@hoi-truong/shared/protocol'
import { z } from 'zod'
import type { App } from '../http/app.ts'
import { RequestLimits } from '../ops/requestLimits.ts'
import { findGuestAccount, readPreparation } from './preparation.ts'
import type { MeetingRouteParts } from './routes.ts'

const failure = z.object({ error: errorReplySchema })
const failures = { 400: failure, 401: failure, 403: failure, 404: failure, 429: failure }
const security = [{ bearer: [] }]
const id = z.uuid().toLowerCase()

/** Card numbers are what people sign in with: whoever invites a guest knows the number and does not try one after the other. */
const GUEST_LOOKUPS = { burst: 20, perSecond: 1 / 30 }

export function preparationRoutes(app: App, { database, cache, signedIn }: MeetingRouteParts): void {
  const lookups = new RequestLimits(GUEST_LOOKUPS)

  app.get(
    '/api/v1/organizations/:id/preparation',
    {
      schema: {
        tags: ['meeting'],
        summary: 'What a meeting of this kind is prepared from: members, rules, order of business, the latest plan',
        security,
        params: z.object({ id }),
        querystring: z.object({ kind: meetingKindSchema.default('regular') }),
        response: { 200: preparationSchema, ...failures },
      },
    },
    async (request) => {
      const memberId = await signedIn(request)
      return readPreparation({ database, cache }, memberId, request.params.id, request.query.kind)
    },
  )

  app.get(
    '/api/v1/organizations/:id/guests/:memberNumber',
    {
      schema: {
        tags: ['meeting'],
        summary: 'Somebody with an account who could be invited, by the number on their card',
        security,
        params: z.object({ id, memberNumber: memberNumberSchema }),
        response: { 200: guestAccountSchema, ...failures },
      },
    },
    async (request) => {
      const memberId = await signedIn(request)
      lookups.take(memberId)
      return findGuestAccount({ database, cache }, memberId, request.params.id, request.params.memberNumber)
    },
  )
}
