// Mời đồng chí phát biểu: what the one who has the floor must see and can do.
import type { Speech } from '@hoi-truong/shared/floor'
import { Button } from '@mantine/core'
import { IconMicrophone, IconSpeakerphone, IconSquareCheck } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { firstClick } from '../../../ui/firstClick.ts'
import type { useOwnSound } from '../../meeting/hooks/useOwnSound.ts'
import type { RoomCommand } from '../../meeting/hooks/useRoomCommand.ts'
import { useSilenced } from '../../meeting/hooks/useSilenced.ts'
import { useOwnFloor } from '../hooks/useOwnFloor.ts'
import classes from './Floor.module.css'
import { SpeechClock, SpeechWarning } from './SpeechClock.tsx'

export interface OwnCallProps {
  speech: Speech
  own: ReturnType<typeof useOwnSound>
  command: RoomCommand
}

export function OwnCall({ speech, own, command }: OwnCallProps) {
  const { t } = useWords()
  const { held } = useOwnFloor()
  // Sits in a hall whose device speaks for all.
  const silentAt = useSilenced()
  useEffect(() => {
    // A phone on the table, and its owner in thought. Where it cannot tremble, nothing happens.
    navigator.vibrate?.(300)
  }, [])
  const muted = silentAt === null && !own.soundOn
  return (
    <section
      className={classes.call}
      aria-labelledby="own-call"
      data-testid="own-call"
      data-speech-id={speech.speechId}
      data-muted={muted}
    >
      <div className={classes.callWords}>
        <p id="own-call" className={classes.callTitle}>
          <IconSpeakerphone aria-hidden />
          {t('floor.call')}
        </p>
        <p className={classes.callLine} role="status" data-testid="own-call-heard">
          {silentAt !== null && t('floor.call_at_site', { site: silentAt })}
          {muted && t('floor.call_muted')}
          {silentAt === null && !muted && !held && t('floor.call_heard')}
        </p>
        <SpeechClock speech={speech} large />
        <SpeechWarning speech={speech} />
      </div>
      <div className={classes.callButtons}>
        {muted && (
          <Button
            size="xl"
            color="#1b5e34"
            leftSection={<IconMicrophone aria-hidden />}
            onClick={() => void own.toggleSound()}
            data-testid="own-call-unmute"
          >
            {t('media.mic_on')}
          </Button>
        )}
        <Button
          size="lg"
          variant="default"
          disabled={command.busy}
          leftSection={<IconSquareCheck aria-hidden />}
          onClick={firstClick(() => void command.run('floor.end', { speechId: speech.speechId }))}
          data-testid="speech-end-own"
        >
          {t('speech.end_turn')}
        </Button>
      </div>
    </section>
  )
}
