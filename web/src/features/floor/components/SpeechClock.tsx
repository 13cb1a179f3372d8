// The time of a speech: what is left of it, or how long it has been going on. By itself, because it alone changes with the clock.
import type { Speech } from '@hoi-truong/shared/floor'
import { formatElapsed } from '@hoi-truong/shared/i18n'
import { useWords } from '../../../i18n/index.ts'
import { useServerNow } from '../../meeting/hooks/useServerClock.ts'
import { speechTime } from '../speechTime.ts'
import classes from './Floor.module.css'

export function SpeechClock({ speech, large = false }: { speech: Speech; large?: boolean }) {
  const { t } = useWords()
  const now = useServerNow()
  const { stage, ms } = speechTime(speech, now)
  const time = formatElapsed(ms)
  return (
    <span
      className={classes.clock}
      role="timer"
      data-large={large}
      data-stage={stage}
      data-testid="speech-clock"
      data-seconds={ms / 1000}
    >
      {stage === 'free' && t('floor.spoken', { time })}
      {(stage === 'running' || stage === 'soon') && t('floor.time_left', { time })}
      {stage === 'over' && `${t('floor.time_over')}${ms > 0 ? `, ${t('floor.over_by', { time })}` : ''}`}
    </span>
  )
}

/** For a screen reader, and only when it matters: half a minute left, over. */
export function SpeechWarning({ speech }: { speech: Speech }) {
  const { t } = useWords()
  const now = useServerNow(speech.limitSeconds !== null)
  const { stage } = speechTime(speech, now)
  return (
    <span className="hidden-text" role="status">
      {stage === 'soon' && t('floor.said_half_minute')}
      {stage === 'over' && t('floor.said_over')}
    </span>
  )
}
