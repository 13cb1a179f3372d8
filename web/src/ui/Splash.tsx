// What stands while a page is on its way.
import { Loader } from '@mantine/core'
import { useWords } from '../i18n/index.ts'
import classes from './Splash.module.css'

export function Splash({ children }: { children?: React.ReactNode }) {
  const { t } = useWords()
  return (
    <main className={classes.splash} aria-busy="true">
      <Loader color="brick" aria-hidden />
      <p role="status">{children ?? t('common.loading')}</p>
    </main>
  )
}
