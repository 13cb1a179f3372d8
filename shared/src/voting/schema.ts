// What is put to the vote, as it is prepared and as it is frozen at the opening.
import { z } from 'zod'
import { pollMatterSchema, pollMethodSchema } from './matters.ts'

const id = z.uuid().toLowerCase()

export const pollOptionSchema = z.strictObject({
  optionId: id,
  /** A candidate's name, or what somebody may choose. */
  label: z.string().trim().min(1).max(120).normalize('NFC'),
})
export type PollOption = z.infer<typeof pollOptionSchema>

export const pollQuestionSchema = z.strictObject({
  /** Made by the client. */
  pollId: id,
  /** The item of the order of business that it belongs to. */
  itemId: id.nullable(),
  matter: pollMatterSchema,
  method: pollMethodSchema,
  title: z.string().trim().min(3).max(300).normalize('NFC'),
  /** Candidates or options; none where the ballot says yes or no. */
  options: z.array(pollOptionSchema).max(40),
  /** How many of the options one ballot may choose; of an election: how many are to be elected. */
  maxChoices: z.int().min(1).max(40),
  /** Whether it shows how people vote while they do; open polls only, chosen before the opening. */
  showTallies: z.boolean(),
  /** Tổ kiểm phiếu, for ballots on paper. */
  tellerIds: z
    .array(id)
    .max(9)
    .refine((ids) => new Set(ids).size === ids.length),
  /** The poll that it is taken in place of (biểu quyết lại). */
  repeats: id.nullable(),
})
export type PollQuestion = z.infer<typeof pollQuestionSchema>

/** Option ids; `for`, `against` and `abstain` where the ballot says yes or no. */
export const choicesSchema = z.array(z.string().min(1).max(36)).max(40)

/** By option id. */
export const talliesSchema = z.record(z.string().min(1).max(36), z.int().min(0).max(100_000))
export type Tallies = Readonly<Record<string, number>>

/** Số phiếu phát ra, thu về, hợp lệ, không hợp lệ, and for each option. */
export const paperCountSchema = z.strictObject({
  issued: z.int().min(0).max(100_000),
  returned: z.int().min(0).max(100_000),
  valid: z.int().min(0).max(100_000),
  invalid: z.int().min(0).max(100_000),
  tallies: talliesSchema,
})
export type PaperCount = z.infer<typeof paperCountSchema>
