// /api/v1/auth: sign in, renew, sign out, and what comes before there is an account: using a slip, asking for one.
import { accountRequestSchema, activationSchema, loginSchema, sessionSchema } from '@hoi-truong/shared/account'
import { AppError, errorReplySchema } from '@hoi-truong/shared/errors'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { App } from '../http/app.ts'
import type { RequestLimits } from '../ops/requestLimits.ts'
import type { AccessTokens } from './accessToken.ts'
import { readMember } from './accounts.ts'
import { type ActivationParts, activate } from './activation.ts'
import { type RequestParts, requestAccount } from './requests.ts'
import { type SignInFrom, type SignInParts, type SignInResult, signIn } from './signIn.ts'

export interface AccountRouteParts extends SignInParts, ActivationParts, RequestParts {
  tokens: AccessTokens
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
  const { database, sessions, tokens, addressLimits } = parts
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
  const fromWhere = ({ ip, cookies, headers }: FastifyRequest): SignInFrom => ({
    address: ip,
    deviceMark: cookies[DEVICE_COOKIE],
    userAgent: headers['user-agent'],
  })
  const welcome = (reply: FastifyReply, { member, session, deviceMark }: SignInResult) => {
    keepRefreshToken(reply, session.refreshToken)
    reply.setCookie(DEVICE_COOKIE, deviceMark, cookie(DEVICE_DAYS))
    return { accessToken: tokens.sign(member.memberId, session.sessionId), member }
  }

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
      return welcome(reply, await signIn(parts, request.body, fromWhere(request)))
    },
  )

  app.post(
    '/api/v1/auth/activate',
    {
      onRequest,
      schema: {
        tags: ['account'],
        summary: 'Choose a password with the code of a slip; signs in like login',
        body: activationSchema,
        response: { 200: sessionSchema, 400: failure, 401: failure, 403: failure, 429: failure },
      },
    },
    async (request, reply) => {
      return welcome(reply, await activate(parts, request.body, fromWhere(request)))
    },
  )

  app.post(
    '/api/v1/auth/requests',
    {
      onRequest,
      schema: {
        tags: ['account'],
        summary: 'Ask the own branch for an account; the answer is the same for every number',
        body: accountRequestSchema,
        response: { 202: z.null(), 400: failure, 429: failure },
      },
    },
    async (request, reply) => {
      await requestAccount(parts, request.body, request.ip)
      return reply.status(202).send(null)
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
}
