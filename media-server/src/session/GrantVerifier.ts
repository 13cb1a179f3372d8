// Checks a room grant: the signature, that it is for this node, and that it is in time. Whether the room still takes it
// is the registry's question.
import { AppError } from '@hoi-truong/shared/errors'
import { grantClaimsSchema } from '@hoi-truong/shared/media'
import jwt from 'jsonwebtoken'
import { z } from 'zod'
import type { CheckedGrant } from '../room/RoomRegistry.ts'

const signedClaimsSchema = grantClaimsSchema.extend({ iat: z.int(), exp: z.int() })

export class GrantVerifier {
  readonly #secret: string
  readonly #nodeId: string

  constructor(secret: string, nodeId: string) {
    this.#secret = secret
    this.#nodeId = nodeId
  }

  verify(grant: string): CheckedGrant {
    const claims = signedClaimsSchema.safeParse(this.#signed(grant))
    if (!claims.success) throw new AppError('GRANT_INVALID')
    if (claims.data.nodeId !== this.#nodeId) throw new AppError('GRANT_OTHER_NODE')
    return claims.data
  }

  #signed(grant: string): unknown {
    try {
      // The algorithm is named so that a token cannot choose its own.
      return jwt.verify(grant, this.#secret, { algorithms: ['HS256'] })
    } catch (error) {
      throw new AppError(error instanceof jwt.TokenExpiredError ? 'GRANT_EXPIRED' : 'GRANT_INVALID')
    }
  }
}
