// Why nobody hears this microphone now, and what to do about it.
import { Button } from '@mantine/core'
import { IconHandStop, IconMicrophone, IconMicrophoneOff } from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import type { useOwnSound } from '../../meeting/hooks/useOwnSound.ts'
import type { RoomCommand } from '../../meeting/hooks/useRoomCommand.ts'
import { usePlace } from '../../meeting/hooks/useRoomPlace.ts'
import { useHand } from '../hooks/useHand.ts'
import { useOwnFloor } from '../hooks/useOwnFloor.ts'
import { OwnPlace } from './OwnPlace.tsx'

export interface NotHeardDialogProps {
  own: ReturnType<typeof useOwnSound>
  opened: boolean
  command: RoomCommand
  onClose(): void
}

export function NotHeardDialog({ opened, own, command, onClose }: NotHeardDialogProps) {
  const { t } = useWords()
  const { memberId } = usePlace()
  const { hand } = useOwnFloor()
  const { step, toggle } = useHand(memberId, command)
  return (
    <Dialog opened={opened} onClose={onClose} title={t('floor.not_heard')}>
      {hand ? (
        <p>
          <OwnPlace /> {t('floor.not_heard_queued')}
        </p>
      ) : (
        <>
          <p>{t('floor.not_heard_lead')}</p>
          <Button
            size="lg"
            leftSection={<IconHandStop aria-hidden />}
            disabled={step === 'asking'}
            onClick={toggle}
            data-autofocus
            data-testid="not-heard-raise"
          >
            {t(step === 'asking' ? 'floor.hand_asking' : 'speech.raise_hand')}
          </Button>
        </>
      )}
      <p data-testid="not-heard-ready">{t(own.soundOn ? 'floor.ready_on' : 'floor.ready_off')}</p>
      <Button
        size="lg"
        variant="default"
        leftSection={own.soundOn ? <IconMicrophoneOff aria-hidden /> : <IconMicrophone aria-hidden />}
        onClick={() => void own.toggleSound()}
        data-testid="not-heard-sound"
      >
        {t(own.soundOn ? 'media.mic_off' : 'media.mic_on')}
      </Button>
      <Button size="lg" variant="default" onClick={onClose} data-testid="not-heard-close">
        {t('common.close')}
      </Button>
    </Dialog>
  )
}
