// The code that a site shows: six digits that change every half minute, so that a picture of them sent to somebody at home is of no
// use. Worked out from the secret and the time: nothing is stored, and every node knows the same codes.
import { createHmac } from 'node:crypto'
import type { SiteCodeReply } from '@hoi-truong/shared/protocol'
import { RequestLimits } from '../ops/requestLimits.ts'

const PERIOD_MS = 30_000
/** A code holds while it is shown and for two periods more: time to open the camera, to sign in, to type. */
const PERIODS_VALID = 3

/** Six digits, three of them right at any time: in an evening a guesser must not come near. */
const DEFAULT_TRIES = 6
const SECONDS_A_TRY = 20

export class SiteCodes {
  readonly #key: Buffer
  /** How often one member may try. */
  readonly limits: RequestLimits

  /** @param secret the key is derived from it, so that the secret may serve elsewhere too; `tries`: at once */
  constructor(secret: string, tries = DEFAULT_TRIES) {
    this.limits = new RequestLimits({ burst: tries, perSecond: 1 / SECONDS_A_TRY })
    this.#key = createHmac('sha256', secret).update('site codes').digest()
  }

  /** @param at ISO 8601, the log's clock */
  current(meetingId: string, siteId: string, at: string): SiteCodeReply {
    const period = periodOf(at)
    return {
      code: this.#codeOf(meetingId, siteId, period),
      validUntil: new Date((period + 1) * PERIOD_MS).toISOString(),
    }
  }

  /** Pure but for the key: the same answer for the same arguments. */
  holds(meetingId: string, siteId: string, code: string, at: string): boolean {
    const period = periodOf(at)
    return Array.from({ length: PERIODS_VALID }, (_, age) => this.#codeOf(meetingId, siteId, period - age)).includes(
      code,
    )
  }

  /** RFC 4226's truncation, over meeting, site and period instead of a counter. */
  #codeOf(meetingId: string, siteId: string, period: number): string {
    const mac = createHmac('sha256', this.#key).update(`${meetingId} ${siteId} ${period}`).digest()
    const offset = (mac.at(-1) ?? 0) & 0x0f
    return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
  }
}

const periodOf = (at: string): number => Math.floor(Date.parse(at) / PERIOD_MS)
