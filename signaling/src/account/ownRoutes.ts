// /api/v1/me: who is signed in, where, and the own password.
import { ownSessionsSchema, passwordChangeSchema, signedInMemberSchema } from '@hoi-truong/shared/account'
import { errorReplySchema } from '@hoi-truong/shared/errors'
import { idSchema } from '@hoi-truong/shared/organization'
import { z } from 'zod'
import type { App } from '../http/app.ts'
import { readMember } from './accounts.ts'
import { changePassword, type OwnPasswordParts } from './ownPassword.ts'
import type { SignedIn, SignedInSession } from './signedIn.ts'

export interface OwnRouteParts extends OwnPasswordParts {
  signedIn: SignedIn
  inSession: SignedInSession
}

const failure = z.object({ error: errorReplySchema })
const refusals = { 401: failure, 403: failure, 429: failure }
const common = { tags: ['account'], security: [{ bearer: [] }] }

export function ownRoutes(app: App, parts: OwnRouteParts): void {
  const { database, sessions, signedIn, inSession } = parts

  app.get(
    '/api/v1/me',
    { schema: { ...common, summary: 'The signed-in member', response: { 200: signedInMemberSchema, ...refusals } } },
    async (request) => readMember(database, await signedIn(request)),
  )

  app.get(
    '/api/v1/me/sessions',
    {
      schema: {
        ...common,
        summary: 'Where the member is signed in',
        response: { 200: ownSessionsSchema, ...refusals },
      },
    },
    async (request) => {
      const { memberId, sessionId: current } = await inSession(request)
      const lines = await sessions.list(memberId)
      return {
        sessions: lines.map(({ sessionId, device, beganAt, lastUsedAt }) => ({
          sessionId,
          device,
          beganAt: beganAt.toISOString(),
          lastUsedAt: lastUsedAt.toISOString(),
          current: sessionId === current,
        })),
      }
    },
  )

  app.delete(
    '/api/v1/me/sessions/:sessionId',
    {
      schema: {
        ...common,
        summary: 'End one of the own sessions',
        params: z.object({ sessionId: idSchema }),
        response: { 204: z.null(), 400: failure, 404: failure, ...refusals },
      },
    },
    async (request, reply) => {
      const { memberId } = await inSession(request)
      await sessions.endOwn(memberId, request.params.sessionId)
      return reply.status(204).send(null)
    },
  )

  app.post(
    '/api/v1/me/sessions/end-others',
    { schema: { ...common, summary: 'End all own sessions but this', response: { 204: z.null(), ...refusals } } },
    async (request, reply) => {
      const { memberId, sessionId } = await inSession(request)
      await sessions.endOthers(memberId, sessionId)
      return reply.status(204).send(null)
    },
  )

  app.post(
    '/api/v1/me/password',
    {
      schema: {
        ...common,
        summary: 'Change the own password; the other sessions end',
        body: passwordChangeSchema,
        response: { 204: z.null(), 400: failure, ...refusals },
      },
    },
    async (request, reply) => {
      const who = await inSession(request)
      await changePassword(parts, { ...who, address: request.ip }, request.body)
      return reply.status(204).send(null)
    },
  )
}
