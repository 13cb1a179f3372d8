// Rules are data (DESIGN 5): a versioned set, adopted on an organization for all beneath it. A meeting pins the set it opened with.
import { z } from 'zod'
import { agendaItemKindSchema } from '../agenda/schema.ts'
import { meetingKindSchema } from '../meeting/kinds.ts'
import { memberStatusSchema } from '../organization/schema.ts'
import { defaultVotingRules, votingRulesSchema } from './votingRules.ts'

const minutes = z.int().min(0).max(600)
/** Compared with integers only: 2/3 is never 0,6667. */
const fractionSchema = z
  .strictObject({ numerator: z.int().min(0).max(100), denominator: z.int().min(1).max(100) })
  .refine(({ numerator, denominator }) => numerator <= denominator)
export type Fraction = z.infer<typeof fractionSchema>

export const ruleSetSchema = z.strictObject({
  id: z.string().min(1).max(64),
  version: z.int().positive(),
  /** An arrival more than this many minutes after the opening is late (đến muộn; DESIGN 5). */
  lateAfterMinutes: minutes,
  /** A departure more than this many minutes before the closing is early (về sớm). */
  earlyBeforeMinutes: minutes,
  /** Shortest length by kind of meeting (DOMAIN 3.2: 90, combined 120); 0 where none is set. */
  minimumMinutes: z.record(meetingKindSchema, minutes),
  /** How long before the start the notice must be out and the documents posted (DOMAIN 3.2: a day). */
  noticeHoursBefore: z.int().min(0).max(720),
  documentsHoursBefore: z.int().min(0).max(720),
  /** The days of the month in which regular meetings are held (DOMAIN 5: local, default 1 to 10). */
  meetingDays: z
    .strictObject({ from: z.int().min(1).max(31), to: z.int().min(1).max(31) })
    .refine(({ from, to }) => from <= to),
  /** From how long before the planned start people can be ticked at a site: a tick does not lapse by itself. */
  siteOpensMinutesBefore: z.int().min(0).max(1440),
  /** For how long a closing can be taken back. */
  reopenMinutes: z.int().min(0).max(60),
  /** After how long without the chair's device another may take the chair (DESIGN 3). */
  chairGoneSeconds: z.int().min(5).max(600),
  /** Who is outside the rate of attendance (DOMAIN 2.3). */
  outsideRate: z.array(memberStatusSchema),
  /** Official members who are outside the base of votes (mẫu số, DOMAIN 2.4). */
  outsideBase: z.array(memberStatusSchema),
  /** Of these statuses who is outside the base only while absent: an exempt member who comes is counted and votes. */
  outsideBaseWhenAbsent: z.array(memberStatusSchema),
  /** Đảng viên sinh hoạt tạm thời đến: counted in attendance, without a vote unless the rules give it (DOMAIN 2.4). */
  temporaryMembers: z.strictObject({ inRate: z.boolean(), inBase: z.boolean() }),
  /** Amber below this share of the base, red at or under that one (DOMAIN 2.4). */
  quorum: z.strictObject({ amberBelow: fractionSchema, redUpTo: fractionSchema }),
  /** Kinds of items that are never done online (DOMAIN 3.4; the list is the upper committee's). */
  inPersonOnly: z.array(agendaItemKindSchema),
  /** Sets adopted before there were polls do not have them. */
  voting: votingRulesSchema.default(defaultVotingRules),
})
export type RuleSet = z.infer<typeof ruleSetSchema>

/** Used where no committee above has set another one. */
export const defaultRuleSet: RuleSet = {
  id: 'default',
  version: 3,
  lateAfterMinutes: 15,
  earlyBeforeMinutes: 15,
  minimumMinutes: {
    regular: 90,
    thematic: 90,
    regularPlusThematic: 120,
    extraordinary: 0,
    committee: 0,
    annualReview: 0,
    admissionCeremony: 0,
    congress: 0,
  },
  noticeHoursBefore: 24,
  documentsHoursBefore: 24,
  meetingDays: { from: 1, to: 10 },
  siteOpensMinutesBefore: 180,
  reopenMinutes: 10,
  chairGoneSeconds: 30,
  outsideRate: ['exempt', 'away', 'specialDuty', 'suspended'],
  outsideBase: ['away', 'suspended'],
  outsideBaseWhenAbsent: ['exempt'],
  temporaryMembers: { inRate: true, inBase: false },
  quorum: { amberBelow: { numerator: 2, denominator: 3 }, redUpTo: { numerator: 1, denominator: 2 } },
  inPersonOnly: ['admission', 'recognition', 'removal', 'discipline', 'election'],
  voting: defaultVotingRules,
}

/** As meetings pinned it before rules had these fields: what it said holds, the rest is the default. */
export function upcastRuleSet(stored: { lateAfterMinutes: number; minimumMinutes: unknown }): RuleSet {
  if (typeof stored.minimumMinutes !== 'number') return { voting: defaultVotingRules, ...stored } as RuleSet
  const { id, version } = stored as unknown as RuleSet
  const regular = stored.minimumMinutes
  const minimumMinutes = { ...defaultRuleSet.minimumMinutes, regular }
  return { ...defaultRuleSet, id, version, lateAfterMinutes: stored.lateAfterMinutes, minimumMinutes }
}
