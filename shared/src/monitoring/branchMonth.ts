// Where a branch stands in a month, and the sums of many: the same rules on the server and on the page that takes live figures.
import type { MeetingKind, MeetingStatus } from '../meeting/kinds.ts'
import { type BranchLine, type BranchMonth, branchMonthSchema, type MonitoringLine, type MonthSums } from './views.ts'

/** Thường kỳ, by itself or combined: what the month asks for. All other kinds stand beside it and replace none (DOMAIN 3.1). */
const monthlyKinds: ReadonlySet<MeetingKind> = new Set(['regular', 'regularPlusThematic'])

export const isMonthly = ({ kind }: { kind: MeetingKind }): boolean => monthlyKinds.has(kind)

/** Running or over: there are people to be counted. */
export const isCounted = ({ status }: { status: MeetingStatus }): boolean =>
  status === 'open' || status === 'closed' || status === 'sealed'

/** @param today the day in Vietnam by the log's clock */
export function branchMonth({ meetings, dueOn }: Pick<BranchLine, 'meetings' | 'dueOn'>, today: string): BranchMonth {
  const states = new Set(meetings.filter(isMonthly).map(({ status }) => status))
  if (states.has('open')) return 'running'
  if (states.has('closed') || states.has('sealed')) return 'held'
  const late = dueOn !== null && today > dueOn
  if (states.has('announced')) return late ? 'overdue' : 'scheduled'
  // Said by the branch itself, with its reason: that tells more than that the days are over.
  if (states.has('notHeld')) return 'notHeld'
  return late ? 'overdue' : 'notScheduled'
}

const noSums = (): MonthSums => ({
  branches: 0,
  byMonth: Object.fromEntries(branchMonthSchema.options.map((month) => [month, 0])) as MonthSums['byMonth'],
  present: 0,
  expected: 0,
})

function sumsOf({ month, meetings }: Pick<BranchLine, 'month' | 'meetings'>): MonthSums {
  const sums = noSums()
  sums.branches = 1
  sums.byMonth[month] = 1
  for (const meeting of meetings) {
    if (!isMonthly(meeting) || !isCounted(meeting)) continue
    sums.present += meeting.presentCount
    sums.expected += meeting.expectedCount
  }
  return sums
}

export type Summed = Pick<BranchLine, 'month' | 'meetings'> | { sums: MonthSums }

export function addUp(lines: readonly (Summed | MonitoringLine)[]): MonthSums {
  const all = noSums()
  for (const line of lines) {
    const sums = 'sums' in line ? line.sums : sumsOf(line)
    all.branches += sums.branches
    all.present += sums.present
    all.expected += sums.expected
    for (const month of branchMonthSchema.options) all.byMonth[month] += sums.byMonth[month]
  }
  return all
}
