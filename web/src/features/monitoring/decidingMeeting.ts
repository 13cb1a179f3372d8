// Of a branch's meetings in a month the one that its state comes from, and that is shown first.
import { type BranchLine, isMonthly, type MonitoredMeeting } from '@hoi-truong/shared/monitoring'

const first: MonitoredMeeting['status'][] = ['open', 'closed', 'sealed', 'announced', 'notHeld', 'cancelled']

/** Of several in the same state the latest; null where nothing was made known. */
export function decidingMeeting({ meetings }: Pick<BranchLine, 'meetings'>): MonitoredMeeting | null {
  const monthly = meetings.filter(isMonthly)
  for (const status of first) {
    const found = monthly.findLast((meeting) => meeting.status === status)
    if (found) return found
  }
  return null
}
