// How long the meeting has been open, by the server's clock.
import { formatElapsed } from '@hoi-truong/shared/i18n'
import { useWords } from '../../../i18n/index.ts'
import { useServerNow } from '../hooks/useServerClock.ts'
import classes from './Room.module.css'

export function ElapsedClock({ openedAt }: { openedAt: string }) {
  const { t } = useWords()
  const now = useServerNow()
  return (
    <span className={classes.elapsed} role="timer" data-testid="meeting-elapsed">
      {t('room.elapsed', { time: formatElapsed(now - Date.parse(openedAt)) })}
    </span>
  )
}
