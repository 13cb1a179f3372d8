// After asking for an account: what comes next, and whom to ask.
import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { useWords } from '../../../i18n/index.ts'
import { OutsideFrame } from '../components/OutsideFrame.tsx'
import classes from './Activation.module.css'

export function RegistrationSent() {
  const { t } = useWords()
  return (
    <OutsideFrame title={t('activation.sent_title')} lead={t('activation.sent_lead')}>
      <ol className={classes.steps} data-testid="register-sent">
        <li>{t('activation.sent_step_review')}</li>
        <li>{t('activation.sent_step_ask')}</li>
        <li>{t('activation.sent_step_sign_in')}</li>
      </ol>
      <p className={classes.soft}>{t('activation.sent_unknown')}</p>
      <Button component={Link} to="/sign-in" size="lg" data-testid="register-to-sign-in">
        {t('activation.to_sign_in')}
      </Button>
    </OutsideFrame>
  )
}
