// One person in the room: picture or initials, name, and what they are doing, each with a sign and a word.
import {
  IconHandStop,
  IconMicrophone2,
  IconMicrophoneOff,
  IconPin,
  IconPinnedOff,
  IconVolume,
} from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import { VideoView } from '../../media/components/VideoView.tsx'
import type { StageSeat } from '../hooks/useSeats.ts'
import classes from './Tile.module.css'

export type TilePlace = 'main' | 'tile' | 'line'

export interface TileProps {
  seat: StageSeat
  /** Chair, minutes secretary, from the committee above. */
  tag: string | null
  place: TilePlace
  pinned: boolean
  onPin(): void
}

/** The last two words of a Vietnamese name are what people are called by. */
const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .slice(-2)
    .map((word) => word[0] ?? '')
    .join('')
    .toLocaleUpperCase('vi')

export function Tile({ seat, tag, place, pinned, onPin }: TileProps) {
  const { t } = useWords()
  const { name, video, site, hand } = seat
  const PinSign = pinned ? IconPinnedOff : IconPin
  return (
    <li
      className={classes.tile}
      data-testid="tile"
      data-member-id={seat.memberId}
      data-place={place}
      data-speaking={seat.speaking}
      data-floor={seat.hasFloor}
      data-compact={place === 'line'}
      data-video={video !== null}
      data-pinned={pinned}
    >
      {video && place !== 'line' ? (
        <VideoView track={video} mirrored={seat.own} label={name} className={classes.video} />
      ) : (
        <span className={classes.initials} aria-hidden>
          {initialsOf(name)}
        </span>
      )}
      <div className={classes.band}>
        <span className={classes.name} data-testid="tile-name">
          {seat.own ? t(site ? 'stage.this_device' : 'room.you', { name }) : name}
        </span>
        {site && <span className={classes.tag}>{t('stage.site', { count: site.count })}</span>}
        {tag && <span className={classes.tag}>{tag}</span>}
        {seat.hasFloor && (
          <span className={classes.floor} data-testid="tile-floor">
            <IconMicrophone2 aria-hidden />
            {site?.speaker ? t('stage.speaks_there', { name: site.speaker }) : t('speech.now_speaking')}
          </span>
        )}
        {hand !== null && (
          <span className={classes.sign} data-testid="tile-hand">
            <IconHandStop aria-hidden />
            {t('stage.hand', { place: hand })}
          </span>
        )}
        {seat.soundOff && (
          <span className={classes.sign} data-testid="tile-sound-off">
            <IconMicrophoneOff aria-hidden />
            {t('room.sound_off')}
          </span>
        )}
      </div>
      {seat.speaking && (
        <span className={classes.speaking} data-testid="tile-speaking">
          <IconVolume aria-hidden />
          {t('room.speaking')}
        </span>
      )}
      <button
        type="button"
        className={classes.pin}
        // The name tells apart what a screen reader lists as so many times the same word.
        aria-label={t(pinned ? 'stage.unpin_of' : 'stage.pin_of', { name })}
        onClick={onPin}
        data-testid="tile-pin"
      >
        <span className={classes.pinWords}>
          <PinSign aria-hidden />
          {t(pinned ? 'stage.unpin' : 'stage.pin')}
        </span>
      </button>
    </li>
  )
}
