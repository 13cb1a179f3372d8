// The mark of a device that has signed in to an account: a signed cookie, worthless for signing in and good for one account only.
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'

export class KnownDevices {
  readonly #secret: string

  constructor(secret: string) {
    this.#secret = secret
  }

  mark(memberNumber: string): string {
    const deviceId = randomUUID()
    return `${deviceId}.${this.#sign(deviceId, memberNumber)}`
  }

  /** The device's id when the mark belongs to this account, else null. */
  recognise(mark: string | undefined, memberNumber: string): string | null {
    const [deviceId, signature] = mark?.split('.') ?? []
    if (!deviceId || !signature) return null
    const given = Buffer.from(signature)
    const right = Buffer.from(this.#sign(deviceId, memberNumber))
    return given.length === right.length && timingSafeEqual(given, right) ? deviceId : null
  }

  #sign(deviceId: string, memberNumber: string): string {
    return createHmac('sha256', this.#secret).update(`known-device ${deviceId} ${memberNumber}`).digest('base64url')
  }
}
