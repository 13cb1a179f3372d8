// The few buttons of the room: sign above word, each saying what pressing it does.
import { membersPresent } from '@hoi-truong/shared/attendance'
import { standingComments } from '@hoi-truong/shared/comment'
import {
  IconDoorExit,
  IconListCheck,
  IconMessage2,
  IconMicrophone,
  IconMicrophoneOff,
  IconUsers,
  IconVideo,
  IconVideoOff,
} from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import { firstClick } from '../../../ui/firstClick.ts'
import { useMeetingState } from '../hooks/useMeetingState.ts'
import type { useOwnSound } from '../hooks/useOwnSound.ts'
import { useSilenced } from '../hooks/useSilenced.ts'
import classes from './Room.module.css'

type Panel = 'course' | 'people' | 'documents' | 'comments'

export interface RoomBarProps {
  own: ReturnType<typeof useOwnSound>
  shown: Panel | null
  /** The order of business is the chair's desk then. */
  chairs: boolean
  onPanel(panel: Panel): void
  onLeave(): void
  /** What only the chair has. */
  children: React.ReactNode
}

export function RoomBar({ own, shown, chairs, onPanel, onLeave, children }: RoomBarProps) {
  const { t } = useWords()
  const silenced = useSilenced()
  const { attendance, comments } = useMeetingState()
  return (
    <footer className={classes.bar}>
      <section className={classes.controls} aria-label={t('room.controls')}>
        {!silenced && (
          <>
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
          </>
        )}
        <button
          type="button"
          className={classes.control}
          aria-expanded={shown === 'course'}
          aria-controls="course"
          onClick={() => onPanel('course')}
          data-testid={chairs ? 'desk-toggle' : 'agenda-toggle'}
        >
          <IconListCheck aria-hidden />
          {t(chairs ? 'room.desk' : 'room.course')}
        </button>
        <button
          type="button"
          className={classes.control}
          aria-expanded={shown === 'people'}
          aria-controls="people"
          onClick={() => onPanel('people')}
          data-testid="people-toggle"
        >
          <IconUsers aria-hidden />
          <span>
            {t('room.people')} <span className={classes.count}>{membersPresent(attendance).length}</span>
          </span>
        </button>
        <button
          type="button"
          className={classes.control}
          aria-expanded={shown === 'comments'}
          aria-controls="comments"
          onClick={() => onPanel('comments')}
          data-testid="comments-toggle"
        >
          <IconMessage2 aria-hidden />
          <span>
            {t('comment.title')} <span className={classes.count}>{standingComments(comments).length}</span>
          </span>
        </button>
        <button type="button" className={classes.control} onClick={firstClick(onLeave)} data-testid="leave">
          <IconDoorExit aria-hidden />
          {t('meeting.leave')}
        </button>
      </section>
      {children}
    </footer>
  )
}
