// The way into the meeting room, and what stands there instead when there is no room to be in.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link, Navigate, useParams } from 'react-router'
import { useWords } from '../../../i18n/index.ts'
import { PageHeading } from '../../../ui/PageHeading.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { Splash } from '../../../ui/Splash.tsx'
import { useSession } from '../../account/hooks/useSession.ts'
import { type EnteringWish, wishOf } from '../../media/devices/enteringWish.ts'
import { MeetingContext, useRoomState } from '../hooks/useMeeting.ts'
import { useMeetingState } from '../hooks/useMeetingState.ts'
import { RoomPlaceContext, usePlace, useRoomPlace } from '../hooks/useRoomPlace.ts'
import { Ended } from './Ended.tsx'
import classes from './Room.module.css'
import { Room } from './Room.tsx'
import { ShownOut } from './ShownOut.tsx'

export function RoomPage() {
  const { meetingId = '' } = useParams()
  const [checked] = useState(() => wishOf(meetingId) !== null)
  // Entered again after a closing that was taken back: a new place, with the same camera and microphone.
  const [again, setAgain] = useState<{ times: number; wish: EnteringWish | null }>({ times: 0, wish: null })
  if (!checked) return <Navigate to={`/meetings/${meetingId}/join`} replace />
  return (
    <RoomEntrance
      key={again.times}
      meetingId={meetingId}
      wish={again.wish}
      onBackIn={(wish) => setAgain(({ times }) => ({ times: times + 1, wish }))}
    />
  )
}

interface RoomEntranceProps {
  meetingId: string
  wish: EnteringWish | null
  onBackIn(wish: EnteringWish | null): void
}

function RoomEntrance({ meetingId, wish, onBackIn }: RoomEntranceProps) {
  const { t } = useWords()
  const memberId = useSession((state) => state.member?.memberId ?? '')
  const place = useRoomPlace(meetingId, memberId, wish)
  if (!place) return <Splash>{t('room.entering')}</Splash>
  return (
    <RoomPlaceContext value={place}>
      <MeetingContext value={place}>
        <RoomOrEnd onBackIn={onBackIn} />
      </MeetingContext>
    </RoomPlaceContext>
  )
}

function RoomOrEnd({ onBackIn }: Pick<RoomEntranceProps, 'onBackIn'>) {
  const { t } = useWords()
  const place = usePlace()
  const followed = useRoomState((state) => state.followed !== null)
  const problem = useRoomState((state) => state.problem)
  const { meeting, attendance } = useMeetingState()
  const { status, reason } = meeting
  // Sound and picture do not come back by themselves when a closing is taken back: the person says when.
  const [ended, setEnded] = useState(false)
  const over = status === 'closed' || status === 'sealed'
  if (over && !ended) setEnded(true)
  // Nor does whoever was shown out come back by themselves.
  const removal = attendance.removed[place.memberId] ?? null
  const [shownOut, setShownOut] = useState(false)
  if (removal && !shownOut) setShownOut(true)
  if (over || ended) return <Ended onBackIn={() => onBackIn(place.wishAtEnd)} />
  if (status === 'cancelled' || status === 'notHeld') return <Cancelled reason={reason} />
  if (shownOut) return <ShownOut removal={removal} onBackIn={() => onBackIn(place.wishAtEnd)} />
  if (followed) return <Room />
  if (!problem) return <Splash>{t('room.entering')}</Splash>
  return (
    <main className={classes.ended}>
      <PageHeading>{t('room.title')}</PageHeading>
      <ProblemNotice problem={problem} data-testid="room-problem" />
      <Button component={Link} to="/" size="lg">
        {t('common.back')}
      </Button>
    </main>
  )
}

function Cancelled({ reason }: { reason: string | null }) {
  const { t } = useWords()
  return (
    <main className={classes.ended} data-testid="meeting-cancelled">
      <PageHeading>{t('error.MEETING_CANCELLED')}</PageHeading>
      <p>{reason}</p>
      <Button component={Link} to="/" size="lg">
        {t('common.back')}
      </Button>
    </main>
  )
}
