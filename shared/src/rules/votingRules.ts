// How votes are taken and what they need (DOMAIN 2.4), a part of every rule set.
import { z } from 'zod'
import { type PollMatter, pollMatterSchema } from '../voting/matters.ts'

/** Integers only: with 21 in the base 14 are two thirds, and 13,999... is no number here. */
export const thresholdSchema = z
  .strictObject({
    numerator: z.int().min(0).max(100),
    denominator: z.int().min(1).max(100),
    /** More than (quá) the fraction; else at least (ít nhất). */
    strict: z.boolean(),
  })
  .refine(({ numerator, denominator }) => numerator <= denominator)
export type Threshold = z.infer<typeof thresholdSchema>

export const votingRulesSchema = z.strictObject({
  matters: z.record(
    pollMatterSchema,
    z.strictObject({
      /** Null: figures only. */
      threshold: thresholdSchema.nullable(),
      /** Giơ tay; phiếu kín; as the branch decides. */
      ballot: z.enum(['open', 'secret', 'either']),
    }),
  ),
  /** Secret ballots on own devices: only where the committee above allows them. */
  electronicSecret: z.boolean(),
  /** With fewer voters a secret ballot on devices would keep no secret. */
  minimumSecretElectorate: z.int().min(2).max(1000),
})
export type VotingRules = z.infer<typeof votingRulesSchema>

const moreThanHalf: Threshold = { numerator: 1, denominator: 2, strict: true }
const twoThirds: Threshold = { numerator: 2, denominator: 3, strict: false }

const matters: Record<PollMatter, VotingRules['matters'][PollMatter]> = {
  resolution: { threshold: moreThanHalf, ballot: 'open' },
  ordinary: { threshold: moreThanHalf, ballot: 'open' },
  scoring: { threshold: moreThanHalf, ballot: 'open' },
  conduct: { threshold: moreThanHalf, ballot: 'open' },
  admission: { threshold: twoThirds, ballot: 'either' },
  recognition: { threshold: twoThirds, ballot: 'either' },
  removal: { threshold: twoThirds, ballot: 'either' },
  discipline: { threshold: moreThanHalf, ballot: 'secret' },
  expulsion: { threshold: twoThirds, ballot: 'secret' },
  election: { threshold: moreThanHalf, ballot: 'secret' },
  rating: { threshold: moreThanHalf, ballot: 'secret' },
  opinion: { threshold: null, ballot: 'either' },
}

export const defaultVotingRules: VotingRules = { matters, electronicSecret: false, minimumSecretElectorate: 7 }
