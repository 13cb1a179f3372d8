// The token with which a browser comes back to its own peer. Its secret is made at every start of the process: after a
// restart the peers are gone, and so are their tokens. It carries no right; those stay with the peer.
import { randomBytes } from 'node:crypto'
import jwt from 'jsonwebtoken'
import { z } from 'zod'

/** Longer than any meeting, so that an outage of whatever length never ends in a token that came too late. */
const LIFETIME_SECONDS = 24 * 60 * 60

const claimsSchema = z.object({ meetingId: z.uuid(), sessionId: z.uuid() })
export type ResumeClaims = z.infer<typeof claimsSchema>

export class ResumeTokens {
  readonly #secret = randomBytes(32)

  issue(claims: ResumeClaims): string {
    return jwt.sign(claims, this.#secret, { algorithm: 'HS256', expiresIn: LIFETIME_SECONDS })
  }

  read(token: string): ResumeClaims | undefined {
    try {
      return claimsSchema.parse(jwt.verify(token, this.#secret, { algorithms: ['HS256'] }))
    } catch {
      return undefined
    }
  }
}
