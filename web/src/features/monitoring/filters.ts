// Which lines are shown: by state, by name. A committee is shown for what its branches are.
import type { BranchMonth, MonitoringLine, MonthSums } from '@hoi-truong/shared/monitoring'
import { matchesSearch } from '@hoi-truong/shared/organization'

export const filters = {
  all: null,
  notMet: ['notScheduled', 'scheduled', 'overdue', 'notHeld'],
  overdue: ['overdue'],
  running: ['running'],
  held: ['held'],
} as const satisfies Record<string, readonly BranchMonth[] | null>
export type Filter = keyof typeof filters

/** How many branches beneath, in all lines. */
export function countOf(filter: Filter, sums: MonthSums): number {
  const months = filters[filter]
  return months === null ? sums.branches : months.reduce((count, month) => count + sums.byMonth[month], 0)
}

function fits(line: MonitoringLine, filter: Filter): boolean {
  const months: readonly BranchMonth[] | null = filters[filter]
  if (months === null) return true
  return line.kind === 'branch' ? months.includes(line.month) : countOf(filter, line.sums) > 0
}

export const shownLines = (lines: readonly MonitoringLine[], filter: Filter, query: string): MonitoringLine[] =>
  lines.filter((line) => fits(line, filter) && matchesSearch(line.name, query))
