// What the viewer must know about the own voice: switched off by the chair, spoken into a muted microphone, not heard for the moment.
import { Button } from '@mantine/core'
import { IconMicrophone } from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import { Notice } from '../../../ui/Notice.tsx'
import type { useOwnSound } from '../../meeting/hooks/useOwnSound.ts'
import { useMediaView } from '../../meeting/hooks/useRoomPlace.ts'
import { useOwnFloor } from '../hooks/useOwnFloor.ts'

export function OwnVoiceNotices({ own }: { own: ReturnType<typeof useOwnSound> }) {
  const { t } = useWords()
  const { held, speech } = useOwnFloor()
  const silenced = useMediaView((view) => view.silenced)
  const unheard = useMediaView((view) => view.unheard)
  return (
    <>
      {silenced && !own.soundOn && speech === null && (
        <Notice tone="info" data-testid="own-silenced">
          <p>{t(held ? 'floor.silenced_held' : 'floor.silenced')}</p>
          {!held && (
            <Button
              size="lg"
              variant="default"
              leftSection={<IconMicrophone aria-hidden />}
              onClick={() => void own.toggleSound()}
              data-testid="own-silenced-unmute"
            >
              {t('media.mic_on')}
            </Button>
          )}
        </Notice>
      )}
      {unheard && own.soundOn && (
        <Notice tone="info" data-testid="own-unheard">
          <p>{t('floor.unheard')}</p>
        </Notice>
      )}
    </>
  )
}
