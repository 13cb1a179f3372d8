// /api/v1/auth: sign in, renew, sign out; /api/v1/me.
import { loginSchema, sessionSchema, signedInMemberSchema } from '@hoi-truong/shared/account'
import { AppError, errorReplySchema } from '@hoi-truong/shared/errors'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { App } from '../http/app.ts'
import type { RequestLimits } from '../ops/requestLimits.ts'
import type { AccessTokens } from './accessToken.ts'
import { readMember } from './accounts.ts'
import type { SignedIn } from './signedIn.ts'
import { type SignInParts, signIn } from './signIn.ts'

export interface AccountRouteParts extends SignInParts {
  tokens: AccessTokens
  signedIn: SignedIn
  /** For those who have not signed in yet. */
  addressLimits: RequestLimits
  refreshDays: number
  secureCookies: boolean
}

const REFRESH_COOKIE = 'hoi_truong_refresh'
const DEVICE_COOKIE = 'hoi_truong_device'
const DEVICE_DAYS = 400
const COOKIE_PATH = '/api/v1/auth'

const failure = z.object({ error: errorReplySchema })

export function accountRoutes(app: App, parts: AccountRouteParts): void {
  const { database, sessions, tokens, signedIn, addressLimits } = parts
  const onRequest = async ({ ip }: FastifyRequest) => addressLimits.take(ip)
  const cookie = (days: number) => ({
    path: COOKIE_PATH,
    httpOnly: true,
    sameSite: 'strict' as const,
    secure: parts.secureCookies,
    maxAge: days * 86_400,
  })
  const keepRefreshToken = (reply: FastifyReply, token: string) =>
    reply.setCookie(REFRESH_COOKIE, token, cookie(parts.refreshDays))

  app.post(
    '/api/v1/auth/login',
    {
      onRequest,
      schema: {
        tags: ['account'],
        summary: 'Sign in with member number (số thẻ) and password',
        body: loginSchema,
        response: { 200: sessionSchema, 401: failure, 403: failure, 429: failure },
      },
    },
    async (request, reply) => {
      const from = { address: request.ip, deviceMark: request.cookies[DEVICE_COOKIE] }
      const { member, session, deviceMark } = await signIn(parts, request.body, from)
      keepRefreshToken(reply, session.refreshToken)
      reply.setCookie(DEVICE_COOKIE, deviceMark, cookie(DEVICE_DAYS))
      return { accessToken: tokens.sign(member.memberId, session.sessionId), member }
    },
  )

  app.post(
    '/api/v1/auth/refresh',
    {
      onRequest,
      schema: {
        tags: ['account'],
        summary: 'A new access token for the refresh cookie, which is rotated',
        response: { 200: sessionSchema, 401: failure, 403: failure, 429: failure },
      },
    },
    async (request, reply) => {
      const token = request.cookies[REFRESH_COOKIE]
      if (!token) throw new AppError('REFRESH_INVALID')
      const session = await sessions.renew(token)
      keepRefreshToken(reply, session.refreshToken)
      const member = await readMember(database, session.memberId)
      return { accessToken: tokens.sign(member.memberId, session.sessionId), member }
    },
  )

  app.post(
    '/api/v1/auth/logout',
    {
      onRequest,
      schema: {
        tags: ['account'],
        summary: 'End this session on all its tabs',
        response: { 204: z.null(), 429: failure },
      },
    },
    async (request, reply) => {
      const token = request.cookies[REFRESH_COOKIE]
      if (token) await sessions.endByToken(token)
      reply.clearCookie(REFRESH_COOKIE, { path: COOKIE_PATH })
      return reply.status(204).send(null)
    },
  )

  app.get(
    '/api/v1/me',
    {
      schema: {
        tags: ['account'],
        summary: 'The signed-in member',
        security: [{ bearer: [] }],
        response: { 200: signedInMemberSchema, 401: failure, 403: failure, 429: failure },
      },
    },
    async (request) => readMember(database, await signedIn(request)),
  )
}
