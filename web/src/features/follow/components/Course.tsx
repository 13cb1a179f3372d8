// The meeting as it goes, on one page from top to bottom.
import { formatDateTime, formatMonth } from '@hoi-truong/shared/i18n'
import { findInRoll } from '@hoi-truong/shared/meeting'
import { may } from '@hoi-truong/shared/permissions'
import { Button } from '@mantine/core'
import { IconDoorEnter, IconFileText } from '@tabler/icons-react'
import { Suspense } from 'react'
import { Link } from 'react-router'
import { useWords } from '../../../i18n/index.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeading } from '../../../ui/PageHeading.tsx'
import { AgendaList } from '../../agenda/room/AgendaList.tsx'
import { AgendaStrip } from '../../agenda/room/AgendaStrip.tsx'
import { RollFigures } from '../../attendance/components/RollFigures.tsx'
import { LazyComments } from '../../comment/lazyParts.ts'
import { LazyMeetingDocuments, LazyPresentedDocument } from '../../document/lazyParts.ts'
import { PracticeTag } from '../../meeting/components/PracticeTag.tsx'
import { StatusTag } from '../../meeting/components/StatusTag.tsx'
import { useMeeting } from '../../meeting/hooks/useMeeting.ts'
import { useMeetingMinute, useMeetingRoles, useMeetingState, useRollCall } from '../../meeting/hooks/useMeetingState.ts'
import { kindWords } from '../../meeting/words.ts'
import { LazyFollowedPolls } from '../../voting/lazyParts.ts'
import classes from './Follow.module.css'
import { Interrupted } from './Interrupted.tsx'
import { Speaking } from './Speaking.tsx'

export function Course() {
  const { t, language } = useWords()
  const { room, memberId } = useMeeting()
  const state = useMeetingState()
  const { meeting, agenda } = state
  const roles = useMeetingRoles()
  const call = useRollCall()
  const minute = useMeetingMinute()
  const { plan, roll, status, reason } = meeting
  if (!plan || !roll) return null
  const ahead = status === 'announced' || status === 'open'
  const calledOff = status === 'cancelled' || status === 'notHeld'
  const chair = meeting.chairId && findInRoll(meeting, meeting.chairId)?.name
  return (
    <article className={classes.course} data-testid="follow" data-status={status}>
      <header>
        <StatusTag status={status} /> {meeting.practice && <PracticeTag />}
        <PageHeading>
          {t('meetings.kind_month', { kind: t(kindWords[plan.kind]), month: formatMonth(plan.month) })}
        </PageHeading>
        <p className={classes.lead}>
          {roll.organizationName}
          {chair && ` · ${t('follow.led_by', { name: chair })}`}
        </p>
      </header>
      <Interrupted />
      {ahead && (
        <Notice tone="info" data-testid="follow-not-present">
          <p>{t('follow.not_present')}</p>
          {may(roles, 'attendance.enter') && (
            <Link to={`/meetings/${room.meetingId}/join`} className={classes.link} data-testid="follow-enter">
              <IconDoorEnter aria-hidden />
              {t('follow.enter')}
            </Link>
          )}
        </Notice>
      )}
      {calledOff && reason && (
        <Notice tone="trouble">
          <p>{t('follow.called_off', { reason })}</p>
        </Notice>
      )}
      {(status === 'closed' || status === 'sealed') && (
        <Notice tone="good" urgent data-testid="follow-ended">
          <p>{t('follow.ended')}</p>
          <Button
            component={Link}
            to={`/meetings/${room.meetingId}/record`}
            size="lg"
            variant="default"
            leftSection={<IconFileText aria-hidden />}
          >
            {t('follow.record')}
          </Button>
        </Notice>
      )}
      {status === 'announced' && (
        <p>
          {t('follow.not_open')}{' '}
          <strong>{t('follow.planned', { time: formatDateTime(plan.plannedStart, language) })}</strong>
        </p>
      )}
      {ahead && (
        <div className={classes.now} aria-live="polite">
          <AgendaStrip />
          {status === 'open' && <Speaking />}
        </div>
      )}
      <Suspense fallback={null}>
        <LazyFollowedPolls />
      </Suspense>
      {state.presentation && (
        <div className={classes.presented}>
          <Suspense fallback={<p role="status">{t('common.loading')}</p>}>
            <LazyPresentedDocument watches />
          </Suspense>
        </div>
      )}
      {!calledOff && (
        <section aria-labelledby="follow-counts">
          <h2 id="follow-counts">{t('follow.counts')}</h2>
          <RollFigures call={call} />
        </section>
      )}
      <Suspense fallback={<p role="status">{t('common.loading')}</p>}>
        <section aria-labelledby="follow-documents">
          <h2 id="follow-documents">{t('doc.title')}</h2>
          <LazyMeetingDocuments meetingId={room.meetingId} state={state} roles={roles} />
        </section>
        <LazyComments meetingId={room.meetingId} state={state} memberId={memberId} />
      </Suspense>
      <section aria-labelledby="follow-agenda">
        <h2 id="follow-agenda">{t('agenda.title')}</h2>
        <AgendaList meeting={meeting} agenda={agenda} now={minute} />
      </section>
    </article>
  )
}
