// Above the stage, for everybody: who has the floor and how long still, how many wait; for the one who was called, the call itself.
import { currentSpeech } from '@hoi-truong/shared/floor'
import { Button } from '@mantine/core'
import { IconListNumbers, IconSpeakerphone } from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import { useMatches } from '../../../lib/useMatches.ts'
import { firstClick } from '../../../ui/firstClick.ts'
import { NARROW } from '../../meeting/components/narrow.ts'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import type { useOwnSound } from '../../meeting/hooks/useOwnSound.ts'
import type { RoomCommand } from '../../meeting/hooks/useRoomCommand.ts'
import { grantNow } from '../grantNow.ts'
import { useOwnFloor } from '../hooks/useOwnFloor.ts'
import { speakerWords } from '../speakerWords.ts'
import classes from './Floor.module.css'
import { OwnCall } from './OwnCall.tsx'
import { OwnPlace } from './OwnPlace.tsx'
import { SpeechClock } from './SpeechClock.tsx'

export interface FloorStripProps {
  own: ReturnType<typeof useOwnSound>
  command: RoomCommand
  /** Has the queue on the desk, and calls from here too. */
  chairs: boolean
  queueShown: boolean
  onQueue(): void
}

export function FloorStrip({ own, command, chairs, queueShown, onQueue }: FloorStripProps) {
  const { t } = useWords()
  const { meeting, floor } = useMeetingState()
  const { speech: ownSpeech } = useOwnFloor()
  const narrow = useMatches(NARROW)
  const speech = currentSpeech(floor)
  const [next] = floor.hands
  if (ownSpeech) return <OwnCall key={ownSpeech.speechId} speech={ownSpeech} own={own} command={command} />
  if (meeting.status !== 'open' || (!speech && !next)) return null
  // The panel that is open says all of it.
  if (queueShown && (narrow || (chairs && !speech))) return null
  const nextWords = next && speakerWords(t, meeting, { memberId: next.memberId, siteId: null })
  const act = () => {
    if (speech) void command.run('floor.end', { speechId: speech.speechId })
    else if (next) void command.run('floor.grant', grantNow(next.memberId))
  }
  return (
    <section className={classes.strip} aria-label={t('floor.mode')} data-testid="floor-strip">
      <p className={classes.now} data-testid="floor-now" data-member-id={speech?.memberId ?? ''}>
        <IconSpeakerphone aria-hidden />
        <span>
          {t(speech ? 'speech.now_speaking' : 'speech.next')}:{' '}
          <strong>{speech ? speakerWords(t, meeting, speech) : nextWords}</strong>
        </span>
      </p>
      <div className={classes.beside}>
        {speech && <SpeechClock speech={speech} />}
        <span role="status" className={classes.ownPlace}>
          <OwnPlace />
        </span>
        {chairs && !queueShown && (
          <Button
            size="md"
            variant={speech ? 'default' : 'filled'}
            disabled={command.busy}
            aria-label={speech ? undefined : t('floor.act_on', { act: t('speech.give_floor'), name: nextWords ?? '' })}
            onClick={firstClick(act)}
            data-testid={speech ? 'floor-end-now' : 'floor-call-next'}
          >
            {t(speech ? 'speech.end_turn' : 'speech.give_floor')}
          </Button>
        )}
        <button
          type="button"
          className={classes.queueButton}
          // The words that are seen come first, for whoever speaks to the device.
          aria-label={`${t('floor.registered', { count: floor.hands.length })}. ${t('speech.queue')}`}
          aria-expanded={queueShown}
          aria-controls={chairs ? undefined : 'floor'}
          onClick={onQueue}
          data-testid="floor-queue-toggle"
          data-count={floor.hands.length}
        >
          <IconListNumbers aria-hidden />
          {t('floor.registered', { count: floor.hands.length })}
        </button>
      </div>
    </section>
  )
}
