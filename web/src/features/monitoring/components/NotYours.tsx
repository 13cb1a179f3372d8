// To whoever came to an address that is not theirs: the same for what does not exist, with the way to what is.
import { Link } from 'react-router'
import { useWords } from '../../../i18n/index.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { useMonitoredOrganizations } from '../hooks/useMonitoredOrganizations.ts'
import classes from './Monitoring.module.css'

export function NotYours() {
  const { t } = useWords()
  const own = useMonitoredOrganizations()
  return (
    <Notice tone="trouble" urgent data-testid="monitoring-not-yours">
      <p>{t('monitoring.not_yours')}</p>
      {own.map(({ organizationId, name }) => (
        <Link key={organizationId} to={`/committees/${organizationId}`} className={classes.step}>
          {t('monitoring.to_own', { name })}
        </Link>
      ))}
      {own.length === 0 && (
        <Link to="/" className={classes.step}>
          {t('monitoring.home')}
        </Link>
      )}
    </Notice>
  )
}
