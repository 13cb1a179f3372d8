// What the viewer must know about the own voice: switched off by the chair, spoken into a muted microphone, not heard for the moment.
import { Button } from '@mantine/core'
import { IconMicrophone, IconMicrophoneOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { PlainButton } from '../../../ui/PlainButton.tsx'
import { useOwnVoice } from '../../media/hooks/useOwnVoice.ts'
import roomClasses from '../../meeting/components/Room.module.css'
import type { useOwnSound } from '../../meeting/hooks/useOwnSound.ts'
import { useMediaView } from '../../meeting/hooks/useRoomPlace.ts'
import { useOwnFloor } from '../hooks/useOwnFloor.ts'

export function OwnVoiceNotices({ own }: { own: ReturnType<typeof useOwnSound> }) {
  const { t } = useWords()
  const { held, speech } = useOwnFloor()
  const silenced = useMediaView((view) => view.silenced)
  const unheard = useMediaView((view) => view.unheard)
  const { speakingWhileMuted, silentMicrophone } = useOwnVoice()
  // That the chair has switched it off, where there is nothing to do about it now.
  const [read, setRead] = useState(false)
  if (read && !silenced) setRead(false)
  // Called and still muted: the call itself says so, and has the button.
  const called = speech !== null
  const unmute = (testId: string) => (
    <Button
      size="lg"
      variant="default"
      leftSection={<IconMicrophone aria-hidden />}
      onClick={() => void own.toggleSound()}
      data-testid={testId}
    >
      {t('media.mic_on')}
    </Button>
  )
  return (
    <>
      {silenced && !own.soundOn && !called && !read && (
        <Notice tone="info" data-testid="own-silenced">
          <p>{t(held ? 'floor.silenced_held' : 'floor.silenced')}</p>
          {held ? (
            <PlainButton onClick={() => setRead(true)}>{t('common.close')}</PlainButton>
          ) : (
            unmute('own-silenced-unmute')
          )}
        </Notice>
      )}
      {speakingWhileMuted && !called && held && (
        // Among people at home it comes and goes: one line, so that little moves.
        <p className={roomClasses.note} role="status" data-testid="own-speaking-unheard">
          <IconMicrophoneOff aria-hidden />
          {t('floor.speaking_held')}
        </p>
      )}
      {speakingWhileMuted && !called && !held && (
        <Notice tone="info" data-testid="own-speaking-unheard">
          <p>{t('floor.speaking_muted')}</p>
          {unmute('own-speaking-unmute')}
        </Notice>
      )}
      {silentMicrophone && (
        <Notice tone="trouble" data-testid="own-microphone-silent">
          <p>{t('floor.microphone_silent')}</p>
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
