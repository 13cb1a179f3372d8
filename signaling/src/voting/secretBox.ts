// What the commands on polls need of the box of a secret poll on devices; how it keeps its secret is the box's own affair (ADR 0017).
import type { SecretBallots } from '@hoi-truong/shared/voting'
import type { Sql } from '../database/client.ts'

export interface BoxKeys {
  /** SPKI as base64url: frozen with the poll. */
  publicKey: string
  /** Kept in the box alone. */
  privateKey: string
}

/** As taken out: `participants` in no order, receipts sorted, ballots shuffled. */
export type BoxContents = SecretBallots

export interface SecretBox {
  /** A key pair for one poll, made ahead where possible: people wait for the opening. */
  newKeys: () => Promise<BoxKeys>
  /** An empty box, with the batch that opens the poll. */
  setUp: (sql: Sql, box: { meetingId: string; pollId: string; privateKey: string }) => Promise<void>
  /** Locks the box to the end of the transaction, so that nothing gets in any more, and reads what is in it. */
  takeOut: (sql: Sql, meetingId: string, pollId: string) => Promise<BoxContents>
  /** Gone with everything in it, with the batch that closes or cancels the poll. */
  destroy: (sql: Sql, meetingId: string, pollIds: readonly string[]) => Promise<void>
}
