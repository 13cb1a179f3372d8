// A poll (biểu quyết, bỏ phiếu) from its preparation to its announced result. Votes are beside the log until the closing: while they are
// given nobody may read them from it, and afterwards all of them stand in one event (ADR 0016).
import { z } from 'zod'
import type { EventDraft } from '../log/index.ts'
import { meetingReasonSchema } from '../meeting/schema.ts'
import type { VotingBase } from '../rules/votingBase.ts'
import type { Threshold } from '../rules/votingRules.ts'
import type { PollOutcome } from './outcome.ts'
import { choicesSchema, type PollQuestion, paperCountSchema, pollQuestionSchema, talliesSchema } from './schema.ts'

/** What decides the result, frozen at the opening. */
export interface FrozenPoll {
  /** Null: figures only. */
  threshold: Threshold | null
  base: VotingBase
  /** Everyone in the base at the opening, present or not, in roll order. */
  electorate: string[]
  /** Chỉ thực hiện trực tiếp: votes from own devices are refused. The order of business may change while people vote; this does not. */
  inPersonOnly: boolean
  /** Of secret ballots on devices: what tokens are checked with, SPKI as base64url. */
  publicKey: string | null
}

export type VotingEvent =
  | EventDraft<'voting.prepared', { question: PollQuestion }>
  | EventDraft<'voting.revised', { question: PollQuestion }>
  | EventDraft<'voting.discarded', { pollId: string }>
  /** Bắt đầu biểu quyết. */
  | EventDraft<'voting.opened', { pollId: string } & FrozenPoll>
  /** Its votes are void; of one that was not closed yet they are kept nowhere. */
  | EventDraft<'voting.cancelled', { pollId: string; reason: string }>
  /** Kết thúc biểu quyết: closed means closed. */
  | EventDraft<'voting.closed', { pollId: string }>
  /** The result, for the bureau: whoever announces it reads it first. */
  | EventDraft<'voting.tallied', { pollId: string; outcome: PollOutcome }>
  /** Công bố kết quả: the same, for everyone; by the closing of the meeting at the latest. */
  | EventDraft<'voting.announced', { pollId: string; outcome: PollOutcome }>

const id = z.uuid().toLowerCase()
const ofPoll = z.strictObject({ pollId: id })
/** The poll's revision that the sender saw. */
const basedOn = z.int().positive()

export const votingCommands = {
  'voting.prepare': z.strictObject({ question: pollQuestionSchema }),
  'voting.revise': z.strictObject({ question: pollQuestionSchema, basedOn }),
  'voting.discard': ofPoll,
  /** Opens what the chair saw, no other. */
  'voting.open': z.strictObject({ pollId: id, basedOn }),
  /** A vote in an open poll from an own device; again until the closing: the last one counts. */
  'voting.cast': z.strictObject({ pollId: id, choices: choicesSchema }),
  /** Số giơ tay tại điểm cầu. `mayVote`: how many may vote there, as the sender's screen said; another number is refused. */
  'voting.countHands': z.strictObject({
    pollId: id,
    siteId: id,
    mayVote: z.int().min(0).max(100_000),
    tallies: talliesSchema,
  }),
  /** By a teller; `basedOn`: how often figures had been entered before, as the sender saw it. Entering is the first confirmation. */
  'voting.enterPaperCount': z.strictObject({ pollId: id, count: paperCountSchema, basedOn: z.int().nonnegative() }),
  /** By another teller, of the figures entered as the `revision`th. */
  'voting.confirmPaperCount': z.strictObject({ pollId: id, revision: z.int().positive() }),
  /** `leaveOut`: sites with voters whose hand count is knowingly done without; one that stands is counted all the same. */
  'voting.close': z.strictObject({ pollId: id, leaveOut: z.array(id).max(200) }),
  'voting.cancel': z.strictObject({ pollId: id, reason: meetingReasonSchema }),
  'voting.announce': ofPoll,
} as const
