// The sites' hands as chair and minutes secretary see them; where nobody can enter them there, they are entered from here.
import type { Poll, SiteStanding } from '@hoi-truong/shared/voting'
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconHourglass } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../../../../i18n/index.ts'
import { useMeetingState } from '../../../meeting/hooks/useMeetingState.ts'
import { siteNameIn } from '../../../meeting/siteNameIn.ts'
import { ballotOf } from '../../pollWords.ts'
import { countStateOf } from '../closing.ts'
import { HandCount } from './HandCount.tsx'
import classes from './Lead.module.css'

const stateWords = {
  counted: 'polling.site_counted',
  stale: 'polling.site_stale',
  missing: 'polling.site_missing',
  nobody: 'polling.site_nobody',
} as const
const signs = { counted: IconCircleCheck, stale: IconAlertTriangle, missing: IconHourglass, nobody: IconCircleCheck }

export interface SiteCountsOfProps {
  poll: Poll
  sites: readonly SiteStanding[]
  onEntered(): void
}

export function SiteCountsOf({ poll, sites, onEntered }: SiteCountsOfProps) {
  const { t } = useWords()
  if (sites.length === 0) return null
  return (
    <div className={classes.standing}>
      <p className={classes.title}>{t('polling.sites')}</p>
      <ul className={classes.sites}>
        {sites.map((site) => (
          <SiteCount key={site.siteId} poll={poll} site={site} onEntered={onEntered} />
        ))}
      </ul>
    </div>
  )
}

function SiteCount({ poll, site, onEntered }: { poll: Poll; site: SiteStanding; onEntered(): void }) {
  const { t } = useWords()
  const { meeting } = useMeetingState()
  const [entering, setEntering] = useState(false)
  const state = countStateOf(site)
  const Sign = signs[state]
  const name = siteNameIn(meeting, site.siteId)
  return (
    <li className={classes.site} data-testid="poll-site" data-site-id={site.siteId} data-state={state}>
      <strong>{name}</strong>
      {site.mayVote > 0 && <span className={classes.soft}>{t('polling.site_voters', { count: site.mayVote })}</span>}
      <span className={classes.siteState}>
        <Sign aria-hidden />
        {t(stateWords[state])}
      </span>
      {site.tallies && (
        <span data-testid="poll-site-tallies">
          {ballotOf(t, poll.question)
            .map(({ id, words }) => `${words} ${site.tallies?.[id] ?? 0}`)
            .join(' · ')}
        </span>
      )}
      {state !== 'nobody' && (
        <Button
          size="md"
          variant="default"
          aria-expanded={entering}
          aria-label={entering ? undefined : t('polling.enter_for', { site: name })}
          onClick={() => setEntering(!entering)}
          data-testid="poll-site-enter"
        >
          {t(entering ? 'polling.hide' : 'polling.enter_here')}
        </Button>
      )}
      {entering && <HandCount poll={poll} site={site} onEntered={onEntered} />}
    </li>
  )
}
