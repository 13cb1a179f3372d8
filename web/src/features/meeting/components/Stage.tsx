// The people in the room as tiles.
import { devicesInRoom, isSilentCompanion, membersPresent, openInterval } from '@hoi-truong/shared/attendance'
import { findInRoll } from '@hoi-truong/shared/meeting'
import { useCallback, useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { arrangeTiles, type Seat } from '../../media/arrangeTiles.ts'
import { Tile } from '../../media/components/Tile.tsx'
import { useLocalDevices } from '../../media/hooks/useLocalDevices.ts'
import { useTileHeights } from '../../media/hooks/useTileHeights.ts'
import { useMeetingState } from '../hooks/useMeetingState.ts'
import { useMediaView, usePlace } from '../hooks/useRoomPlace.ts'
import classes from './Stage.module.css'

export function Stage() {
  const { t } = useWords()
  const place = usePlace()
  const { meeting, attendance } = useMeetingState()
  const remote = useMediaView((view) => view.remote)
  const speakers = useMediaView((view) => view.speakers)
  const camera = useLocalDevices((state) => state.camera.track)
  const soundOn = useLocalDevices((state) => state.microphone.track !== null && !state.muted)
  const { chairId } = meeting
  const [lastHeights] = useState(() => ({ map: new Map<string, number>() as ReadonlyMap<string, number> }))
  const list = useTileHeights(
    useCallback(
      (heights) => {
        lastHeights.map = heights
        place.media.arrange(chairId ? [chairId] : [], heights)
      },
      [place, chairId, lastHeights],
    ),
  )

  const videoOf = (memberId: string) =>
    memberId === place.memberId ? camera : (remote[memberId]?.camera?.track ?? null)
  // Whoever sits in a hall is seen there: their own silent device needs no tile.
  const seen = devicesInRoom(attendance).filter((memberId) => !isSilentCompanion(meeting, attendance, memberId))
  const seats: Seat[] = seen.map((memberId) => ({
    memberId,
    chair: memberId === chairId,
    own: memberId === place.memberId,
    hasPicture: videoOf(memberId) !== null,
    speaking: speakers.includes(memberId),
    since: openInterval(attendance, memberId)?.startedAt ?? '',
  }))
  const { large, compact } = arrangeTiles(seats)

  const tagOf = (memberId: string): string | null => {
    if (memberId === chairId) return t('role.chair')
    if (memberId === meeting.minutesSecretaryId) return t('role.minutes_secretary')
    if (meeting.roll?.followers.some((entry) => entry.memberId === memberId)) return t('role.upper_observer')
    return meeting.roll?.guests.some((entry) => entry.memberId === memberId) ? t('role.delegate_guest') : null
  }
  const tileOf = ({ memberId, own, speaking }: Seat, isCompact: boolean) => {
    const name = findInRoll(meeting, memberId)?.name ?? ''
    const microphone = remote[memberId]?.microphone
    const soundOff = own ? !soundOn : !microphone || microphone.paused
    return (
      <Tile
        key={memberId}
        memberId={memberId}
        name={name}
        own={own}
        tag={tagOf(memberId)}
        video={videoOf(memberId)}
        soundOff={soundOff}
        speaking={speaking && !soundOff}
        compact={isCompact}
      />
    )
  }
  return (
    <div className={classes.stage}>
      <ul
        ref={list}
        className={classes.grid}
        data-count={Math.min(large.length, 9)}
        aria-label={t('room.tiles')}
        data-testid="tiles"
      >
        {large.map((seat) => tileOf(seat, false))}
      </ul>
      {membersPresent(attendance).every((memberId) => memberId === place.memberId) && (
        <p className={classes.alone}>{t('room.alone')}</p>
      )}
      {compact.length > 0 && (
        <ul className={classes.compact} aria-label={t('room.other_sources')}>
          {compact.map((seat) => tileOf(seat, true))}
        </ul>
      )}
    </div>
  )
}
