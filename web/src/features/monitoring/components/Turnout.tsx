// How many came, of how many: large, in figures of equal width, so that a number that moves does not shake its line.
import type { MonitoredMeeting } from '@hoi-truong/shared/monitoring'
import { isCounted } from '@hoi-truong/shared/monitoring'
import { useWords } from '../../../i18n/index.ts'
import { shareOf } from '../words.ts'
import classes from './Monitoring.module.css'

export function Turnout({ meeting }: { meeting: MonitoredMeeting }) {
  const { t, language } = useWords()
  const { presentCount: present, expectedCount: expected } = meeting
  if (meeting.status === 'announced') return <p className={classes.soft}>{t('monitoring.expected', { expected })}</p>
  if (!isCounted(meeting)) return null
  return (
    <p className={classes.counts} data-testid="branch-turnout" data-present={present} data-expected={expected}>
      <span className="hidden-text">{t('monitoring.attendance', { present, expected })}</span>
      <span aria-hidden>
        <strong>{present}</strong> / {expected}
      </span>
      <span className={classes.soft}>{shareOf(present, expected, language)}</span>
    </p>
  )
}
