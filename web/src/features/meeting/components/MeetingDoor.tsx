// In front of the device check: whoever finds no meeting of theirs behind an address is told so before being asked for the camera.
import { Link, useParams } from 'react-router'
import { useWords } from '../../../i18n/index.ts'
import { problemOf } from '../../../lib/problem.ts'
import { PageHeading } from '../../../ui/PageHeading.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { MemberFrame } from '../../account/components/MemberFrame.tsx'
import { useMeetingSnapshot, useMeetings } from '../api/meetings.ts'

export function MeetingDoor({ children }: { children: React.ReactNode }) {
  const { t } = useWords()
  const { meetingId = '' } = useParams()
  const list = useMeetings()
  const listed = list.data?.some((meeting) => meeting.meetingId === meetingId)
  // The list ends somewhere: what is not on it is asked for by itself, which also tells why not.
  const own = useMeetingSnapshot(meetingId, listed === false)
  if (listed || own.data) return children
  const trouble = own.error ?? own.failureReason ?? list.error ?? list.failureReason
  return (
    <MemberFrame>
      <PageHeading>{t('room.title')}</PageHeading>
      {trouble ? <ProblemNotice problem={problemOf(trouble)} /> : <p role="status">{t('common.loading')}</p>}
      <Link to="/">{t('common.back')}</Link>
    </MemberFrame>
  )
}
