// The access token: a JWT of a few minutes that says who signed in and in which session.
import { AppError } from '@hoi-truong/shared/errors'
import jwt from 'jsonwebtoken'
import { z } from 'zod'

const ISSUER = 'hoi-truong/signaling'
const AUDIENCE = 'hoi-truong/api'

const claimsSchema = z.object({
  sub: z.uuid(),
  /** The session: a family of refresh tokens. */
  sid: z.uuid(),
  exp: z.number(),
})

export interface AccessClaims {
  memberId: string
  sessionId: string
  /** Unix seconds. */
  expiresAt: number
}

export class AccessTokens {
  readonly #secret: string
  readonly #seconds: number

  constructor(secret: string, seconds: number) {
    this.#secret = secret
    this.#seconds = seconds
  }

  sign(memberId: string, sessionId: string): string {
    return jwt.sign({ sid: sessionId }, this.#secret, {
      algorithm: 'HS256',
      subject: memberId,
      expiresIn: this.#seconds,
      issuer: ISSUER,
      audience: AUDIENCE,
    })
  }

  /** @throws AppError TOKEN_MISSING, TOKEN_EXPIRED, TOKEN_INVALID */
  verify(token: string | undefined): AccessClaims {
    if (!token) throw new AppError('TOKEN_MISSING')
    try {
      const decoded = jwt.verify(token, this.#secret, { algorithms: ['HS256'], issuer: ISSUER, audience: AUDIENCE })
      const { sub, sid, exp } = claimsSchema.parse(decoded)
      return { memberId: sub, sessionId: sid, expiresAt: exp }
    } catch (error) {
      throw new AppError(error instanceof jwt.TokenExpiredError ? 'TOKEN_EXPIRED' : 'TOKEN_INVALID')
    }
  }
}
