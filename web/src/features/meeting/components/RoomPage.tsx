// The meeting room.
import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Link, Navigate, useNavigate, useParams } from 'react-router'
import { needWords, useWords } from '../../../i18n/index.ts'
import { type Problem, problemOf } from '../../../lib/problem.ts'
import { PageHeading } from '../../../ui/PageHeading.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { Splash } from '../../../ui/Splash.tsx'
import { useSession } from '../../account/hooks/useSession.ts'
import { PeoplePanel } from '../../attendance/components/PeoplePanel.tsx'
import { wishOf } from '../../media/devices/enteringWish.ts'
import { useAnnouncements } from '../hooks/useAnnouncements.ts'
import { useMeetingState, useRollCall } from '../hooks/useMeetingState.ts'
import { useOwnSound } from '../hooks/useOwnSound.ts'
import { RoomPlaceContext, usePlace, useRoomPlace, useRoomState } from '../hooks/useRoomPlace.ts'
import { CloseMeetingDialog } from './CloseMeetingDialog.tsx'
import classes from './Room.module.css'
import { RoomBar } from './RoomBar.tsx'
import { RoomHead } from './RoomHead.tsx'
import { RoomNotices } from './RoomNotices.tsx'
import { Stage } from './Stage.tsx'

export function RoomPage() {
  const { meetingId = '' } = useParams()
  const [checked] = useState(() => wishOf(meetingId) !== null)
  if (!checked) return <Navigate to={`/meetings/${meetingId}/join`} replace />
  return <RoomEntrance meetingId={meetingId} />
}

function RoomEntrance({ meetingId }: { meetingId: string }) {
  const { t } = useWords()
  const memberId = useSession((state) => state.member?.memberId ?? '')
  const place = useRoomPlace(meetingId, memberId)
  if (!place) return <Splash>{t('room.entering')}</Splash>
  return (
    <RoomPlaceContext value={place}>
      <RoomOrEnd />
    </RoomPlaceContext>
  )
}

function RoomOrEnd() {
  const { t } = useWords()
  const followed = useRoomState((state) => state.followed !== null)
  const problem = useRoomState((state) => state.problem)
  const { meeting } = useMeetingState()
  if (meeting.status === 'closed') return <Ended />
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

function Room() {
  const place = usePlace()
  const navigate = useNavigate()
  const { meeting } = useMeetingState()
  const rollCall = useRollCall()
  const own = useOwnSound()
  const said = useAnnouncements()
  const [peopleShown, setPeopleShown] = useState(false)
  const [closing, setClosing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Problem | null>(null)

  useEffect(() => {
    // The ways out of the room must be open also when the network is gone by then; a failure now is no loss.
    void Promise.allSettled([
      import('./MeetingsPage.tsx'),
      import('../../record/components/RecordPage.tsx'),
      needWords(['meetings', 'record', 'people']),
    ])
  }, [])

  const command = async (type: 'meeting.open' | 'meeting.close') => {
    setBusy(true)
    setRefusal(null)
    try {
      await place.room.command(type)
    } catch (error) {
      setRefusal(problemOf(error))
    } finally {
      setBusy(false)
    }
  }
  const leave = async () => {
    const gone = place.leave()
    await navigate('/')
    await gone
  }
  const hidePeople = () => {
    setPeopleShown(false)
    document.querySelector<HTMLElement>('[aria-controls="people"]')?.focus()
  }
  const minimumMs = (meeting.rules?.minimumMinutes ?? 0) * 60_000
  const tooShort = meeting.openedAt !== null && place.room.now() - Date.parse(meeting.openedAt) < minimumMs
  return (
    <div className={classes.room} data-testid="room">
      <RoomHead />
      <RoomNotices
        deviceTrouble={own.trouble}
        onDeviceTroubleSeen={own.dismiss}
        refusal={refusal}
        onRefusalSeen={() => setRefusal(null)}
      />
      <main className={classes.floor}>
        <div className={classes.place}>
          <Stage />
          <p className={classes.said} role="status" aria-live="polite" data-testid="announcement">
            {said}
          </p>
        </div>
        {peopleShown && <PeoplePanel rollCall={rollCall} onClose={hidePeople} />}
      </main>
      <RoomBar
        own={own}
        peopleShown={peopleShown}
        busy={busy}
        onPeople={() => (peopleShown ? hidePeople() : setPeopleShown(true))}
        onLeave={() => void leave()}
        onOpenMeeting={() => void command('meeting.open')}
        onCloseMeeting={() => setClosing(true)}
      />
      <CloseMeetingDialog
        opened={closing}
        tooShort={tooShort}
        onClose={() => setClosing(false)}
        onConfirm={() => {
          setClosing(false)
          void command('meeting.close')
        }}
      />
    </div>
  )
}

function Ended() {
  const { t } = useWords()
  const { meetingId } = usePlace()
  return (
    <main className={classes.ended} data-testid="meeting-ended">
      <PageHeading>{t('room.ended')}</PageHeading>
      <p role="status">{t('room.left_by_close')}</p>
      <Button component={Link} to={`/meetings/${meetingId}/record`} size="lg" data-testid="meeting-record">
        {t('meetings.record')}
      </Button>
      <Button component={Link} to="/" size="lg" variant="default">
        {t('common.back')}
      </Button>
    </main>
  )
}
