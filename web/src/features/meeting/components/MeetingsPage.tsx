// My meetings: what is on now or next comes first, what is over can be read again.
import type { MeetingStatus } from '@hoi-truong/shared/meeting'
import { useWords } from '../../../i18n/index.ts'
import { problemOf } from '../../../lib/problem.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeading } from '../../../ui/PageHeading.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { AccountsLinks } from '../../account/branch/AccountsLinks.tsx'
import { MemberFrame } from '../../account/components/MemberFrame.tsx'
import { useSession } from '../../account/hooks/useSession.ts'
import { ConnectionTestLink } from '../../media/connectionTest/components/ConnectionTestLink.tsx'
import { MonitoringLinks } from '../../monitoring/components/MonitoringLinks.tsx'
import { useMonitoredOrganizations } from '../../monitoring/hooks/useMonitoredOrganizations.ts'
import { MembersLink } from '../../organization/components/MembersLink.tsx'
import { ImportLinks } from '../../organization/import/ImportLinks.tsx'
import { useMeetings } from '../api/meetings.ts'
import { PracticeLink } from '../practice/PracticeLink.tsx'
import { MeetingCard } from './MeetingCard.tsx'
import classes from './MeetingsPage.module.css'
import { PrepareButtons } from './PrepareButtons.tsx'

export function MeetingsPage() {
  const { t } = useWords()
  const name = useSession((state) => state.member?.name ?? '')
  const organization = useSession((state) => state.member?.organizationName ?? '')
  const { data: meetings, error, failureReason, dataUpdatedAt } = useMeetings()
  const upcoming = (meetings ?? [])
    .filter(({ status }) => isAhead(status))
    .sort(
      (a, b) => Number(b.status === 'open') - Number(a.status === 'open') || compare(a.plannedStart, b.plannedStart),
    )
  const past = (meetings ?? [])
    .filter(({ status }) => !isAhead(status))
    .sort((a, b) => compare(b.plannedStart, a.plannedStart))
  const trouble = error ?? failureReason
  const looksOn = useMonitoredOrganizations().length > 0
  return (
    <MemberFrame>
      <div>
        <p className={classes.greeting}>
          {t('meetings.greeting', { name })} · {organization}
        </p>
        <PageHeading>{t('meetings.title')}</PageHeading>
        <div className={classes.links}>
          <MembersLink />
          <AccountsLinks />
        </div>
      </div>
      <PrepareButtons />
      <ImportLinks />
      <MonitoringLinks />
      {trouble && <ProblemNotice problem={problemOf(trouble)} />}
      {!meetings && !trouble && <p role="status">{t('common.loading')}</p>}
      {meetings?.length === 0 && !looksOn && (
        <Notice tone="info">
          <p>{t('meetings.none')}</p>
        </Notice>
      )}
      {upcoming.length > 0 && (
        <section className={classes.section} aria-labelledby="upcoming">
          <h2 id="upcoming">{t('meetings.upcoming')}</h2>
          {upcoming.map((meeting) => (
            <MeetingCard key={meeting.meetingId} meeting={meeting} heardAt={dataUpdatedAt} />
          ))}
        </section>
      )}
      {past.length > 0 && (
        <section className={classes.section} aria-labelledby="past">
          <h2 id="past">{t('meetings.past')}</h2>
          {past.map((meeting) => (
            <MeetingCard key={meeting.meetingId} meeting={meeting} heardAt={dataUpdatedAt} />
          ))}
        </section>
      )}
      <PracticeLink />
      <ConnectionTestLink />
    </MemberFrame>
  )
}

const isAhead = (status: MeetingStatus): boolean => status === 'draft' || status === 'announced' || status === 'open'

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
