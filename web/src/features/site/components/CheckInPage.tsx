// A member's own phone at a site: scanned or typed, the code says that they are there. One page, one sentence in the end.
import { isAtSite, openInterval, siteCodeSchema } from '@hoi-truong/shared/attendance'
import { formatTime } from '@hoi-truong/shared/i18n'
import { Button, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Link, useLocation, useNavigate, useParams } from 'react-router'
import { useWords } from '../../../i18n/index.ts'
import { type Problem, sentenceOf } from '../../../lib/problem.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeading } from '../../../ui/PageHeading.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { MemberFrame } from '../../account/components/MemberFrame.tsx'
import { useSession } from '../../account/hooks/useSession.ts'
import { useFollowedMeeting } from '../../meeting/hooks/useFollowedMeeting.ts'
import { MeetingContext, useMeeting, useRoomState } from '../../meeting/hooks/useMeeting.ts'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import { siteNameIn } from '../../meeting/siteNameIn.ts'
import { useCheckIn } from '../hooks/useCheckIn.ts'
import classes from './Site.module.css'

export function CheckInPage() {
  const { t } = useWords()
  const { meetingId = '', siteId = '' } = useParams()
  const { hash } = useLocation()
  const navigate = useNavigate()
  const memberId = useSession((state) => state.member?.memberId ?? '')
  const followed = useFollowedMeeting(meetingId, memberId)
  const [scanned] = useState(() => siteCodeSchema.safeParse(hash.slice(1)).data ?? null)
  useEffect(() => {
    // A code that was used is not kept in the address: going back must not use it again.
    if (hash !== '') void navigate({ hash: '' }, { replace: true })
  }, [hash, navigate])
  return (
    <MemberFrame>
      {followed && (
        <MeetingContext value={followed}>
          <CheckIn siteId={siteId} scanned={scanned} />
        </MeetingContext>
      )}
      <Link to="/" className={classes.back}>
        {t('common.back')}
      </Link>
    </MemberFrame>
  )
}

function CheckIn({ siteId, scanned }: { siteId: string; scanned: string | null }) {
  const { t, language } = useWords()
  const { room, memberId } = useMeeting()
  const { meeting, attendance } = useMeetingState()
  const followed = useRoomState((state) => state.followed !== null)
  const problem = useRoomState((state) => state.problem)
  const { checking, refusal, checkIn } = useCheckIn(siteId, followed ? scanned : null)
  const site = siteNameIn(meeting, siteId)
  const heading = <PageHeading>{followed ? t('rollcall.checkin_title', { site }) : t('roll.title')}</PageHeading>
  if (problem || (followed && site === ''))
    return (
      <>
        {heading}
        <ProblemNotice problem={problem ?? { code: 'ATTENDANCE_SITE_UNKNOWN' }} data-testid="check-in-refused" />
      </>
    )
  if (!followed)
    return (
      <>
        {heading}
        <p role="status">{t('common.loading')}</p>
      </>
    )
  if (isAtSite(attendance, memberId, siteId)) {
    const since = openInterval(attendance, memberId)?.startedAt ?? ''
    return (
      <>
        {heading}
        <Notice tone="good" urgent title={t('rollcall.done', { site })} data-testid="check-in-done">
          <p>{t('rollcall.done_at', { time: formatTime(since, language) })}</p>
        </Notice>
        <Button
          component={Link}
          to={`/meetings/${room.meetingId}/join`}
          size="md"
          variant="default"
          classNames={{ label: classes.wrapped, root: classes.tall }}
        >
          {t('rollcall.enter_silent')}
        </Button>
      </>
    )
  }
  return (
    <>
      {heading}
      {checking ? <p role="status">{t('rollcall.checking')}</p> : <CodeForm refusal={refusal} onCode={checkIn} />}
    </>
  )
}

function CodeForm({ refusal, onCode }: { refusal: Problem | null; onCode(code: string): void }) {
  const { t } = useWords()
  const [digits, setDigits] = useState('')
  const [incomplete, setIncomplete] = useState(false)
  const submit = () => {
    const code = siteCodeSchema.safeParse(digits.replace(/\s/g, ''))
    setIncomplete(!code.success)
    if (code.success) onCode(code.data)
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {refusal && (
        <Notice tone="trouble" urgent data-testid="check-in-refused">
          <p>{t(...sentenceOf(refusal))}</p>
        </Notice>
      )}
      <TextInput
        size="xl"
        inputMode="numeric"
        autoComplete="off"
        maxLength={7}
        label={t('rollcall.code_label')}
        value={digits}
        onChange={(event) => setDigits(event.currentTarget.value)}
        error={incomplete && t('rollcall.code_needed')}
        classNames={{ input: classes.digitsInput }}
        data-testid="check-in-code"
      />
      <Button type="submit" size="xl" data-testid="check-in-submit">
        {t('rollcall.code_submit')}
      </Button>
    </form>
  )
}
