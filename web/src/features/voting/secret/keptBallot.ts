// What this device keeps of a ballot, so that a reload, a lost line or a closed tab loses neither the right to it nor the ballot: from
// before it is asked for until it is acknowledged. After that the receipt alone.
import { z } from 'zod'

const text = z.string().min(1)

const keptBallotSchema = z.discriminatedUnion('step', [
  /** Asked for, perhaps signed: the same message is asked for again. */
  z.object({ step: z.literal('asked'), token: text, blinded: text, inverse: text }),
  z.object({ step: z.literal('taken'), token: text, signature: text, receipt: text }),
  /** Sent, perhaps counted: the same ballot is sent again. */
  z.object({
    step: z.literal('casting'),
    token: text,
    signature: text,
    receipt: text,
    choices: z.array(z.string()),
  }),
  z.object({ step: z.literal('cast'), receipt: text }),
  /** Refused for good after it was sent; it may be in the box all the same. */
  z.object({ step: z.literal('refused'), receipt: text, code: text }),
])
export type KeptBallot = z.infer<typeof keptBallotSchema>

export type BallotStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** One for each member and poll: two may vote on the same device, one after the other. */
export class BallotPlace {
  readonly key: string
  readonly #storage: BallotStorage
  /** Private windows may have no storage: then it is kept for as long as the page is open. */
  #here: KeptBallot | null = null

  constructor(storage: BallotStorage, memberId: string, pollId: string) {
    this.key = `hoi-truong.ballot.${memberId}.${pollId}`
    this.#storage = storage
  }

  read(): KeptBallot | null {
    try {
      const kept = keptBallotSchema.safeParse(JSON.parse(this.#storage.getItem(this.key) ?? 'null'))
      return kept.success ? kept.data : this.#here
    } catch {
      return this.#here
    }
  }

  keep(ballot: KeptBallot): void {
    this.#here = ballot
    try {
      this.#storage.setItem(this.key, JSON.stringify(ballot))
    } catch {
      // As above.
    }
  }

  forget(): void {
    this.#here = null
    try {
      this.#storage.removeItem(this.key)
    } catch {
      // As above.
    }
  }
}
