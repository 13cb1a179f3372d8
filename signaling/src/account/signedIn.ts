// Who makes an HTTP request: the token, how much one member may ask, and the session behind the token.
import type { FastifyRequest } from 'fastify'
import type { RequestLimits } from '../ops/requestLimits.ts'
import type { AccessTokens } from './accessToken.ts'
import type { Sessions } from './sessions.ts'

/** The id of the member. @throws AppError TOKEN_MISSING, TOKEN_EXPIRED, TOKEN_INVALID, ACCOUNT_SUSPENDED, TOO_MANY_REQUESTS */
export type SignedIn = (request: FastifyRequest) => Promise<string>

/** With the session that the request is made in, for what concerns sessions. */
export type SignedInSession = (request: FastifyRequest) => Promise<{ memberId: string; sessionId: string }>

export const createSignedInSession =
  (tokens: AccessTokens, sessions: Sessions, limits: RequestLimits): SignedInSession =>
  async (request) => {
    const { memberId, sessionId } = tokens.verify(bearerToken(request))
    limits.take(memberId)
    await sessions.requireLive(sessionId)
    return { memberId, sessionId }
  }

export const createSignedIn =
  (inSession: SignedInSession): SignedIn =>
  async (request) =>
    (await inSession(request)).memberId

const bearerToken = (request: FastifyRequest): string | undefined =>
  /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
