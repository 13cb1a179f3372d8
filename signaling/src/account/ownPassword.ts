// Changing the own password: the other devices have to sign in anew.
import { isWeakPassword } from '@hoi-truong/shared/account'
import { AppError } from '@hoi-truong/shared/errors'
import type { Database } from '../database/client.ts'
import { lockAccounts } from './accountFacts.ts'
import { readMember } from './accounts.ts'
import { hashPassword, verifyPassword } from './passwords.ts'
import type { Sessions } from './sessions.ts'
import type { SignInLimits } from './signInLimits.ts'

export interface OwnPasswordParts {
  database: Database
  sessions: Sessions
  limits: SignInLimits
}

interface Who {
  memberId: string
  sessionId: string
  address: string
}

/** @throws AppError PASSWORD_WEAK, SIGN_IN_BLOCKED, CREDENTIALS_WRONG */
export async function changePassword(
  { database, sessions, limits }: OwnPasswordParts,
  { memberId, sessionId, address }: Who,
  { current, password }: { current: string; password: string },
): Promise<void> {
  const { memberNumber } = await readMember(database, memberId)
  if (isWeakPassword(password, memberNumber)) throw new AppError('PASSWORD_WEAK')
  // Counted by session, which is a known device: whoever fails elsewhere under this number does not get in the way.
  const attempt = { memberNumber, address, knownDevice: `session ${sessionId}` }
  await limits.take(attempt)
  const account = await database.account.findUnique({ where: { memberId } })
  const kept = account?.passwordHash ?? null
  const right = await verifyPassword(kept, current)
  // The answer to the first try was lost on the way: what is asked for again is done already.
  if (!right && !(await verifyPassword(kept, password))) throw new AppError('CREDENTIALS_WRONG')
  await limits.succeed(attempt)
  if (right) await replace(database, memberId, kept, password)
  await sessions.endOthers(memberId, sessionId)
}

/** @throws AppError CREDENTIALS_WRONG when it was reset or changed elsewhere in the same moment */
async function replace(database: Database, memberId: string, kept: string | null, password: string): Promise<void> {
  const passwordHash = await hashPassword(password)
  await database.$transaction(async (transaction) => {
    await lockAccounts(transaction, [memberId])
    const { count } = await transaction.account.updateMany({
      where: { memberId, passwordHash: kept },
      data: { passwordHash },
    })
    if (count === 0) throw new AppError('CREDENTIALS_WRONG')
  })
}
