// Whether what stands here moves by itself, and if not, how old it is.
import { formatTime } from '@hoi-truong/shared/i18n'
import { IconPlugConnected, IconPlugConnectedX } from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import { useOnline } from '../../../lib/useOnline.ts'
import classes from './Monitoring.module.css'

export interface LiveStateProps {
  /** Null: the line is only being made. */
  live: boolean | null
  /** ISO 8601 */
  heardAt: string
}

export function LiveState({ live, heardAt }: LiveStateProps) {
  const { t, language } = useWords()
  const online = useOnline()
  const stands = online && live === true
  const broken = !online || live === false
  const Sign = broken ? IconPlugConnectedX : IconPlugConnected
  return (
    <p className={classes.live} role="status" data-testid="monitoring-live" data-live={stands} data-broken={broken}>
      <Sign aria-hidden />
      {broken
        ? t('monitoring.interrupted', { time: formatTime(heardAt, language) })
        : t(stands ? 'monitoring.live' : 'monitoring.connecting')}
    </p>
  )
}
