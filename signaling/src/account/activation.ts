// Making the own account with the code of a slip, as one use case: limits, code, password, session.
import { type Activation, isWeakPassword } from '@hoi-truong/shared/account'
import { AppError } from '@hoi-truong/shared/errors'
import type { Database } from '../database/client.ts'
import { lockAccounts } from './accountFacts.ts'
import { readMember } from './accounts.ts'
import { deviceOf } from './device.ts'
import type { KnownDevices } from './knownDevice.ts'
import type { OneTimeCodes } from './oneTimeCodes.ts'
import { hashPassword, verifyPassword } from './passwords.ts'
import { revokeSessions } from './revokeSessions.ts'
import type { Sessions } from './sessions.ts'
import type { SignInFrom, SignInResult } from './signIn.ts'
import type { SignInLimits } from './signInLimits.ts'

export interface ActivationParts {
  database: Database
  sessions: Sessions
  devices: KnownDevices
  codes: OneTimeCodes
  activationLimits: SignInLimits
}

interface SlipRow {
  id: string
  code_hash: string | null
  used: boolean
}

async function findSlip(database: Database, memberNumber: string): Promise<SlipRow | null> {
  const rows = await database.$queryRaw<SlipRow[]>`
    select m.id, c.code_hash, c.used_at is not null as used
    from member m
    left join account_code c on c.member_id = m.id and c.void_at is null and c.valid_until > log_clock()
    where m.member_number = ${memberNumber}`
  return rows[0] ?? null
}

/** The database decides between two who use one slip at once. @returns sessions that ended, or null when somebody else was first */
async function redeem(database: Database, { id, code_hash }: SlipRow, passwordHash: string): Promise<string[] | null> {
  return database.$transaction(async (transaction) => {
    await lockAccounts(transaction, [id])
    const account = await transaction.account.findUnique({ where: { memberId: id } })
    // Only whoever has the code learns that the account is locked; the slip stays good for when it is unlocked.
    if (account?.suspended) throw new AppError('ACCOUNT_SUSPENDED')
    const used = await transaction.$executeRaw`
      update account_code set used_at = log_clock()
      where member_id = ${id}::uuid and code_hash = ${code_hash} and used_at is null and void_at is null
        and valid_until > log_clock()`
    if (used === 0) return null
    await transaction.account.upsert({
      where: { memberId: id },
      create: { memberId: id, passwordHash },
      update: { passwordHash },
    })
    // A request that still waits is not needed any more.
    await transaction.accountRequest.deleteMany({ where: { memberId: id, decidedAt: null } })
    return revokeSessions(transaction, [id])
  })
}

/** The answer to the first try was lost on the way: the same password again is no second use. */
async function isSameAgain(database: Database, memberId: string, password: string): Promise<string | null> {
  const account = await database.account.findUnique({ where: { memberId } })
  const passwordHash = account?.passwordHash ?? null
  const right = await verifyPassword(passwordHash, password)
  if (right && account?.suspended) throw new AppError('ACCOUNT_SUSPENDED')
  return right ? passwordHash : null
}

/** @throws AppError PASSWORD_WEAK, SIGN_IN_BLOCKED, ACCOUNT_CODE_WRONG, ACCOUNT_SUSPENDED */
export async function activate(
  { database, sessions, devices, codes, activationLimits }: ActivationParts,
  { memberNumber, code, password }: Activation,
  from: SignInFrom,
): Promise<SignInResult> {
  if (isWeakPassword(password, memberNumber)) throw new AppError('PASSWORD_WEAK')
  const attempt = { memberNumber, address: from.address, knownDevice: devices.recognise(from.deviceMark, memberNumber) }
  await activationLimits.take(attempt)
  // Hashed before anything is known of the number or the code, so that the time tells nothing of them.
  const made = await hashPassword(password)
  const slip = await findSlip(database, memberNumber)
  const fits = codes.fits(slip?.id ?? null, code, slip?.code_hash ?? null)
  if (!slip || !fits) throw new AppError('ACCOUNT_CODE_WRONG')
  const ended = slip.used ? null : await redeem(database, slip, made)
  const passwordHash = ended ? made : await isSameAgain(database, slip.id, password)
  if (passwordHash === null) throw new AppError('ACCOUNT_CODE_WRONG')
  await activationLimits.succeed(attempt)
  sessions.tellEnded(ended ?? [])
  const session = await sessions.begin(slip.id, { device: deviceOf(from.userAgent), passwordHash })
  return { member: await readMember(database, slip.id), session, deviceMark: devices.mark(memberNumber) }
}
