// One meeting in the list: what, when, where, who chairs, and what can be done about it now.
import { formatDateTime, formatMonth } from '@hoi-truong/shared/i18n'
import { may } from '@hoi-truong/shared/permissions'
import type { MeetingSummary } from '@hoi-truong/shared/protocol'
import { useWords } from '../../../i18n/index.ts'
import { AnswerSection } from '../../attendance/components/AnswerSection.tsx'
import { formWords, kindWords } from '../words.ts'
import { isSoon, MeetingActions } from './MeetingActions.tsx'
import classes from './MeetingsPage.module.css'
import { PracticeTag } from './PracticeTag.tsx'
import { StatusTag } from './StatusTag.tsx'

export interface MeetingCardProps {
  meeting: MeetingSummary
  /** When the list was heard, this device's clock in ms. */
  heardAt: number
}

export function MeetingCard({ meeting, heardAt }: MeetingCardProps) {
  const { t, language } = useWords()
  const { meetingId, status, roles } = meeting
  const over = status === 'closed' || status === 'sealed'
  const calledOff = status === 'cancelled' || status === 'notHeld'
  const counts = { present: meeting.presentCount, expected: meeting.expectedCount }
  return (
    <article
      className={classes.card}
      data-status={status}
      data-testid="meeting-card"
      data-meeting-id={meetingId}
      aria-labelledby={`meeting-${meetingId}`}
    >
      <div>
        <StatusTag status={status} /> {meeting.practice && <PracticeTag />}
        <h3 id={`meeting-${meetingId}`}>
          {t('meetings.kind_month', { kind: t(kindWords[meeting.kind]), month: formatMonth(meeting.month) })}
        </h3>
        <p className={classes.when}>{formatDateTime(meeting.openedAt ?? meeting.plannedStart, language)}</p>
        <p>
          {meeting.organizationName} · {t(formWords[meeting.form])}
        </p>
        {meeting.place && <p>{t('meetings.place', { place: meeting.place })}</p>}
        <p>
          {roles.includes('chair') ? t('meetings.you_chair') : t('meetings.chaired_by', { name: meeting.chairName })}
          {roles.includes('follower') && ` · ${t('meetings.you_follow')}`}
        </p>
        {calledOff && meeting.reason && <p>{t('meetings.reason', { reason: meeting.reason })}</p>}
        {status === 'draft' && <p className={classes.soft}>{t('meetings.draft_lead')}</p>}
        {(over || status === 'open' || (status === 'announced' && meeting.presentCount > 0)) && (
          <p className={classes.soft}>{t(over ? 'meetings.present' : 'meetings.in_room', counts)}</p>
        )}
      </div>
      <MeetingActions meeting={meeting} mayRevise={may(roles, 'meeting.revise')} />
      {!meeting.practice && (
        <AnswerSection
          meetingId={meetingId}
          status={status}
          roles={roles}
          known={meeting.answer}
          heardAt={heardAt}
          quiet={isSoon(meeting)}
        />
      )}
    </article>
  )
}
