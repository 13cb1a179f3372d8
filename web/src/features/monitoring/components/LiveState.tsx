// Whether what stands here moves by itself, and if not, how old it is.
import { formatTime } from '@hoi-truong/shared/i18n'
import { IconPlugConnected, IconPlugConnectedX } from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import { useOnline } from '../../../lib/useOnline.ts'
import classes from './Monitoring.module.css'

export function LiveState({ live, heardAt }: { live: boolean; heardAt: string }) {
  const { t, language } = useWords()
  const stands = useOnline() && live
  const Sign = stands ? IconPlugConnected : IconPlugConnectedX
  return (
    <p className={classes.live} role="status" data-testid="monitoring-live" data-live={stands}>
      <Sign aria-hidden />
      {stands ? t('monitoring.live') : t('monitoring.interrupted', { time: formatTime(heardAt, language) })}
    </p>
  )
}
