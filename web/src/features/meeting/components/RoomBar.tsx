// The few buttons of the room: sign above word, each saying what pressing it does. On a phone six at most; the others are behind "Thêm".
import { membersPresent } from '@hoi-truong/shared/attendance'
import { standingComments } from '@hoi-truong/shared/comment'
import {
  IconDoorExit,
  IconListCheck,
  IconListNumbers,
  IconMessage2,
  IconUsers,
  IconVideo,
  IconVideoOff,
} from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import { useMatches } from '../../../lib/useMatches.ts'
import { firstClick } from '../../../ui/firstClick.ts'
import { PresentItem } from '../../document/present/PresentItem.tsx'
import { HandButton } from '../../floor/components/HandButton.tsx'
import { SoundButton } from '../../floor/components/SoundButton.tsx'
import { LeadVotesItem } from '../../voting/lead/LeadVotesItem.tsx'
import { PollsItem } from '../../voting/PollsItem.tsx'
import { useMeetingState } from '../hooks/useMeetingState.ts'
import type { useOwnSound } from '../hooks/useOwnSound.ts'
import type { RoomCommand } from '../hooks/useRoomCommand.ts'
import { useSilenced } from '../hooks/useSilenced.ts'
import { MoreItems } from './MoreItems.tsx'
import { MoreItem, MoreMenu } from './MoreMenu.tsx'
import { NARROW } from './narrow.ts'
import classes from './Room.module.css'

export type Panel = 'course' | 'people' | 'documents' | 'comments' | 'floor' | 'site' | 'polls' | 'votes'

export interface RoomBarProps {
  own: ReturnType<typeof useOwnSound>
  shown: Panel | null
  /** The order of business is the chair's desk then. */
  chairs: boolean
  onPanel(panel: Panel): void
  onLeave(): void
  command: RoomCommand
  /** What only the chair has. */
  children: React.ReactNode
}

export function RoomBar({ own, shown, chairs, onPanel, onLeave, command, children }: RoomBarProps) {
  const { t } = useWords()
  const silenced = useSilenced()
  const { attendance, comments, floor } = useMeetingState()
  const narrow = useMatches(NARROW)
  const commented = standingComments(comments).length
  return (
    <footer className={classes.bar}>
      <section className={classes.controls} aria-label={t('room.controls')}>
        {!silenced && (
          <>
            <SoundButton own={own} command={command} />
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
        {!chairs && <HandButton command={command} />}
        {(chairs || !narrow) && (
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
        )}
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
        {!narrow && (
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
              {t('comment.title')} <span className={classes.count}>{commented}</span>
            </span>
          </button>
        )}
        <MoreMenu count={narrow ? commented : 0}>
          {narrow && !chairs && (
            <MoreItem
              icon={<IconListCheck aria-hidden />}
              onPress={() => onPanel('course')}
              data-testid="agenda-toggle"
            >
              {t('room.course')}
            </MoreItem>
          )}
          {narrow && (
            <MoreItem
              icon={<IconMessage2 aria-hidden />}
              onPress={() => onPanel('comments')}
              data-testid="comments-toggle"
            >
              {t('floor.queue_of', { title: t('comment.title'), count: commented })}
            </MoreItem>
          )}
          {!chairs && (
            <MoreItem
              icon={<IconListNumbers aria-hidden />}
              onPress={() => onPanel('floor')}
              data-testid="floor-toggle"
            >
              {t('floor.queue_of', { title: t('speech.queue'), count: floor.hands.length })}
            </MoreItem>
          )}
          {!chairs && <LeadVotesItem onPress={() => onPanel('votes')} />}
          <PollsItem onPolls={() => shown !== 'polls' && onPanel('polls')} />
          <PresentItem onDocuments={() => shown !== 'documents' && onPanel('documents')} />
          <MoreItems />
        </MoreMenu>
        <button type="button" className={classes.control} onClick={firstClick(onLeave)} data-testid="leave">
          <IconDoorExit aria-hidden />
          {t('meeting.leave')}
        </button>
      </section>
      {children}
    </footer>
  )
}
