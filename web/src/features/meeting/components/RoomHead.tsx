// The head of the room: which meeting, its state, how long, and how the connection is.
import { formatMonth } from '@hoi-truong/shared/i18n'
import { may } from '@hoi-truong/shared/permissions'
import { useWords } from '../../../i18n/index.ts'
import { PageHeading } from '../../../ui/PageHeading.tsx'
import { useMeetingRoles, useMeetingState } from '../hooks/useMeetingState.ts'
import { kindWords } from '../words.ts'
import { ConnectionState } from './ConnectionState.tsx'
import { ElapsedClock } from './ElapsedClock.tsx'
import { PracticeTag } from './PracticeTag.tsx'
import classes from './Room.module.css'
import { StatusTag } from './StatusTag.tsx'

export function RoomHead() {
  const { t } = useWords()
  const { meeting } = useMeetingState()
  const roles = useMeetingRoles()
  const { plan, roll, status, openedAt } = meeting
  const title = plan
    ? t('meetings.kind_month', { kind: t(kindWords[plan.kind]), month: formatMonth(plan.month) })
    : t('room.title')
  return (
    <header className={classes.head}>
      <div className={classes.titles}>
        <PageHeading className={classes.title}>{title}</PageHeading>
        <span className={classes.organization}>{roll?.organizationName}</span>
      </div>
      <div className={classes.states}>
        <StatusTag status={status} />
        {meeting.practice && <PracticeTag />}
        {status === 'announced' && !may(roles, 'meeting.open') && <span>{t('room.waiting_open')}</span>}
        {status === 'open' && openedAt && <ElapsedClock openedAt={openedAt} />}
        <ConnectionState />
      </div>
    </header>
  )
}
