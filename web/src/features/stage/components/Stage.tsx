// The people in the room, and what is shown to them: laid out by what is going on, or as the person has chosen.
import { membersPresent } from '@hoi-truong/shared/attendance'
import { findInRoll } from '@hoi-truong/shared/meeting'
import { Suspense, useCallback, useState } from 'react'
import { useStore } from 'zustand'
import { useWords } from '../../../i18n/index.ts'
import { LazyPresentedDocument } from '../../document/lazyParts.ts'
import { useTileHeights } from '../../media/hooks/useTileHeights.ts'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import { useMediaView, usePlace } from '../../meeting/hooks/useRoomPlace.ts'
import { useActiveSpeaker } from '../hooks/useActiveSpeaker.ts'
import { useProjectorType } from '../hooks/useProjectorType.ts'
import { type StageSeat, useSeats } from '../hooks/useSeats.ts'
import { useShown } from '../hooks/useShown.ts'
import { useSiteDevice } from '../hooks/useSiteDevice.ts'
import { useWakeLock } from '../hooks/useWakeLock.ts'
import { chooseLayout } from '../layout.ts'
import { arrangeSeats, mainSeat } from '../seats.ts'
import { pinMember, pinnedIn, stageChoice } from '../stageChoice.ts'
import { ShareNote } from './ShareNote.tsx'
import { ShownScreen } from './ShownScreen.tsx'
import classes from './Stage.module.css'
import { StageNote } from './StageNote.tsx'
import { Tile, type TilePlace } from './Tile.tsx'

const inLayout = { gallery: classes.gallery, speaker: classes.speaker, shown: classes.besideShown } as const
const nothing: ReadonlyMap<string, number> = new Map()

/** @param props `covered`: something else lies over the whole stage, so that no picture is seen */
export function Stage({ covered }: { covered: boolean }) {
  const { t } = useWords()
  const place = usePlace()
  const { meeting, attendance } = useMeetingState()
  const choice = useStore(stageChoice, ({ layout }) => layout)
  const pinnedId = useStore(stageChoice, (state) => pinnedIn(state, place.meetingId))
  const cameras = useMediaView((view) => view.policy.cameras)
  const site = useSiteDevice()
  const [putAway, setPutAway] = useState<string | null>(null)
  useWakeLock()
  useProjectorType(site !== null)

  const seats = useSeats(pinnedId)
  const floorId = seats.find(({ hasFloor, own }) => hasFloor && !own)?.memberId ?? null
  const others = seats.filter(({ own }) => !own).map(({ memberId }) => memberId)
  const active = useActiveSpeaker(floorId, others)
  const mainId = mainSeat(seats, [active, meeting.chairId], pinnedId)
  const newest = useShown()
  // One's own screen is what the others look at: here the people stay.
  const shown = newest?.kind === 'ownScreen' ? null : newest
  const visible = shown?.id === putAway ? null : shown
  const layout = chooseLayout({
    choice,
    shown: visible !== null,
    pinned: seats.some(({ memberId }) => memberId === pinnedId),
    site: site !== null,
    floor: floorId !== null,
    people: seats.length,
  })
  const { main, tiles, lines } = arrangeSeats(seats, { layout, mainId, cameras })

  // Who matters most is asked for first, where fewer pictures come than there are tiles.
  const first = [pinnedId, mainId, meeting.chairId].filter((memberId) => memberId !== null).join()
  const people = useTileHeights(
    useCallback(
      (heights) => place.media.arrange(first.split(',').filter(Boolean), covered ? nothing : heights),
      [place, first, covered],
    ),
  )

  const tagOf = (memberId: string): string | null => {
    if (memberId === meeting.chairId) return t('role.chair')
    if (memberId === meeting.minutesSecretaryId) return t('role.minutes_secretary')
    if (meeting.roll?.followers.some((entry) => entry.memberId === memberId)) return t('role.upper_observer')
    return meeting.roll?.guests.some((entry) => entry.memberId === memberId) ? t('role.delegate_guest') : null
  }
  const tileOf = (seat: StageSeat, at: TilePlace) => (
    <Tile
      key={seat.memberId}
      seat={seat}
      tag={tagOf(seat.memberId)}
      place={at}
      pinned={seat.memberId === pinnedId}
      onPin={() => pinMember(place.meetingId, seat.memberId === pinnedId ? null : seat.memberId)}
    />
  )
  const asLines = lines.map((seat) => tileOf(seat, 'line'))
  const inGallery = layout === 'gallery'
  const alone = membersPresent(attendance).every((memberId) => memberId === place.memberId)
  const sharerName = shown ? (findInRoll(meeting, shown.memberId)?.name ?? '') : ''
  return (
    <div className={classes.stage} data-testid="stage" data-layout={layout} data-site={site !== null}>
      <ShareNote />
      {shown && !visible && (
        <StageNote
          action={t('stage.bring_back')}
          onAction={() => setPutAway(null)}
          testIds={{ note: 'shown-away', action: 'shown-bring-back' }}
        >
          {t(shown.kind === 'screen' ? 'stage.screen_of' : 'stage.paper_of', { name: sharerName })}
        </StageNote>
      )}
      <div className={classes.body} data-layout={layout}>
        {visible && (
          <section className={classes.shown} aria-label={t('stage.shown')} data-testid="shown" data-kind={visible.kind}>
            {visible.kind === 'screen' ? (
              <ShownScreen memberId={visible.memberId} name={sharerName} />
            ) : (
              <Suspense fallback={<p role="status">{t('room.part_loading')}</p>}>
                <LazyPresentedDocument />
              </Suspense>
            )}
          </section>
        )}
        <div className={classes.side}>
          <div ref={people} className={classes.people}>
            <ul
              className={`${classes.tiles} ${inLayout[layout]}`}
              data-count={Math.min(tiles.length, 9)}
              data-others={tiles.length + lines.length}
              data-lines={lines.length > 0}
              data-alone={alone}
              style={{ '--others': tiles.length + lines.length } as React.CSSProperties}
              aria-label={t('room.tiles')}
              data-testid="tiles"
            >
              {main && tileOf(main, layout === 'speaker' ? 'main' : 'tile')}
              {tiles.map((seat) => tileOf(seat, 'tile'))}
              {!inGallery && asLines}
            </ul>
            {alone && <p className={classes.alone}>{t('room.alone')}</p>}
            {inGallery && lines.length > 0 && (
              <ul className={classes.lines} aria-label={t('room.other_sources')}>
                {asLines}
              </ul>
            )}
          </div>
          {visible && (
            <button
              type="button"
              className={classes.putAway}
              onClick={() => setPutAway(visible.id)}
              data-testid="shown-put-away"
            >
              {t('stage.put_away')}
            </button>
          )}
        </div>
      </div>
    </div>
  )
}
