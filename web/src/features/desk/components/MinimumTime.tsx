// How long the meeting has lasted against the least that the rules ask for: a bar, and the same in words.
import { rulesOf } from '@hoi-truong/shared/attendance'
import { useWords } from '../../../i18n/index.ts'
import { useMeetingMinute, useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import classes from './Desk.module.css'

const MINUTE_MS = 60_000

export function MinimumTime() {
  const { t } = useWords()
  const { meeting } = useMeetingState()
  const now = useMeetingMinute()
  const { plan, openedAt } = meeting
  if (!plan || openedAt === null) return null
  const minutes = Math.max(0, Math.floor((Date.parse(now) - Date.parse(openedAt)) / MINUTE_MS))
  const minimum = rulesOf(meeting).minimumMinutes[plan.kind]
  if (minimum === 0) return <p className={classes.line}>{t('desk.time_plain', { minutes })}</p>
  const left = minimum - minutes
  return (
    <div data-testid="minimum-time" data-enough={left <= 0}>
      <progress
        className={classes.progress}
        max={minimum}
        value={Math.min(minutes, minimum)}
        aria-label={t('desk.time')}
        aria-valuetext={t('desk.time_of', { minutes, minimum })}
      />
      <p className={classes.line}>
        <strong>{t('desk.time_of', { minutes, minimum })}</strong>
        {'. '}
        {left > 0 ? t('desk.time_left', { minutes: left }) : t('desk.time_enough')}
      </p>
    </div>
  )
}
