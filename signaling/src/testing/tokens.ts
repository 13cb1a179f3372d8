// Access tokens without a password: hashing sixty of them would take longer than what a test asks with them.
import { AccessTokens } from '../account/accessToken.ts'
import { Sessions } from '../account/sessions.ts'
import type { TestSignaling } from './signaling.ts'

/** An account and a session for each member; the tokens in the same order. */
export async function openSessions(
  { server: { database }, config }: Pick<TestSignaling, 'server' | 'config'>,
  memberIds: readonly string[],
): Promise<string[]> {
  const passwordHash = 'no password fits'
  await database.account.createMany({ data: memberIds.map((memberId) => ({ memberId, passwordHash })) })
  const tokens = new AccessTokens(config.ACCESS_TOKEN_SECRET, config.ACCESS_TOKEN_SECONDS)
  const sessions = new Sessions(database, {
    days: 1,
    leewaySeconds: 0,
    secret: config.ACCESS_TOKEN_SECRET,
    onEnd: () => undefined,
  })
  return Promise.all(
    memberIds.map(async (memberId) => tokens.sign(memberId, (await sessions.begin(memberId)).sessionId)),
  )
}
