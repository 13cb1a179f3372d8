// What else a branch holds in the month: it stands beside the monthly meeting and replaces none.
import { formatDateTime } from '@hoi-truong/shared/i18n'
import { isCounted, type MonitoredMeeting } from '@hoi-truong/shared/monitoring'
import { useWords } from '../../../i18n/index.ts'
import { kindWords, statusWords } from '../../meeting/words.ts'
import classes from './Monitoring.module.css'

export function OtherMeetings({ meetings }: { meetings: readonly MonitoredMeeting[] }) {
  const { t, language } = useWords()
  if (meetings.length === 0) return null
  return (
    <ul className={classes.others} aria-label={t('monitoring.beside')}>
      {meetings.map((meeting) => (
        <li key={meeting.meetingId} data-testid="branch-other-meeting">
          {t(kindWords[meeting.kind])}: {t(statusWords[meeting.status])},{' '}
          {formatDateTime(meeting.openedAt ?? meeting.plannedStart, language)}
          {isCounted(meeting) && `, ${meeting.presentCount}/${meeting.expectedCount}`}
        </li>
      ))}
    </ul>
  )
}
