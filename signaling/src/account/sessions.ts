// Sessions: families of rotating refresh tokens. A token used a second time means that two parties hold it: the family ends.
import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto'
import { AppError, type ErrorCode } from '@hoi-truong/shared/errors'
import type { Database } from '../database/client.ts'
import { lockAccounts } from './accountFacts.ts'
import { revokeSessions } from './revokeSessions.ts'

export interface Session {
  memberId: string
  /** The family's id. */
  sessionId: string
  refreshToken: string
}

/** Why a session ended before its time; what its open pages are told. */
export type SessionEnd = Extract<ErrorCode, 'REFRESH_INVALID' | 'REFRESH_REUSED' | 'ACCOUNT_SUSPENDED'>

/** A sign-in on one device, as its owner sees it. */
export interface SessionLine {
  sessionId: string
  device: string | null
  beganAt: Date
  lastUsedAt: Date
}

export interface SessionSettings {
  /** How long a refresh token is good for. */
  days: number
  /** Two tabs that start together present the same token, and an answer may be lost: within this time the second is no thief. */
  leewaySeconds: number
  secret: string
  /** Told of every session that ends before its time. */
  onEnd: (sessionId: string, code: SessionEnd) => void
}

interface SessionStart {
  /** What the browser is, in words: "Chrome, Android". */
  device?: string | null
  /** The password that was found right: when the account was reset meanwhile, there is no session. */
  passwordHash?: string
}

interface TokenRow {
  id: string
  familyId: string
  memberId: string
  beganAt: Date
  device: string | null
}

type NewToken = Pick<TokenRow, 'familyId' | 'memberId' | 'device'> & { beganAt?: Date }

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

export class Sessions {
  readonly #database: Database
  readonly #settings: SessionSettings

  constructor(database: Database, settings: SessionSettings) {
    this.#database = database
    this.#settings = settings
  }

  /** @throws AppError CREDENTIALS_WRONG, ACCOUNT_SUSPENDED when that has come true since the password was looked at */
  async begin(memberId: string, { device = null, passwordHash }: SessionStart = {}): Promise<Session> {
    const sessionId = randomUUID()
    await this.#database.refreshToken.deleteMany({ where: { memberId, expiresAt: { lt: new Date() } } })
    const refreshToken = randomBytes(32).toString('base64url')
    await this.#database.$transaction(async (transaction) => {
      await lockAccounts(transaction, [memberId])
      const account = await transaction.account.findUnique({ where: { memberId } })
      if (passwordHash !== undefined && account?.passwordHash !== passwordHash) throw new AppError('CREDENTIALS_WRONG')
      if (account?.suspended) throw new AppError('ACCOUNT_SUSPENDED')
      await this.#keep(transaction, { memberId, familyId: sessionId, device }, refreshToken)
    })
    return { memberId, sessionId, refreshToken }
  }

  /** @throws AppError REFRESH_INVALID, REFRESH_REUSED, ACCOUNT_SUSPENDED */
  async renew(token: string): Promise<Session> {
    const found = await this.#database.refreshToken.findUnique({
      where: { tokenHash: hashOf(token) },
      include: { account: true },
    })
    if (!found || found.expiresAt < new Date()) throw new AppError('REFRESH_INVALID')
    if (found.account.suspended) {
      await this.end(found.familyId, 'ACCOUNT_SUSPENDED')
      throw new AppError('ACCOUNT_SUSPENDED')
    }
    if (found.revokedAt) throw new AppError('REFRESH_INVALID')
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
    const [ended] = await this.findEnded([sessionId])
    if (ended) throw new AppError(ended.code === 'ACCOUNT_SUSPENDED' ? 'ACCOUNT_SUSPENDED' : 'TOKEN_INVALID')
  }

  /** Those of the sessions that are over, wherever they ended, and why. */
  async findEnded(sessionIds: readonly string[]): Promise<{ sessionId: string; code: SessionEnd }[]> {
    if (sessionIds.length === 0) return []
    const rows = await this.#database.$queryRaw<{ id: string; suspended: boolean }[]>`
      select s.id, coalesce(a.suspended, false) as suspended
      from unnest(${[...sessionIds]}::uuid[]) as s (id)
      left join lateral (select t.member_id from refresh_token t where t.family_id = s.id limit 1) as one on true
      left join account a on a.member_id = one.member_id
      where coalesce(a.suspended, true) or not exists (
        select from refresh_token t where t.family_id = s.id and t.revoked_at is null and t.expires_at > now())`
    return rows.map(({ id, suspended }) => ({
      sessionId: id,
      code: suspended ? 'ACCOUNT_SUSPENDED' : 'REFRESH_INVALID',
    }))
  }

  /** All of a member's but the one that is kept: the password was changed, or they say so. */
  async endOthers(memberId: string, keep: string | null): Promise<void> {
    const ended = await this.#database.$transaction((transaction) => revokeSessions(transaction, [memberId], keep))
    this.tellEnded(ended)
  }

  /** The pages of sessions that somebody else's transaction has ended. */
  tellEnded(sessionIds: readonly string[]): void {
    for (const sessionId of sessionIds) this.#settings.onEnd(sessionId, 'REFRESH_INVALID')
  }

  /** One of the member's own. @throws AppError NOT_FOUND */
  async endOwn(memberId: string, sessionId: string): Promise<void> {
    const where = { familyId: sessionId, memberId, revokedAt: null, expiresAt: { gt: new Date() } }
    if (!(await this.#database.refreshToken.findFirst({ where }))) throw new AppError('NOT_FOUND')
    await this.end(sessionId, 'REFRESH_INVALID')
  }

  /** Where the member is signed in now, the last used first. */
  async list(memberId: string): Promise<SessionLine[]> {
    const rows = await this.#database.refreshToken.findMany({
      where: { memberId, revokedAt: null, rotatedAt: null, expiresAt: { gt: new Date() } },
      orderBy: { createdAt: 'desc' },
    })
    // A page that is open renews its token every few minutes, so the newest token is as good as the last use.
    return rows.map(({ familyId: sessionId, device, beganAt, createdAt: lastUsedAt }) => {
      return { sessionId, device, beganAt, lastUsedAt }
    })
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
  #rotate(row: TokenRow, token: string): Promise<boolean> {
    return this.#database.$transaction(async (transaction) => {
      const { count } = await transaction.refreshToken.updateMany({
        where: { id: row.id, rotatedAt: null, revokedAt: null },
        data: { rotatedAt: new Date() },
      })
      if (count === 1) await this.#keep(transaction, row, this.#successor(token))
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

  async #keep(database: Pick<Database, 'refreshToken'>, row: NewToken, token: string): Promise<void> {
    const { familyId, memberId, device, beganAt } = row
    const expiresAt = new Date(Date.now() + this.#settings.days * 86_400_000)
    await database.refreshToken.create({
      data: { id: randomUUID(), familyId, memberId, device, beganAt, tokenHash: hashOf(token), expiresAt },
    })
  }
}
