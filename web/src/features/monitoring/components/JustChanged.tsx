// A quiet sign beside what has just moved. It keeps its place when it is not shown: lines must not jump.
import { IconRefreshDot } from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import classes from './Monitoring.module.css'

export function JustChanged({ changed }: { changed: boolean }) {
  const { t } = useWords()
  return (
    <span className={classes.changed} data-shown={changed} aria-hidden>
      <IconRefreshDot />
      {t('monitoring.just_changed')}
    </span>
  )
}
