// The own microphone in the room's bar. While the chair calls speakers one by one it says that nobody hears this one yet; pressing it
// then explains that, and offers to raise the hand.
import { IconMicrophone, IconMicrophoneOff } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { lazyWithWords } from '../../../i18n/lazyWithWords.ts'
import { firstClick } from '../../../ui/firstClick.ts'
import barClasses from '../../meeting/components/Room.module.css'
import type { useOwnSound } from '../../meeting/hooks/useOwnSound.ts'
import type { RoomCommand } from '../../meeting/hooks/useRoomCommand.ts'
import { useOwnFloor } from '../hooks/useOwnFloor.ts'

const NotHeardDialog = lazyWithWords(
  ['floor'],
  () => import('./NotHeardDialog.tsx').then((part) => part.NotHeardDialog),
  {
    keepTrying: true,
  },
)

export interface SoundButtonProps {
  own: ReturnType<typeof useOwnSound>
  command: RoomCommand
}

export function SoundButton({ own, command }: SoundButtonProps) {
  const { t } = useWords()
  const { held } = useOwnFloor()
  const [asked, setAsked] = useState<'never' | 'now' | 'before'>('never')
  // Given the floor meanwhile: the explanation has become wrong, and must not come back by itself.
  if (asked === 'now' && !held) setAsked('before')
  return (
    <>
      <button
        type="button"
        className={barClasses.control}
        data-off={!own.soundOn && !held}
        data-waits={held}
        aria-label={held ? `${t('floor.waits')}. ${t('floor.not_heard')}` : undefined}
        aria-haspopup={held ? 'dialog' : undefined}
        onClick={held ? firstClick(() => setAsked('now')) : () => void own.toggleSound()}
        data-testid="mute-toggle"
        data-muted={!own.soundOn}
        data-held={held}
      >
        {own.soundOn && !held ? <IconMicrophone aria-hidden /> : <IconMicrophoneOff aria-hidden />}
        {t(held ? 'floor.waits' : own.soundOn ? 'media.mic_off' : 'media.mic_on')}
      </button>
      {asked !== 'never' && (
        <Suspense fallback={null}>
          <NotHeardDialog opened={asked === 'now'} own={own} command={command} onClose={() => setAsked('before')} />
        </Suspense>
      )}
    </>
  )
}
