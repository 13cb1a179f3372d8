// Giơ tay: in the room's bar, with the place in the queue at its corner.
import { IconHandStop } from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import { firstClick } from '../../../ui/firstClick.ts'
import barClasses from '../../meeting/components/Room.module.css'
import type { RoomCommand } from '../../meeting/hooks/useRoomCommand.ts'
import { usePlace } from '../../meeting/hooks/useRoomPlace.ts'
import { useHand } from '../hooks/useHand.ts'
import { useOwnFloor } from '../hooks/useOwnFloor.ts'

const words = {
  down: 'floor.hand',
  asking: 'floor.hand_asking',
  up: 'speech.lower_hand',
  takingDown: 'floor.hand_taking_down',
} as const

export function HandButton({ command }: { command: RoomCommand }) {
  const { t } = useWords()
  const { memberId } = usePlace()
  const { open, place, speech } = useOwnFloor()
  const { step, toggle } = useHand(memberId, command)
  const up = step === 'up' || step === 'takingDown'
  return (
    <button
      type="button"
      className={barClasses.control}
      aria-pressed={up}
      aria-label={step === 'down' ? t('speech.raise_hand') : undefined}
      // Whoever has the floor needs no hand; a hand that is up can always come down.
      disabled={!up && (!open || speech !== null)}
      aria-busy={step === 'asking' || step === 'takingDown'}
      onClick={firstClick(toggle)}
      data-testid="hand-toggle"
      data-hand={step}
      data-place={place ?? ''}
    >
      <IconHandStop aria-hidden />
      <span>
        {t(words[step])}
        {place !== null && (
          <span className={barClasses.count} aria-hidden>
            {place}
          </span>
        )}
      </span>
    </button>
  )
}
