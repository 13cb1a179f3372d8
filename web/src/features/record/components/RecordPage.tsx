// The closed meeting: who attended from when to when, the counts, the reasons for those who may read them, the log's check.
import { rollCall } from '@hoi-truong/shared/attendance'
import { formatCount, formatDateTime, formatDuration, formatMonth, formatRate } from '@hoi-truong/shared/i18n'
import type { SyncReply } from '@hoi-truong/shared/protocol'
import type { MeetingStreamState } from '@hoi-truong/shared/streams'
import { Link, useParams } from 'react-router'
import { useWords } from '../../../i18n/index.ts'
import { problemOf } from '../../../lib/problem.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeading } from '../../../ui/PageHeading.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { MemberFrame } from '../../account/components/MemberFrame.tsx'
import { useMeetingSnapshot } from '../../meeting/api/meetings.ts'
import { StatusTag } from '../../meeting/components/StatusTag.tsx'
import { formWords, kindWords } from '../../meeting/words.ts'
import { ChainCheck } from './ChainCheck.tsx'
import classes from './Record.module.css'
import { RecordNotices } from './RecordNotices.tsx'
import { RecordRoll } from './RecordRoll.tsx'

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
  const state = reply.state as MeetingStreamState
  const { meeting, attendance } = state.everyone
  const { plan, roll, openedAt, closedAt } = meeting
  const call = rollCall(meeting, attendance, reply.now)
  const { counts } = call
  if (!plan || !roll) return null
  const figures: [string, string][] = [
    [t('roll.total'), formatCount(counts.total, language)],
    [t('people.expected'), formatCount(counts.expected, language)],
    [t('people.present'), formatCount(counts.present, language)],
    [t('roll.rate'), counts.rate === null ? '–' : formatRate(counts.rate, language)],
    [t('roll.late'), formatCount(counts.late, language)],
    [t('presence.absenceAnnounced'), formatCount(counts.announcedAbsent, language)],
    ...(counts.exemptPresent > 0
      ? [
          [t('people.exempt_present', { count: '' }).trim(), formatCount(counts.exemptPresent, language)] as [
            string,
            string,
          ],
        ]
      : []),
  ]
  return (
    <article className={classes.record} data-testid="record">
      <header>
        <StatusTag status={meeting.status} />
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
      {meeting.status !== 'closed' && (
        <Notice tone="info">
          <p>{t('record.not_closed')}</p>
        </Notice>
      )}
      <dl className={classes.figures}>
        {figures.map(([name, figure]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
      <RecordRoll call={call} closed={meeting.status === 'closed'} />
      <RecordNotices state={state} viewer={reply.viewer} />
      <ChainCheck meetingId={meetingId} position={reply.position} />
    </article>
  )
}
