// Theo dõi sinh hoạt chi bộ: the month of one's commune or province, live.
import { IconArrowUp } from '@tabler/icons-react'
import { Link, useParams, useSearchParams } from 'react-router'
import { useWords } from '../../../i18n/index.ts'
import { problemOf } from '../../../lib/problem.ts'
import { PageHeading } from '../../../ui/PageHeading.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { MemberFrame } from '../../account/components/MemberFrame.tsx'
import { useMonitoring } from '../hooks/useMonitoring.ts'
import { isMonth } from '../month.ts'
import { LineList } from './LineList.tsx'
import { LiveState } from './LiveState.tsx'
import classes from './Monitoring.module.css'
import { MonthChooser } from './MonthChooser.tsx'
import { NotYours } from './NotYours.tsx'
import { Sums } from './Sums.tsx'

export function MonitoringPage() {
  const { organizationId = '' } = useParams()
  // Another organization is another page: nothing of the former one is shown for a moment.
  return <Monitored key={organizationId} organizationId={organizationId} />
}

function Monitored({ organizationId }: { organizationId: string }) {
  const { t } = useWords()
  const [address] = useSearchParams()
  const asked = address.get('month')
  const month = isMonth(asked) ? asked : null
  const { view, trouble, refused, live, changed, heardAt } = useMonitoring(organizationId, month)
  const shown = month ?? view?.month
  const search = month === null ? '' : `?month=${month}`
  const upper = view?.above[0]
  return (
    <MemberFrame>
      <div>
        <PageHeading>{t('dash.title')}</PageHeading>
        {view && (
          <p className={classes.organization} data-testid="monitoring-organization">
            {view.organization.name}
          </p>
        )}
        {upper && (
          <Link
            to={{ pathname: `/committees/${upper.organizationId}`, search }}
            className={classes.step}
            data-testid="monitoring-up"
          >
            <IconArrowUp aria-hidden />
            {t('monitoring.up', { name: upper.name })}
          </Link>
        )}
      </div>
      {refused && <NotYours />}
      {!refused && trouble && <ProblemNotice problem={problemOf(trouble)} data-testid="monitoring-problem" />}
      {!refused && shown && <MonthChooser organizationId={organizationId} month={shown} chosen={month !== null} />}
      {!view && !trouble && <p role="status">{t('common.loading')}</p>}
      {view && heardAt && (
        <>
          <LiveState live={live} heardAt={heardAt} />
          <Sums view={view} />
          <LineList view={view} changed={changed} search={search} />
        </>
      )}
    </MemberFrame>
  )
}
