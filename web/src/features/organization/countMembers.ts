// How many, as the minutes count them: members temporarily here stand apart.
import type { MemberLine, MemberStatus } from '@hoi-truong/shared/organization'
import { isInRate, type RuleSet } from '@hoi-truong/shared/rules'

export interface MemberCounts {
  total: number
  official: number
  probationary: number
  temporary: number
  status: Record<Exclude<MemberStatus, 'active'>, number>
}

type Counted = Pick<MemberLine, 'category' | 'status'> & { membership: Pick<MemberLine['membership'], 'kind'> }

export function countMembers(lines: readonly Counted[]): MemberCounts {
  const own = lines.filter(({ membership }) => membership.kind === 'regular')
  const count = (holds: (line: Counted) => boolean) => own.filter(holds).length
  const status = (wanted: MemberStatus) => count((line) => line.status === wanted)
  return {
    total: own.length,
    official: count(({ category }) => category === 'official'),
    probationary: count(({ category }) => category === 'probationary'),
    temporary: lines.length - own.length,
    status: {
      exempt: status('exempt'),
      away: status('away'),
      specialDuty: status('specialDuty'),
      suspended: status('suspended'),
    },
  }
}

/** Phải dự, were a meeting announced now. */
export const countExpected = (lines: readonly Counted[], rules: RuleSet): number =>
  lines.filter(({ category, status, membership }) =>
    isInRate(rules, { category, status, temporary: membership.kind === 'temporary' }),
  ).length
