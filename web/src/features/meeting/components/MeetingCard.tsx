// One meeting in the list: what, when, where, who chairs, and the one thing to press.
import { formatDateTime, formatMonth } from '@hoi-truong/shared/i18n'
import type { MeetingSummary } from '@hoi-truong/shared/protocol'
import { Button } from '@mantine/core'
import { IconDoorEnter, IconFileText, IconUserOff } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { useWords } from '../../../i18n/index.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { AbsenceDialog } from '../../attendance/components/AbsenceDialog.tsx'
import { AbsenceOutcome } from '../../attendance/components/AbsenceOutcome.tsx'
import { useAbsence } from '../../attendance/hooks/useAbsence.ts'
import { formWords, kindWords } from '../words.ts'
import classes from './MeetingsPage.module.css'
import { StatusTag } from './StatusTag.tsx'

export function MeetingCard({ meeting }: { meeting: MeetingSummary }) {
  const { t, language } = useWords()
  const [reporting, setReporting] = useState(false)
  const { meetingId, status, roles } = meeting
  const absence = useAbsence(meetingId)
  const { item } = absence
  const closed = status === 'closed'
  const follower = roles.includes('follower')
  // Once given it is on record; a refusal can be answered by writing another one.
  const mayReport =
    !closed && !follower && !roles.includes('suspended') && !meeting.absenceAnnounced && (!item || item.refusal)
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
        <StatusTag status={status} />
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
          {follower && ` · ${t('meetings.you_follow')}`}
        </p>
        <p className={classes.soft}>{t(closed ? 'meetings.present' : 'meetings.in_room', counts)}</p>
      </div>
      <div className={classes.actions}>
        {closed ? (
          <Button
            component={Link}
            to={`/meetings/${meetingId}/record`}
            size="lg"
            variant="default"
            leftSection={<IconFileText aria-hidden />}
            data-testid="meeting-record"
          >
            {t('meetings.record')}
          </Button>
        ) : (
          <Button
            component={Link}
            to={`/meetings/${meetingId}/join`}
            size="lg"
            leftSection={<IconDoorEnter aria-hidden />}
            data-testid="meeting-join"
          >
            {t('meeting.join')}
          </Button>
        )}
        {mayReport && (
          <Button
            size="lg"
            variant="default"
            leftSection={<IconUserOff aria-hidden />}
            onClick={() => setReporting(true)}
            data-testid="report-absence"
          >
            {t('roll.reason_submit')}
          </Button>
        )}
      </div>
      <div className={classes.wide}>
        {item && <AbsenceOutcome item={item} onPutAway={() => absence.putAway(item)} />}
        {!item && meeting.absenceAnnounced && !closed && (
          <Notice tone="info" data-testid="absence-known">
            <p>{t('meetings.absence_known')}</p>
          </Notice>
        )}
      </div>
      <AbsenceDialog absence={absence} opened={reporting} onClose={() => setReporting(false)} />
    </article>
  )
}
