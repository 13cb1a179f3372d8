// The notice of a meeting (thông báo triệu tập, giấy mời): read on a phone, printed on one page; and the answers to it.
import { withDocumentsPosted } from '@hoi-truong/shared/document'
import { formatMonth } from '@hoi-truong/shared/i18n'
import { meetingRolesOf } from '@hoi-truong/shared/meeting'
import { may } from '@hoi-truong/shared/permissions'
import type { SyncReply } from '@hoi-truong/shared/protocol'
import type { MeetingStreamState } from '@hoi-truong/shared/streams'
import { Button } from '@mantine/core'
import { IconDoorEnter, IconPrinter } from '@tabler/icons-react'
import { Suspense } from 'react'
import { Link, useParams } from 'react-router'
import { useWords } from '../../../../i18n/index.ts'
import { problemOf } from '../../../../lib/problem.ts'
import { Notice } from '../../../../ui/Notice.tsx'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { ProblemNotice } from '../../../../ui/ProblemNotice.tsx'
import { MemberFrame } from '../../../account/components/MemberFrame.tsx'
import { AnswerSection } from '../../../attendance/components/AnswerSection.tsx'
import { LazyComments } from '../../../comment/lazyParts.ts'
import { useMeetingSnapshot } from '../../api/meetings.ts'
import { StatusTag } from '../../components/StatusTag.tsx'
import { kindWords } from '../../words.ts'
import { answerOf } from '../answers.ts'
import { AnswersSection } from './AnswersSection.tsx'
import { DocumentsOfNotice } from './DocumentsOfNotice.tsx'
import classes from './Notice.module.css'
import { NoticeText } from './NoticeText.tsx'

/** Answers come in while the page is open. */
const REFRESH_MS = 10_000

export function NoticePage() {
  const { t } = useWords()
  const { meetingId = '' } = useParams()
  const { data, error, failureReason, dataUpdatedAt } = useMeetingSnapshot(meetingId, true, REFRESH_MS)
  const trouble = error ?? failureReason
  return (
    <MemberFrame>
      {trouble && <ProblemNotice problem={problemOf(trouble)} />}
      {!data && !trouble && <p role="status">{t('common.loading')}</p>}
      {data?.kind === 'snapshot' && <MeetingNotice meetingId={meetingId} reply={data} heardAt={dataUpdatedAt} />}
      <Link to="/" className={classes.back}>
        {t('common.back')}
      </Link>
    </MemberFrame>
  )
}

interface MeetingNoticeProps {
  meetingId: string
  reply: Extract<SyncReply, { kind: 'snapshot' }>
  heardAt: number
}

function MeetingNotice({ meetingId, reply, heardAt }: MeetingNoticeProps) {
  const { t } = useWords()
  const state = reply.state as MeetingStreamState
  const { meeting, attendance, documents } = state.everyone
  const { plan, roll, status } = meeting
  const { memberId } = reply.viewer
  if (!plan || !roll || memberId === null) return null
  const roles = meetingRolesOf(meeting, memberId)
  const isMember = roles.includes('attendee')
  const calledOff = status === 'cancelled' || status === 'notHeld'
  const what = t('meetings.kind_month', { kind: t(kindWords[plan.kind]), month: formatMonth(plan.month) })
  return (
    <>
      <article className={classes.notice} data-testid="notice" data-status={status}>
        <header className={classes.head}>
          <div className={classes.sender}>
            {roll.upperName && <p>{roll.upperName}</p>}
            <p className={classes.branch}>{roll.organizationName}</p>
          </div>
          <div className={classes.tag}>
            <StatusTag status={status} />
          </div>
        </header>
        <PageHeading
          className={classes.title}
        >{`${t(isMember ? 'notice.summons' : 'notice.invitation')}: ${what}`}</PageHeading>
        {status === 'draft' && (
          <Notice tone="info">
            <p>{t('notice.draft')}</p>
          </Notice>
        )}
        {calledOff && (
          <Notice tone="trouble" title={t(status === 'cancelled' ? 'notice.cancelled' : 'notice.not_held')}>
            {meeting.reason && <p>{t('notice.reason', { reason: meeting.reason })}</p>}
          </Notice>
        )}
        <p className={classes.lead}>
          {t(isMember ? 'notice.to_members' : 'notice.to_guests', { branch: roll.organizationName })}
        </p>
        <NoticeText meeting={meeting} plan={withDocumentsPosted(plan, documents)} roll={roll}>
          <div className={classes.answer}>
            <AnswerSection
              meetingId={meetingId}
              status={status}
              roles={roles}
              known={answerOf(attendance, memberId)}
              heardAt={heardAt}
            />
          </div>
        </NoticeText>
      </article>
      <DocumentsOfNotice meetingId={meetingId} state={state.everyone} roles={roles} />
      <div className={classes.tools}>
        <div className={classes.buttons}>
          {(status === 'announced' || status === 'open') && may(roles, 'attendance.enter') && (
            <Button
              component={Link}
              to={`/meetings/${meetingId}/join`}
              size="lg"
              variant={status === 'open' ? 'filled' : 'default'}
              leftSection={<IconDoorEnter aria-hidden />}
            >
              {t('notice.join')}
            </Button>
          )}
          <Button
            size="lg"
            variant="default"
            leftSection={<IconPrinter aria-hidden />}
            onClick={() => print()}
            data-testid="notice-print"
          >
            {t('notice.print')}
          </Button>
        </div>
      </div>
      {status !== 'draft' && !calledOff && (
        <AnswersSection meetingId={meetingId} state={state} bureau={reply.viewer.bureau} roles={roles} />
      )}
      {status !== 'draft' && (
        <div className={classes.answers}>
          <Suspense fallback={<p role="status">{t('common.loading')}</p>}>
            <LazyComments meetingId={meetingId} state={state.everyone} memberId={memberId} />
          </Suspense>
        </div>
      )}
    </>
  )
}
