// On the chair's desk: who speaks, who is called next, how long, and who is heard at all.
import { currentSpeech, type FloorMode } from '@hoi-truong/shared/floor'
import { Button } from '@mantine/core'
import { IconMicrophoneOff, IconSquareCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { newId } from '../../../lib/newId.ts'
import { firstClick } from '../../../ui/firstClick.ts'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import type { RoomCommand } from '../../meeting/hooks/useRoomCommand.ts'
import { speakerWords } from '../speakerWords.ts'
import { limitOf, rememberedLimit, rememberLimit, type SpeechLimit, secondsOf } from '../speechLimit.ts'
import { ChairQueue } from './ChairQueue.tsx'
import { Choice } from './Choice.tsx'
import classes from './Floor.module.css'
import { InviteByName } from './InviteByName.tsx'
import { LimitChoice } from './LimitChoice.tsx'
import { SpeechClock } from './SpeechClock.tsx'

export function ChairFloor({ command }: { command: RoomCommand }) {
  const { t } = useWords()
  const { meeting, floor } = useMeetingState()
  const [limit, setLimit] = useState(() => rememberedLimit(localStorage))
  const speech = currentSpeech(floor)
  const { busy, run } = command

  const choose = (chosen: SpeechLimit) => {
    setLimit(chosen)
    rememberLimit(localStorage, chosen)
  }
  const call = (memberId: string) => run('floor.grant', { speechId: newId(), memberId, limitSeconds: secondsOf(limit) })
  const modes = [
    { value: 'chaired', words: t('floor.mode_chaired'), note: t('floor.mode_chaired_lead') },
    { value: 'open', words: t('floor.mode_open'), note: t('floor.mode_open_lead') },
  ] as const satisfies { value: FloorMode; words: string; note: string }[]
  return (
    <section aria-labelledby="desk-floor" className={classes.chair} data-testid="chair-floor" data-mode={floor.mode}>
      <h3 id="desk-floor">{t('floor.queue_of', { title: t('speech.queue'), count: floor.hands.length })}</h3>
      {speech && (
        <div className={classes.speech} data-testid="chair-speech" data-member-id={speech.memberId ?? ''}>
          <p className={classes.speaker}>
            {t('speech.now_speaking')}: <strong>{speakerWords(t, meeting, speech)}</strong>{' '}
            <SpeechClock speech={speech} />
          </p>
          <Button
            size="md"
            variant="default"
            disabled={busy}
            leftSection={<IconSquareCheck aria-hidden />}
            onClick={firstClick(() => void run('floor.end', { speechId: speech.speechId }))}
            data-testid="speech-end"
          >
            {t('speech.end_turn')}
          </Button>
          <LimitChoice
            title="floor.time_this"
            value={limitOf(speech.limitSeconds)}
            disabled={busy}
            onChange={(chosen) =>
              void run('floor.changeLimit', { speechId: speech.speechId, limitSeconds: secondsOf(chosen) })
            }
            testId="speech-limit-now"
          />
        </div>
      )}
      <ChairQueue command={command} onCall={(memberId) => void call(memberId)} />
      <InviteByName busy={busy} onCall={call} />
      <LimitChoice title="floor.time_each" value={limit} onChange={choose} testId="speech-limit" />
      <Choice
        title={t('floor.mode')}
        options={modes}
        value={floor.mode}
        disabled={busy}
        onChange={(mode) => void run('floor.changeMode', { mode })}
        testId="floor-mode"
      />
      <div className={classes.muteAll}>
        <Button
          size="md"
          variant="default"
          disabled={busy}
          leftSection={<IconMicrophoneOff aria-hidden />}
          aria-describedby="mute-all-lead"
          onClick={firstClick(() => void run('floor.silence', { memberIds: null }))}
          data-testid="mute-all"
        >
          {t('media.mute_all')}
        </Button>
        <p id="mute-all-lead" className={classes.soft}>
          {t('floor.mute_all_lead')}
        </p>
      </div>
    </section>
  )
}
