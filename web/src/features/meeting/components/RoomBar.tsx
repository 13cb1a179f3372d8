// The few buttons of the room: sign above word, each saying what pressing it does.

import { membersInRoom } from '@hoi-truong/shared/attendance'
import { may } from '@hoi-truong/shared/permissions'
import {
  IconDoorExit,
  IconMicrophone,
  IconMicrophoneOff,
  IconPlayerPlay,
  IconSquareCheck,
  IconUsers,
  IconVideo,
  IconVideoOff,
} from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import { firstClick } from '../../../ui/firstClick.ts'
import { useMeetingRoles, useMeetingState } from '../hooks/useMeetingState.ts'
import type { useOwnSound } from '../hooks/useOwnSound.ts'
import classes from './Room.module.css'

export interface RoomBarProps {
  own: ReturnType<typeof useOwnSound>
  peopleShown: boolean
  busy: boolean
  onPeople(): void
  onLeave(): void
  onOpenMeeting(): void
  onCloseMeeting(): void
}

export function RoomBar(props: RoomBarProps) {
  const { t } = useWords()
  const { own } = props
  const roles = useMeetingRoles()
  const { meeting, attendance } = useMeetingState()
  const inRoom = membersInRoom(attendance).length
  return (
    <footer className={classes.bar}>
      <section className={classes.controls} aria-label={t('room.controls')}>
        <button
          type="button"
          className={classes.control}
          data-off={!own.soundOn}
          onClick={() => void own.toggleSound()}
          data-testid="mute-toggle"
          data-muted={!own.soundOn}
        >
          {own.soundOn ? <IconMicrophone aria-hidden /> : <IconMicrophoneOff aria-hidden />}
          {t(own.soundOn ? 'media.mic_off' : 'media.mic_on')}
        </button>
        <button
          type="button"
          className={classes.control}
          data-off={!own.pictureOn}
          onClick={() => void own.togglePicture()}
          data-testid="camera-toggle"
          data-camera={own.pictureOn}
        >
          {own.pictureOn ? <IconVideo aria-hidden /> : <IconVideoOff aria-hidden />}
          {t(own.pictureOn ? 'media.camera_off' : 'media.camera_on')}
        </button>
        <button
          type="button"
          className={classes.control}
          aria-expanded={props.peopleShown}
          aria-controls="people"
          onClick={props.onPeople}
          data-testid="people-toggle"
        >
          <IconUsers aria-hidden />
          <span>
            {t('room.people')} <span className={classes.count}>{inRoom}</span>
          </span>
        </button>
        <button type="button" className={classes.control} onClick={firstClick(props.onLeave)} data-testid="leave">
          <IconDoorExit aria-hidden />
          {t('meeting.leave')}
        </button>
      </section>
      {meeting.status === 'scheduled' && may(roles, 'meeting.open') && (
        <button
          type="button"
          className={classes.chairControl}
          disabled={props.busy}
          onClick={firstClick(props.onOpenMeeting)}
          data-testid="meeting-open"
        >
          <IconPlayerPlay aria-hidden />
          {t('meeting.open')}
        </button>
      )}
      {meeting.status === 'open' && may(roles, 'meeting.close') && (
        <button
          type="button"
          className={classes.chairControl}
          disabled={props.busy}
          onClick={firstClick(props.onCloseMeeting)}
          data-testid="meeting-close"
        >
          <IconSquareCheck aria-hidden />
          {t('meeting.adjourn')}
        </button>
      )}
    </footer>
  )
}
