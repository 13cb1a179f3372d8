// One-time codes of slips: made here, told once, kept as a keyed hash only.
import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import { CODE_ALPHABET, CODE_LENGTH } from '@hoi-truong/shared/account'

export class OneTimeCodes {
  readonly #secret: string

  constructor(secret: string) {
    this.#secret = secret
  }

  /** 65 random bits. */
  make(): string {
    return Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('')
  }

  /** Of this member's code only: a hash that somebody moves to another row fits nothing. */
  hashOf(memberId: string, code: string): string {
    return createHmac('sha256', this.#secret).update(`account-code ${memberId} ${code}`).digest('base64url')
  }

  /** With null, where there is no code or no such member, the work is the same. */
  fits(memberId: string | null, code: string, kept: string | null): boolean {
    const given = Buffer.from(this.hashOf(memberId ?? '', code))
    const right = Buffer.from(kept ?? this.hashOf('', ''))
    return given.length === right.length && timingSafeEqual(given, right) && kept !== null
  }
}
