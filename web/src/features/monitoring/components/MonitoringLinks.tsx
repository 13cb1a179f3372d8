// On the home page: the way to what one looks at from above.
import { IconChevronRight, IconListCheck } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useWords } from '../../../i18n/index.ts'
import { useMonitoredOrganizations } from '../hooks/useMonitoredOrganizations.ts'
import classes from './MonitoringLinks.module.css'

export function MonitoringLinks() {
  const { t } = useWords()
  const organizations = useMonitoredOrganizations()
  if (organizations.length === 0) return null
  return (
    <section className={classes.section} aria-labelledby="monitoring">
      <h2 id="monitoring">{t('meetings.monitor')}</h2>
      {organizations.map(({ organizationId, name }) => (
        <Link
          key={organizationId}
          to={`/committees/${organizationId}`}
          className={classes.link}
          data-testid="monitoring-link"
          data-organization-id={organizationId}
        >
          <IconListCheck aria-hidden />
          <span>
            <strong>{name}</strong>
            <small>{t('meetings.monitor_lead')}</small>
          </span>
          <IconChevronRight aria-hidden />
        </Link>
      ))}
    </section>
  )
}
