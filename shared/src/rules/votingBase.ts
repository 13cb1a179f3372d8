// The base of votes (mẫu số, DOMAIN 2.4): whom the share is taken of, with the sum as it is written out in the minutes.
import type { MemberCategory, MemberStatus } from '../organization/schema.ts'
import type { Fraction, RuleSet } from './ruleSet.ts'

export interface Countable {
  category: MemberCategory
  status: MemberStatus
  /** Sinh hoạt tạm thời đến. */
  temporary: boolean
}

export interface BaseDeduction {
  status: MemberStatus
  /** Left out only because absent (exempt members). */
  absent: boolean
  count: number
}

/** "23 chính thức − 1 sinh hoạt tạm thời nơi khác − 1 được miễn vắng mặt = 21". */
export interface VotingBase {
  official: number
  deductions: BaseDeduction[]
  base: number
}

export const isInRate = (rules: RuleSet, { status, temporary }: Countable): boolean =>
  !rules.outsideRate.includes(status) && (!temporary || rules.temporaryMembers.inRate)

const mayBeInBase = (rules: RuleSet, { category, temporary }: Countable): boolean =>
  category === 'official' && (!temporary || rules.temporaryMembers.inBase)

/** Whether this member is in the base, and so may vote. @param present in the meeting now (or, of a closed one, was at it) */
export const isInBase = (rules: RuleSet, person: Countable, present: boolean): boolean =>
  mayBeInBase(rules, person) &&
  !rules.outsideBase.includes(person.status) &&
  (present || !rules.outsideBaseWhenAbsent.includes(person.status))

export function votingBase(rules: RuleSet, people: readonly (Countable & { present: boolean })[]): VotingBase {
  const official = people.filter((person) => mayBeInBase(rules, person))
  const count = (status: MemberStatus, absentOnly: boolean) =>
    official.filter((person) => person.status === status && !(absentOnly && person.present)).length
  // A rule set that names a status twice takes nobody off twice.
  const deductions = [
    ...[...new Set(rules.outsideBase)].map((status) => ({ status, absent: false, count: count(status, false) })),
    ...[...new Set(rules.outsideBaseWhenAbsent)]
      .filter((status) => !rules.outsideBase.includes(status))
      .map((status) => ({ status, absent: true, count: count(status, true) })),
  ].filter((deduction) => deduction.count > 0)
  const outside = deductions.reduce((sum, deduction) => sum + deduction.count, 0)
  return { official: official.length, deductions, base: official.length - outside }
}

/** Đủ điều kiện tiến hành: the chair sees it and decides; the roll call is never blocked by it (DOMAIN 2.4). */
export type QuorumLevel = 'green' | 'amber' | 'red'

const share = (present: number, base: number, { numerator, denominator }: Fraction): number =>
  present * denominator - base * numerator

/** @param present members of the base who are present */
export function quorumLevel(rules: RuleSet, present: number, base: number): QuorumLevel {
  if (share(present, base, rules.quorum.redUpTo) <= 0) return 'red'
  return share(present, base, rules.quorum.amberBelow) < 0 ? 'amber' : 'green'
}
