// What the chair is asked before a poll is closed: sites whose hands are not counted, or not any more as things are.
import type { PollStanding, SiteStanding } from '@hoi-truong/shared/voting'

type SiteCountState = 'counted' | 'stale' | 'missing' | 'nobody'

export function countStateOf({ counted, stale, mayVote }: SiteStanding): SiteCountState {
  if (stale) return 'stale'
  if (counted) return 'counted'
  return mayVote > 0 ? 'missing' : 'nobody'
}

/** Without these a poll cannot be closed, unless the chair leaves them out by name. */
export const uncountedSites = ({ sites }: Pick<PollStanding, 'sites'>): SiteStanding[] =>
  sites.filter((site) => ['stale', 'missing'].includes(countStateOf(site)))
