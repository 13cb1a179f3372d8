// The closed meeting: how the roll call came out, who attended from when to when, what it met and voted about, who led it, the log's check.
import { rollCall } from '@hoi-truong/shared/attendance'
import { formatDateTime, formatDuration, formatMonth } from '@hoi-truong/shared/i18n'
import { meetingRolesOf } from '@hoi-truong/shared/meeting'
import { may } from '@hoi-truong/shared/permissions'
import type { SyncReply } from '@hoi-truong/shared/protocol'
import type { MeetingStreamState } from '@hoi-truong/shared/streams'
import { Suspense, useState } from 'react'
import { Link, useParams } from 'react-router'
import { useWords } from '../../../i18n/index.ts'
import { lazyWithWords } from '../../../i18n/lazyWithWords.ts'
import { problemOf } from '../../../lib/problem.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeading } from '../../../ui/PageHeading.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { MemberFrame } from '../../account/components/MemberFrame.tsx'
import { Corrections } from '../../attendance/components/Corrections.tsx'
import { LazyComments } from '../../comment/lazyParts.ts'
import { LazyKeepDocuments, LazyMeetingDocuments } from '../../document/lazyParts.ts'
import { useMeetingSnapshot } from '../../meeting/api/meetings.ts'
import { PracticeTag } from '../../meeting/components/PracticeTag.tsx'
import { StatusTag } from '../../meeting/components/StatusTag.tsx'
import { formWords, kindWords } from '../../meeting/words.ts'
import { useSendCommand } from '../hooks/useSendCommand.ts'
import { ChainCheck } from './ChainCheck.tsx'
import classes from './Record.module.css'
import { RecordCourse } from './RecordCourse.tsx'
import { RecordFigures } from './RecordFigures.tsx'
import { RecordNotices } from './RecordNotices.tsx'
import { RecordOfficers } from './RecordOfficers.tsx'
import { RecordPolls } from './RecordPolls.tsx'
import { RecordRoll } from './RecordRoll.tsx'
import { RecordSpeeches } from './RecordSpeeches.tsx'
import { RecordTakeBack } from './RecordTakeBack.tsx'

const PersonDialog = lazyWithWords(['people', 'rollcall'], () =>
  import('../../attendance/components/PersonDialog.tsx').then((part) => part.PersonDialog),
)

export function RecordPage() {
  const { t } = useWords()
  const { meetingId = '' } = useParams()
  const { data, error, failureReason } = useMeetingSnapshot(meetingId)
  const trouble = error ?? failureReason
  return (
    <MemberFrame>
      {trouble && <ProblemNotice problem={problemOf(trouble)} />}
      {!data && !trouble && <p role="status">{t('common.loading')}</p>}
      {data?.kind === 'snapshot' && <Record meetingId={meetingId} reply={data} />}
      <Link to="/" className={classes.back}>
        {t('common.back')}
      </Link>
    </MemberFrame>
  )
}

type Snapshot = Extract<SyncReply, { kind: 'snapshot' }>

function Record({ meetingId, reply }: { meetingId: string; reply: Snapshot }) {
  const { t, language } = useWords()
  const send = useSendCommand(meetingId)
  const [chosen, setChosen] = useState<string | null>(null)
  const state = reply.state as MeetingStreamState
  const { meeting, attendance } = state.everyone
  const { plan, roll, openedAt, closedAt } = meeting
  if (!plan || !roll) return null
  const call = rollCall(meeting, attendance, reply.now)
  const roles = meetingRolesOf(meeting, reply.viewer.memberId ?? '')
  const over = meeting.status === 'closed' || meeting.status === 'sealed'
  const keepsDocuments = meeting.status === 'closed' && may(roles, 'document.post')
  const Documents = keepsDocuments ? LazyKeepDocuments : LazyMeetingDocuments
  const keepsRoll =
    meeting.status === 'closed' && (may(roles, 'attendance.correct') || may(roles, 'attendance.decideAbsence'))
  return (
    <article className={classes.record} data-testid="record">
      <header>
        <StatusTag status={meeting.status} /> {meeting.practice && <PracticeTag />}
        <PageHeading>
          {t('meetings.kind_month', { kind: t(kindWords[plan.kind]), month: formatMonth(plan.month) })}
        </PageHeading>
        <p className={classes.lead}>
          {roll.organizationName} · {t(formWords[plan.form])}
          {plan.place && ` · ${plan.place}`}
        </p>
        {openedAt && <p>{t('record.opened', { time: formatDateTime(openedAt, language) })}</p>}
        {closedAt && <p>{t('record.closed', { time: formatDateTime(closedAt, language) })}</p>}
        {openedAt && closedAt && (
          <p>
            {t('meeting.duration')}: {formatDuration(Date.parse(closedAt) - Date.parse(openedAt), language)}
          </p>
        )}
      </header>
      {may(roles, 'meeting.reopen') && <RecordTakeBack meetingId={meetingId} meeting={meeting} readAt={reply.now} />}
      {!over && (
        <Notice tone="info">
          <p>{t('record.not_closed')}</p>
        </Notice>
      )}
      <RecordFigures call={call} attendance={attendance} />
      <RecordRoll
        call={call}
        meeting={meeting}
        {...(keepsRoll && { onRollCall: (memberId: string) => setChosen(memberId) })}
      />
      <Corrections meeting={meeting} attendance={attendance} />
      <RecordNotices state={state} viewer={reply.viewer} />
      <RecordCourse meeting={meeting} agenda={state.everyone.agenda} />
      <RecordPolls state={state.everyone} memberId={reply.viewer.memberId} />
      <RecordSpeeches state={state.everyone} />
      {(keepsDocuments || state.everyone.documents.length > 0) && (
        <section aria-labelledby="record-documents">
          <h2 id="record-documents">{t('doc.title')}</h2>
          <Suspense fallback={<p role="status">{t('common.loading')}</p>}>
            <Documents meetingId={meetingId} state={state.everyone} roles={roles} />
          </Suspense>
        </section>
      )}
      <Suspense fallback={<p role="status">{t('common.loading')}</p>}>
        <LazyComments meetingId={meetingId} state={state.everyone} memberId={reply.viewer.memberId ?? ''} />
      </Suspense>
      <RecordOfficers meetingId={meetingId} seq={reply.position.seq} meeting={meeting} />
      <ChainCheck meetingId={meetingId} position={reply.position} />
      {chosen !== null && (
        <Suspense fallback={null}>
          <PersonDialog
            memberId={chosen}
            state={state.everyone}
            call={call}
            roles={roles}
            notices={state.bureau.attendance}
            send={send}
            onClose={() => setChosen(null)}
          />
        </Suspense>
      )}
    </article>
  )
}
