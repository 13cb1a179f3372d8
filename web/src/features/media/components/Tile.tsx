// One person in the room: picture or initials, name, and what they are doing, each with a sign and a word.
import { IconMicrophoneOff, IconVolume } from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import classes from './Tile.module.css'
import { VideoView } from './VideoView.tsx'

export interface TileProps {
  memberId: string
  name: string
  own: boolean
  /** Chair, minutes secretary, from the committee above. */
  tag: string | null
  video: MediaStreamTrack | null
  soundOff: boolean
  speaking: boolean
  /** Without room for a picture: name and signs only. */
  compact: boolean
}

/** The last two words of a Vietnamese name are what people are called by. */
const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .slice(-2)
    .map((word) => word[0] ?? '')
    .join('')
    .toLocaleUpperCase('vi')

export function Tile({ memberId, name, tag, own, video, soundOff, speaking, compact }: TileProps) {
  const { t } = useWords()
  return (
    <li
      className={classes.tile}
      data-testid="tile"
      data-member-id={memberId}
      data-speaking={speaking}
      data-compact={compact}
      data-video={video !== null}
    >
      {video && !compact ? (
        <VideoView track={video} mirrored={own} label={name} className={classes.video} />
      ) : (
        <span className={classes.initials} aria-hidden>
          {initialsOf(name)}
        </span>
      )}
      <div className={classes.band}>
        <span className={classes.name} data-testid="tile-name">
          {own ? t('room.you', { name }) : name}
        </span>
        {tag && <span className={classes.tag}>{tag}</span>}
        {soundOff && (
          <span className={classes.sign} data-testid="tile-sound-off">
            <IconMicrophoneOff aria-hidden />
            {t('room.sound_off')}
          </span>
        )}
      </div>
      {speaking && (
        <span className={classes.speaking} data-testid="tile-speaking">
          <IconVolume aria-hidden />
          {t('room.speaking')}
        </span>
      )}
    </li>
  )
}
