// An organization's month: a line for each branch directly beneath it, sums for each committee.
import {
  addUp,
  type BranchLine,
  branchMonth,
  type MonitoredMeeting,
  type MonitoringLine,
  type MonitoringView,
  type Summed,
} from '@hoi-truong/shared/monitoring'
import type { Database } from '../database/client.ts'
import { readMonthMeetings } from './meetings.ts'
import { type MonthOrganization, type MonthSpan, readMonthSpan, readMonthTree } from './monthTree.ts'
import { readPlace } from './rights.ts'

/** In short months the last days of longer ones are the last day. Null when the branch was not there on that day. */
function dueOnOf({ dueTo, began, endedFrom }: MonthOrganization, { month, lastDay }: MonthSpan): string | null {
  const day = `${month}-${String(dueTo).padStart(2, '0')}`
  const dueOn = day < lastDay ? day : lastDay
  const there = (began === null || began <= dueOn) && (endedFrom === null || endedFrom > dueOn)
  return there ? dueOn : null
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}

function branchLine(organization: MonthOrganization, meetings: MonitoredMeeting[], span: MonthSpan): BranchLine {
  const { organizationId, name, code, endedFrom } = organization
  const dueOn = dueOnOf(organization, span)
  const month = branchMonth({ meetings, dueOn }, span.today)
  return { kind: 'branch', organizationId, name, code, dueOn, endedFrom, month, meetings }
}

/** The lines from the tree and its meetings. */
function linesOf(
  tree: readonly MonthOrganization[],
  meetings: readonly MonitoredMeeting[],
  span: MonthSpan,
): MonitoringLine[] {
  const byBranch = groupBy(meetings, ({ organizationId }) => organizationId)
  const lineOf = (branch: MonthOrganization) => branchLine(branch, byBranch.get(branch.organizationId) ?? [], span)
  const deeper = groupBy(
    tree.filter(({ branch, lineId, organizationId }) => branch && lineId !== null && lineId !== organizationId),
    ({ lineId }) => lineId ?? '',
  )
  return tree.flatMap((organization): MonitoringLine[] => {
    const { organizationId, name, code, branch, lineId } = organization
    // A branch that is asked about itself is its own line.
    if (branch) return lineId === null || lineId === organizationId ? [lineOf(organization)] : []
    if (lineId !== organizationId) return []
    const beneath: Summed[] = (deeper.get(organizationId) ?? []).map(lineOf)
    return [{ kind: 'committee', organizationId, name, code, sums: addUp(beneath) }]
  })
}

/** @throws AppError FORBIDDEN */
export async function readMonitoring(
  database: Database,
  memberId: string,
  organizationId: string,
  month: string | undefined,
): Promise<Omit<MonitoringView, 'accounts'>> {
  const { now, ...span } = await readMonthSpan(database, month)
  const { organization, above } = await readPlace(database, memberId, organizationId, span.today)
  const tree = await readMonthTree(database, organizationId, span)
  const branches = tree.flatMap(({ branch, organizationId: id }) => (branch ? [id] : []))
  const lines = linesOf(tree, await readMonthMeetings(database, span.month, branches), span)
  // As it was called in that month.
  const name = tree[0]?.name ?? organization.name
  return { month: span.month, organization: { organizationId, name }, above, sums: addUp(lines), lines, now }
}
