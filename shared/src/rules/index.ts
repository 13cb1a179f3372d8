// Rules are data (DESIGN 5): a versioned set per organization subtree. A meeting pins the set it opened with.
import { z } from 'zod'

export const ruleSetSchema = z.strictObject({
  id: z.string().min(1).max(64),
  version: z.int().positive(),
  /** Minutes after opening from which an arrival counts as late (den_muon_sau_phut of the sample; DESIGN 5). */
  lateAfterMinutes: z.int().min(0).max(240),
  /** Shortest regular meeting (DOMAIN 3.2: 90 minutes). */
  minimumMinutes: z.int().min(0).max(600),
})
export type RuleSet = z.infer<typeof ruleSetSchema>

/** Used where no committee above has set another one. */
export const defaultRuleSet: RuleSet = { id: 'default', version: 1, lateAfterMinutes: 15, minimumMinutes: 90 }
