// Limits on failed sign-ins (DESIGN 7): by account, by address, and apart from both by known device, so that nobody's failures lock
// out a device that has signed in before, and a commune behind one address is not blocked by one of its members.
import { AppError } from '@hoi-truong/shared/errors'
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import type { Database } from '../database/client.ts'

export interface SignInAttempt {
  memberNumber: string
  address: string
  /** Id of a device that has signed in to this very account before, else null. */
  knownDevice: string | null
}

export interface SignInLimitSettings {
  tries: number
  triesPerAddress: number
  blockSeconds: number
}

export class SignInLimits {
  readonly #account: RateLimiterPrisma
  readonly #address: RateLimiterPrisma
  readonly #device: RateLimiterPrisma

  /** @param purpose what is counted apart: signing in, using a slip, asking for an account */
  constructor(database: Database, { tries, triesPerAddress, blockSeconds }: SignInLimitSettings, purpose = 'sign-in') {
    const limiter = (what: string, points: number) =>
      new RateLimiterPrisma({
        storeClient: database,
        tableName: 'rateLimiterFlexible',
        keyPrefix: `${purpose}-${what}`,
        points,
        duration: blockSeconds,
        blockDuration: blockSeconds,
      })
    this.#account = limiter('account', tries)
    this.#address = limiter('address', triesPerAddress)
    this.#device = limiter('device', tries)
  }

  /** Counts the attempt before the password is looked at, so that simultaneous guesses are counted too. @throws AppError SIGN_IN_BLOCKED */
  async take(attempt: SignInAttempt): Promise<void> {
    const { memberNumber, address, knownDevice } = attempt
    if (knownDevice) return consume(this.#device, knownDevice)
    // An address that is blocked counts nothing against the accounts that it tries, and an account that is blocked nothing against
    // its address: else whoever hammers on one account would shut out everybody behind the same address.
    const ofAddress = await this.#address.get(address)
    if (ofAddress && ofAddress.consumedPoints > this.#address.points) throw blocked(ofAddress)
    await consume(this.#account, memberNumber)
    await consume(this.#address, address)
  }

  /** The password was right: what was taken is given back and the account's failures are forgotten. */
  async succeed(attempt: SignInAttempt): Promise<void> {
    if (attempt.knownDevice) await this.#device.delete(attempt.knownDevice)
    else {
      await this.#account.delete(attempt.memberNumber)
      await this.#address.reward(attempt.address, 1)
    }
  }
}

const blocked = ({ msBeforeNext }: RateLimiterRes): AppError =>
  new AppError('SIGN_IN_BLOCKED', { minutes: Math.max(1, Math.ceil(msBeforeNext / 60_000)) })

async function consume(limiter: RateLimiterPrisma, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (error) {
    throw error instanceof RateLimiterRes ? blocked(error) : error
  }
}
