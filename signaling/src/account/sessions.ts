// Sessions: families of rotating refresh tokens. A token used a second time means that two parties hold it: the family ends.
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { AppError } from '@hoi-truong/shared/errors'
import type { Database } from '../database/client.ts'

export interface Session {
  memberId: string
  /** The family's id. */
  sessionId: string
  /** Null when the cookie that the browser has stays the right one. */
  refreshToken: string | null
}

/** Two tabs that start together present the same token; within this time the second is not taken for a thief. */
const REUSE_LEEWAY_MS = 15_000

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

export class Sessions {
  readonly #database: Database
  readonly #days: number
  readonly #onEnd: (sessionId: string) => void

  /** `onEnd` is told the id of every session that ends before its time. */
  constructor(database: Database, days: number, onEnd: (sessionId: string) => void) {
    this.#database = database
    this.#days = days
    this.#onEnd = onEnd
  }

  async begin(memberId: string): Promise<Session> {
    const sessionId = randomUUID()
    await this.#database.refreshToken.deleteMany({ where: { memberId, expiresAt: { lt: new Date() } } })
    return { memberId, sessionId, refreshToken: await this.#issue(memberId, sessionId) }
  }

  /** @throws AppError REFRESH_INVALID, REFRESH_REUSED, ACCOUNT_SUSPENDED */
  async renew(token: string): Promise<Session> {
    const found = await this.#database.refreshToken.findUnique({
      where: { tokenHash: hashOf(token) },
      include: { account: true },
    })
    if (!found || found.revokedAt || found.expiresAt < new Date()) throw new AppError('REFRESH_INVALID')
    if (found.account.suspended) {
      await this.end(found.familyId)
      throw new AppError('ACCOUNT_SUSPENDED')
    }
    const { memberId, familyId: sessionId } = found
    // Whoever marks the row first rotates it; the database decides between two requests at once.
    const rotated = await this.#database.refreshToken.updateMany({
      where: { id: found.id, rotatedAt: null, revokedAt: null },
      data: { rotatedAt: new Date() },
    })
    if (rotated.count === 1) return { memberId, sessionId, refreshToken: await this.#issue(memberId, sessionId) }
    const rotatedAt = found.rotatedAt?.getTime() ?? Date.now()
    if (Date.now() - rotatedAt < REUSE_LEEWAY_MS) return { memberId, sessionId, refreshToken: null }
    await this.end(sessionId)
    throw new AppError('REFRESH_REUSED')
  }

  /** Signing out: the whole family, by any of its tokens. Unknown tokens are no error: the wish is fulfilled. */
  async endByToken(token: string): Promise<void> {
    const found = await this.#database.refreshToken.findUnique({ where: { tokenHash: hashOf(token) } })
    if (found) await this.end(found.familyId)
  }

  async end(sessionId: string): Promise<void> {
    await this.#database.refreshToken.updateMany({
      where: { familyId: sessionId, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    this.#onEnd(sessionId)
  }

  async #issue(memberId: string, familyId: string): Promise<string> {
    const token = randomBytes(32).toString('base64url')
    const expiresAt = new Date(Date.now() + this.#days * 86_400_000)
    await this.#database.refreshToken.create({
      data: { id: randomUUID(), familyId, memberId, tokenHash: hashOf(token), expiresAt },
    })
    return token
  }
}
