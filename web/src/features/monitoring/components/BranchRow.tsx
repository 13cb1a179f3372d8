// One branch in the month: where it stands, when, in which form, how many came, why not.
import { formatDate } from '@hoi-truong/shared/i18n'
import { type BranchLine, isMonthly } from '@hoi-truong/shared/monitoring'
import { dayOf } from '@hoi-truong/shared/organization'
import { useWords } from '../../../i18n/index.ts'
import { decidingMeeting } from '../decidingMeeting.ts'
import { JustChanged } from './JustChanged.tsx'
import { MeetingFacts } from './MeetingFacts.tsx'
import classes from './Monitoring.module.css'
import { MonthTag } from './MonthTag.tsx'
import { OtherMeetings } from './OtherMeetings.tsx'
import { Turnout } from './Turnout.tsx'

export function BranchRow({ line, changed }: { line: BranchLine; changed: boolean }) {
  const { t } = useWords()
  const { organizationId, name, month, dueOn, endedFrom, meetings } = line
  const deciding = decidingMeeting(line)
  const others = meetings.filter(
    (meeting) => meeting !== deciding && !(isMonthly(meeting) && meeting.status === 'cancelled'),
  )
  const late = month === 'held' && dueOn !== null && deciding?.openedAt && dayOf(deciding.openedAt) > dueOn
  return (
    <li
      className={classes.row}
      data-testid="branch-line"
      data-organization-id={organizationId}
      data-month={month}
      data-changed={changed}
    >
      <div className={classes.who}>
        <h2>{name}</h2>
        <MonthTag month={month} />
        <JustChanged changed={changed} />
      </div>
      <div className={classes.facts}>
        {deciding && <MeetingFacts meeting={deciding} month={month} />}
        {dueOn && (month === 'notScheduled' || month === 'scheduled') && (
          <p className={classes.soft}>{t('monitoring.due', { day: formatDate(dueOn) })}</p>
        )}
        {dueOn && month === 'overdue' && (
          <p className={classes.warning}>{t('monitoring.due_past', { day: formatDate(dueOn) })}</p>
        )}
        {late && dueOn && <p className={classes.warning}>{t('monitoring.late', { day: formatDate(dueOn) })}</p>}
        {endedFrom && <p className={classes.soft}>{t('monitoring.ended', { day: formatDate(endedFrom) })}</p>}
        <OtherMeetings meetings={others} />
      </div>
      <div className={classes.turnout}>{deciding && <Turnout meeting={deciding} />}</div>
    </li>
  )
}
