// Sessions: families of rotating refresh tokens. A token used a second time means that two parties hold it: the family ends.
import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto'
import { AppError, type ErrorCode } from '@hoi-truong/shared/errors'
import type { Database } from '../database/client.ts'

export interface Session {
  memberId: string
  /** The family's id. */
  sessionId: string
  refreshToken: string
}

/** Why a session ended before its time; what its open pages are told. */
export type SessionEnd = Extract<ErrorCode, 'REFRESH_INVALID' | 'REFRESH_REUSED' | 'ACCOUNT_SUSPENDED'>

export interface SessionSettings {
  /** How long a refresh token is good for. */
  days: number
  /** Two tabs that start together present the same token, and an answer may be lost: within this time the second is no thief. */
  leewaySeconds: number
  secret: string
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
    const refreshToken = randomBytes(32).toString('base64url')
    await this.#keep(this.#database, memberId, sessionId, refreshToken)
    return { memberId, sessionId, refreshToken }
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
    if (await this.#rotate(found, token)) return { memberId, sessionId, refreshToken: this.#successor(token) }
    // Read again: another request has rotated it, or the session has ended, since it was found.
    const now = await this.#database.refreshToken.findUnique({ where: { id: found.id } })
    if (!now?.rotatedAt || now.revokedAt) throw new AppError('REFRESH_INVALID')
    if (Date.now() - now.rotatedAt.getTime() < this.#settings.leewaySeconds * 1000)
      return { memberId, sessionId, refreshToken: await this.#newest(token) }
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

  /** Those of the sessions that are over, wherever they ended, and why. */
  async findEnded(sessionIds: readonly string[]): Promise<{ sessionId: string; code: SessionEnd }[]> {
    if (sessionIds.length === 0) return []
    const rows = await this.#database.$queryRaw<{ id: string; suspended: boolean }[]>`
      select s.id, coalesce(bool_or(a.suspended), false) as suspended
      from unnest(${[...sessionIds]}::uuid[]) as s (id)
      left join refresh_token t on t.family_id = s.id and t.revoked_at is null and t.expires_at > now()
      left join account a on a.member_id = t.member_id
      group by s.id having count(t.id) = 0 or bool_or(a.suspended)`
    return rows.map(({ id, suspended }) => ({
      sessionId: id,
      code: suspended ? 'ACCOUNT_SUSPENDED' : 'REFRESH_INVALID',
    }))
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

  /** False when the token was rotated before or has ended: the database decides between two requests at once. */
  #rotate({ id, familyId, memberId }: TokenRow, token: string): Promise<boolean> {
    return this.#database.$transaction(async (transaction) => {
      const { count } = await transaction.refreshToken.updateMany({
        where: { id, rotatedAt: null, revokedAt: null },
        data: { rotatedAt: new Date() },
      })
      if (count === 1) await this.#keep(transaction, memberId, familyId, this.#successor(token))
      return count === 1
    })
  }

  /**
   * Follows from the token, so that whoever presents it again gets the same one: with another, a browser that lost the first answer
   * would later be taken for a thief, and a thief who is quick would get a line of tokens of his own.
   */
  #successor(token: string): string {
    return createHmac('sha256', this.#settings.secret).update(`refresh-token after ${token}`).digest('base64url')
  }

  /** The last token that was made after this one: it may have been rotated more than once within the leeway. */
  async #newest(token: string): Promise<string> {
    const next = this.#successor(token)
    const row = await this.#database.refreshToken.findUnique({ where: { tokenHash: hashOf(next) } })
    return row?.rotatedAt ? this.#newest(next) : next
  }

  async #keep(
    database: Pick<Database, 'refreshToken'>,
    memberId: string,
    familyId: string,
    token: string,
  ): Promise<void> {
    const expiresAt = new Date(Date.now() + this.#settings.days * 86_400_000)
    await database.refreshToken.create({
      data: { id: randomUUID(), familyId, memberId, tokenHash: hashOf(token), expiresAt },
    })
  }
}
