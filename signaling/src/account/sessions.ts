// Sessions: families of rotating refresh tokens. A token used a second time means that two parties hold it: the family ends.
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { AppError, type ErrorCode } from '@hoi-truong/shared/errors'
import type { Database } from '../database/client.ts'

export interface Session {
  memberId: string
  /** The family's id. */
  sessionId: string
  /** Null when the cookie that the browser has stays the right one. */
  refreshToken: string | null
}

/** Why a session ended before its time; what its open pages are told. */
export type SessionEnd = Extract<ErrorCode, 'REFRESH_INVALID' | 'REFRESH_REUSED' | 'ACCOUNT_SUSPENDED'>

export interface SessionSettings {
  /** How long a refresh token is good for. */
  days: number
  /** Two tabs that start together present the same token; within this time the second is not taken for a thief. */
  leewaySeconds: number
  /** Told of every session that ends before its time. */
  onEnd: (sessionId: string, code: SessionEnd) => void
}

interface TokenRow {
  id: string
  familyId: string
  memberId: string
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

export class Sessions {
  readonly #database: Database
  readonly #settings: SessionSettings

  constructor(database: Database, settings: SessionSettings) {
    this.#database = database
    this.#settings = settings
  }

  async begin(memberId: string): Promise<Session> {
    const sessionId = randomUUID()
    await this.#database.refreshToken.deleteMany({ where: { memberId, expiresAt: { lt: new Date() } } })
    return { memberId, sessionId, refreshToken: await this.#issue(this.#database, memberId, sessionId) }
  }

  /** @throws AppError REFRESH_INVALID, REFRESH_REUSED, ACCOUNT_SUSPENDED */
  async renew(token: string): Promise<Session> {
    const found = await this.#database.refreshToken.findUnique({
      where: { tokenHash: hashOf(token) },
      include: { account: true },
    })
    if (!found || found.revokedAt || found.expiresAt < new Date()) throw new AppError('REFRESH_INVALID')
    if (found.account.suspended) {
      await this.end(found.familyId, 'ACCOUNT_SUSPENDED')
      throw new AppError('ACCOUNT_SUSPENDED')
    }
    const { memberId, familyId: sessionId } = found
    const refreshToken = await this.#rotate(found)
    if (refreshToken !== null) return { memberId, sessionId, refreshToken }
    // Read again: another request has rotated it, or the session has ended, since it was found.
    const now = await this.#database.refreshToken.findUnique({ where: { id: found.id } })
    if (!now?.rotatedAt || now.revokedAt) throw new AppError('REFRESH_INVALID')
    if (Date.now() - now.rotatedAt.getTime() < this.#settings.leewaySeconds * 1000)
      return { memberId, sessionId, refreshToken: null }
    await this.end(sessionId, 'REFRESH_REUSED')
    throw new AppError('REFRESH_REUSED')
  }

  /**
   * An access token outlives its session by minutes; whoever asks is asked for the session too.
   * @throws AppError TOKEN_INVALID, ACCOUNT_SUSPENDED
   */
  async requireLive(sessionId: string): Promise<void> {
    const live = await this.#database.refreshToken.findFirst({
      where: { familyId: sessionId, revokedAt: null, expiresAt: { gt: new Date() } },
      select: { account: { select: { suspended: true } } },
    })
    if (!live) throw new AppError('TOKEN_INVALID')
    if (live.account.suspended) throw new AppError('ACCOUNT_SUSPENDED')
  }

  /** Signing out: the whole family, by any of its tokens. Unknown tokens are no error: the wish is fulfilled. */
  async endByToken(token: string): Promise<void> {
    const found = await this.#database.refreshToken.findUnique({ where: { tokenHash: hashOf(token) } })
    if (found) await this.end(found.familyId, 'REFRESH_INVALID')
  }

  async end(sessionId: string, code: SessionEnd): Promise<void> {
    await this.#database.$transaction([
      // Waits for a rotation under way, so that the token it makes is seen and ends with the others.
      this.#database.$queryRaw`
        select id from refresh_token where family_id = ${sessionId}::uuid order by id for update`,
      this.#database.refreshToken.updateMany({
        where: { familyId: sessionId, revokedAt: null },
        data: { revokedAt: new Date() },
      }),
    ])
    this.#settings.onEnd(sessionId, code)
  }

  /** The next token of the family. Null when this one was rotated or has ended: the database decides between two requests at once. */
  #rotate({ id, familyId, memberId }: TokenRow): Promise<string | null> {
    return this.#database.$transaction(async (transaction) => {
      const { count } = await transaction.refreshToken.updateMany({
        where: { id, rotatedAt: null, revokedAt: null },
        data: { rotatedAt: new Date() },
      })
      return count === 1 ? this.#issue(transaction, memberId, familyId) : null
    })
  }

  async #issue(database: Pick<Database, 'refreshToken'>, memberId: string, familyId: string): Promise<string> {
    const token = randomBytes(32).toString('base64url')
    const expiresAt = new Date(Date.now() + this.#settings.days * 86_400_000)
    await database.refreshToken.create({
      data: { id: randomUUID(), familyId, memberId, tokenHash: hashOf(token), expiresAt },
    })
    return token
  }
}
