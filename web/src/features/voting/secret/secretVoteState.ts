// What a voter's sheet shows of a secret ballot on this device, and what can go wrong with it.
import type { Problem } from '../../../lib/problem.ts'

/** `DEVICE_UNABLE`: the browser has no cryptography here (the page came over plain http, or it is too old). */
export type SecretProblem = Problem | { code: 'DEVICE_UNABLE' }

export type SecretVoteState =
  /** No ballot is on this device. */
  | { step: 'notTaken' }
  /** `silent`: nobody has answered so far; the same is asked again until somebody does. */
  | { step: 'taking'; silent: boolean }
  /** The ballot is on this device and on no other; nothing is chosen. */
  | { step: 'taken' }
  /** Sent or about to be, and kept until it is acknowledged, also through a reload. It cannot be taken back. */
  | { step: 'casting'; choices: readonly string[]; silent: boolean }
  /** In the box. All that is left here is the receipt; what was chosen is forgotten. */
  | { step: 'cast'; receipt: string }
  /**
   * Refused. `receipt`: when the poll was closed with a ballot on its way, it may be in the box all the same; the published list tells
   * (`isListed`).
   */
  | { step: 'failed'; during: 'taking' | 'casting'; problem: SecretProblem; receipt: string | null }

/** Where a ballot belongs. `publicKey`: the poll's, as frozen at the opening. */
export interface SecretPoll {
  meetingId: string
  pollId: string
  memberId: string
  publicKey: string
}

/**
 * One voter's ballot in one poll. Both calls return at once; what becomes of them is in `store`. What is called twice, or at a step where it
 * makes no sense, does nothing.
 */
export interface SecretVote {
  readonly store: {
    getState(): SecretVoteState
    subscribe(listener: (state: SecretVoteState, before: SecretVoteState) => void): () => void
  }
  /** Nhận phiếu; also after `failed` during taking. */
  take(): void
  /** Bỏ phiếu: once. After `failed` with BALLOT_INVALID or VOTE_CHOICES_WRONG another choice may be sent. */
  cast(choices: readonly string[]): void
}
