// Above the stage, for everybody: who has the floor and how long still, how many wait; for the one who was called, the call itself.
import { currentSpeech } from '@hoi-truong/shared/floor'
import { IconListNumbers, IconSpeakerphone } from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import type { useOwnSound } from '../../meeting/hooks/useOwnSound.ts'
import type { RoomCommand } from '../../meeting/hooks/useRoomCommand.ts'
import { useOwnFloor } from '../hooks/useOwnFloor.ts'
import { speakerWords } from '../speakerWords.ts'
import classes from './Floor.module.css'
import { OwnCall } from './OwnCall.tsx'
import { OwnPlace } from './OwnPlace.tsx'
import { SpeechClock } from './SpeechClock.tsx'

export interface FloorStripProps {
  own: ReturnType<typeof useOwnSound>
  command: RoomCommand
  queueShown: boolean
  onQueue(): void
}

export function FloorStrip({ own, command, queueShown, onQueue }: FloorStripProps) {
  const { t } = useWords()
  const { meeting, floor } = useMeetingState()
  const { speech: ownSpeech, place } = useOwnFloor()
  const speech = currentSpeech(floor)
  const waiting = floor.hands.length
  if (ownSpeech) return <OwnCall speech={ownSpeech} own={own} command={command} />
  if (meeting.status !== 'open' || (!speech && waiting === 0)) return null
  return (
    <section className={classes.strip} aria-label={t('floor.mode')} data-testid="floor-strip">
      <p className={classes.now} data-testid="floor-now" data-member-id={speech?.memberId ?? ''}>
        {speech && (
          <>
            <IconSpeakerphone aria-hidden />
            <span>
              {t('speech.now_speaking')}: <strong>{speakerWords(t, meeting, speech)}</strong>
            </span>
            <SpeechClock speech={speech} />
          </>
        )}
        {place !== null && (
          <span role="status" className={classes.ownPlace}>
            <OwnPlace />
          </span>
        )}
      </p>
      <button
        type="button"
        className={classes.queueButton}
        aria-label={t('floor.queue_of', { title: t('speech.queue'), count: waiting })}
        aria-expanded={queueShown}
        onClick={onQueue}
        data-testid="floor-queue-toggle"
        data-count={waiting}
      >
        <IconListNumbers aria-hidden />
        {t('floor.registered', { count: waiting })}
      </button>
    </section>
  )
}
