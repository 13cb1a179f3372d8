// Theo dõi: what is on, who speaks, the counts, documents and comments, without sound and picture. For whoever is absent or only looks
// on, on the worst of lines; nobody is present by it.
import { Link, useParams } from 'react-router'
import { useWords } from '../../../i18n/index.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeading } from '../../../ui/PageHeading.tsx'
import { MemberFrame } from '../../account/components/MemberFrame.tsx'
import { useSession } from '../../account/hooks/useSession.ts'
import { useFollowedMeeting } from '../../meeting/hooks/useFollowedMeeting.ts'
import { MeetingContext, useRoomState } from '../../meeting/hooks/useMeeting.ts'
import { Course } from './Course.tsx'
import classes from './Follow.module.css'

export function FollowPage() {
  const { t } = useWords()
  const { meetingId = '' } = useParams()
  const memberId = useSession((state) => state.member?.memberId ?? '')
  const followed = useFollowedMeeting(meetingId, memberId)
  return (
    <MemberFrame>
      {followed && (
        <MeetingContext value={followed}>
          <CourseOrWhyNot />
        </MeetingContext>
      )}
      <Link to="/" className={classes.back}>
        {t('common.back')}
      </Link>
    </MemberFrame>
  )
}

function CourseOrWhyNot() {
  const { t } = useWords()
  const followed = useRoomState((state) => state.followed !== null)
  const problem = useRoomState((state) => state.problem)
  const connection = useRoomState((state) => state.connection)
  if (followed && !problem) return <Course />
  const code = problem?.code ?? (connection === 'reconnecting' ? 'UNREACHABLE' : null)
  return (
    <>
      <PageHeading>{t('follow.title')}</PageHeading>
      {code ? (
        <Notice tone="trouble" urgent data-testid="follow-refused">
          <p>{t(code === 'UNREACHABLE' ? 'common.unreachable' : `error.${code}`)}</p>
        </Notice>
      ) : (
        <p role="status">{t('common.loading')}</p>
      )}
    </>
  )
}
