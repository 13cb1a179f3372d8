// For whoever runs a site: while a vote by hands is on, the count stands above everything else of the site.
import { openOnDevices, type Poll } from '@hoi-truong/shared/voting'
import { useWords } from '../../../../i18n/index.ts'
import { ProblemNotice } from '../../../../ui/ProblemNotice.tsx'
import { useMeetingState } from '../../../meeting/hooks/useMeetingState.ts'
import { siteNameIn } from '../../../meeting/siteNameIn.ts'
import { useStanding } from '../hooks/useStanding.ts'
import { HandCount } from './HandCount.tsx'
import classes from './Lead.module.css'

export function SiteHands({ siteId }: { siteId: string }) {
  const { voting } = useMeetingState()
  const poll = openOnDevices(voting)
  if (poll?.question.method !== 'open') return null
  return <SiteHandsOf key={poll.question.pollId} poll={poll} siteId={siteId} />
}

function SiteHandsOf({ poll, siteId }: { poll: Poll; siteId: string }) {
  const { t } = useWords()
  const { meeting } = useMeetingState()
  const { standing, problem, again } = useStanding(poll.question.pollId)
  const site = standing?.sites.find((one) => one.siteId === siteId)
  return (
    <section className={classes.hands} data-framed aria-labelledby="site-hands" data-testid="site-hands">
      <h2 id="site-hands">{t('polling.hands_title', { site: siteNameIn(meeting, siteId) })}</h2>
      <p className={classes.title}>{poll.question.title}</p>
      {problem && <ProblemNotice problem={problem} />}
      {site ? (
        <HandCount poll={poll} site={site} onEntered={again} />
      ) : (
        !problem && <p role="status">{t('common.loading')}</p>
      )}
    </section>
  )
}
