// Điểm danh tại điểm cầu: for whoever runs the site. Follows the meeting without entering its room; needs no camera.
import { type MeetingStatus, meetingRolesOf, type Site } from '@hoi-truong/shared/meeting'
import { Suspense } from 'react'
import { Link, useParams } from 'react-router'
import { useWords } from '../../../i18n/index.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeading } from '../../../ui/PageHeading.tsx'
import { MemberFrame } from '../../account/components/MemberFrame.tsx'
import { useSession } from '../../account/hooks/useSession.ts'
import { LazyRaiseHandFor } from '../../floor/lazyParts.ts'
import { useFollowedMeeting } from '../../meeting/hooks/useFollowedMeeting.ts'
import { MeetingContext, useMeeting, useRoomState } from '../../meeting/hooks/useMeeting.ts'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import { LazySiteHands } from '../../voting/lead/lazyParts.ts'
import { BigScreen } from './BigScreen.tsx'
import classes from './Site.module.css'
import { SiteCounts } from './SiteCounts.tsx'
import { SiteRollCall } from './SiteRollCall.tsx'

export function SitePage() {
  const { t } = useWords()
  const { meetingId = '', siteId = '' } = useParams()
  const memberId = useSession((state) => state.member?.memberId ?? '')
  const followed = useFollowedMeeting(meetingId, memberId)
  return (
    <MemberFrame>
      {followed && (
        <MeetingContext value={followed}>
          <SiteOrWhyNot siteId={siteId} />
        </MeetingContext>
      )}
      <Link to="/" className={classes.back}>
        {t('common.back')}
      </Link>
    </MemberFrame>
  )
}

function SiteOrWhyNot({ siteId }: { siteId: string }) {
  const { t } = useWords()
  const { memberId } = useMeeting()
  const { meeting } = useMeetingState()
  const followed = useRoomState((state) => state.followed !== null)
  const problem = useRoomState((state) => state.problem)
  if (problem)
    return <Refused>{t(problem.code === 'UNREACHABLE' ? 'common.unreachable' : `error.${problem.code}`)}</Refused>
  if (!followed) return <p role="status">{t('common.loading')}</p>
  const site = meeting.plan?.sites.find((candidate) => candidate.siteId === siteId)
  if (!site) return <Refused>{t('error.ATTENDANCE_SITE_UNKNOWN')}</Refused>
  const roles = meetingRolesOf(meeting, memberId)
  const runs = site.operatorId === memberId || roles.includes('chair') || roles.includes('minutesSecretary')
  if (!runs) return <Refused>{t('rollcall.not_yours')}</Refused>
  return <SiteRoll site={site} status={meeting.status} />
}

function Refused({ children }: { children: string }) {
  const { t } = useWords()
  return (
    <>
      <PageHeading>{t('roll.title')}</PageHeading>
      <Notice tone="trouble" urgent data-testid="site-refused">
        <p>{children}</p>
      </Notice>
    </>
  )
}

function SiteRoll({ site, status }: { site: Site; status: MeetingStatus }) {
  const { t } = useWords()
  const { siteId, name } = site
  return (
    <div className={classes.site} data-testid="site-page" data-site-id={siteId}>
      <PageHeading>{t('rollcall.site_title', { site: name })}</PageHeading>
      {status === 'open' && (
        <Suspense fallback={null}>
          <LazySiteHands siteId={siteId} />
        </Suspense>
      )}
      <SiteCounts siteId={siteId} />
      {status === 'announced' || status === 'open' ? (
        <>
          <BigScreen site={site} />
          {status === 'open' && (
            <Suspense fallback={null}>
              <LazyRaiseHandFor siteId={siteId} />
            </Suspense>
          )}
          <SiteRollCall siteId={siteId} name={name} />
        </>
      ) : (
        <Notice tone="info">
          <p>{t('rollcall.not_running')}</p>
        </Notice>
      )}
    </div>
  )
}
