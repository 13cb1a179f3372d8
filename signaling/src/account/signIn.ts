// Signing in, as one use case: limits, password, session.
import type { Login, SignedInMember } from '@hoi-truong/shared/account'
import { AppError } from '@hoi-truong/shared/errors'
import type { Database } from '../database/client.ts'
import type { Metrics } from '../ops/metrics.ts'
import { findAccount } from './accounts.ts'
import { deviceOf } from './device.ts'
import type { KnownDevices } from './knownDevice.ts'
import { verifyPassword } from './passwords.ts'
import type { Session, Sessions } from './sessions.ts'
import type { SignInLimits } from './signInLimits.ts'

export interface SignInParts {
  database: Database
  sessions: Sessions
  limits: SignInLimits
  devices: KnownDevices
  metrics: Metrics
}

/** What a request says of the device that it comes from. */
export interface SignInFrom {
  address: string
  deviceMark: string | undefined
  userAgent: string | undefined
}

export interface SignInResult {
  member: SignedInMember
  session: Session
  /** To be kept by the browser as its mark of a known device. */
  deviceMark: string
}

/** @throws AppError SIGN_IN_BLOCKED, CREDENTIALS_WRONG, ACCOUNT_SUSPENDED */
export async function signIn(
  { database, sessions, limits, devices, metrics }: SignInParts,
  { memberNumber, password }: Login,
  from: SignInFrom,
): Promise<SignInResult> {
  const attempt = { memberNumber, address: from.address, knownDevice: devices.recognise(from.deviceMark, memberNumber) }
  try {
    await limits.take(attempt)
    const account = await findAccount(database, memberNumber)
    const passwordHash = account?.passwordHash ?? null
    const right = await verifyPassword(passwordHash, password)
    if (!right || !account || passwordHash === null) throw new AppError('CREDENTIALS_WRONG')
    await limits.succeed(attempt)
    // Only whoever knows the password learns that the account is suspended.
    if (account.suspended) throw new AppError('ACCOUNT_SUSPENDED')
    const session = await sessions.begin(account.member.memberId, { device: deviceOf(from.userAgent), passwordHash })
    metrics.signIns.inc({ outcome: 'ok' })
    return { member: account.member, session, deviceMark: devices.mark(memberNumber) }
  } catch (error) {
    metrics.signIns.inc({ outcome: error instanceof AppError ? error.code : 'INTERNAL' })
    throw error
  }
}
