// At the device check, for the device that will speak for a whole site: what keeps the hall from howling.
import { useWords } from '../../../i18n/index.ts'
import { Notice } from '../../../ui/Notice.tsx'
import classes from './Site.module.css'

export function SiteHints({ site }: { site: string }) {
  const { t } = useWords()
  return (
    <Notice tone="info" title={t('rollcall.hints_title', { site })} data-testid="site-hints">
      <ol className={classes.hints}>
        <li>{t('rollcall.hint_speaker')}</li>
        <li>{t('rollcall.hint_phones')}</li>
        <li>{t('rollcall.hint_power')}</li>
      </ol>
    </Notice>
  )
}
