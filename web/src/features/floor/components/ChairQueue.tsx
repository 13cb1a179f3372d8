// The queue as the chair works with it: the first is called with one press on a large button; arranging is put away until it is wanted.
import type { RaisedHand } from '@hoi-truong/shared/floor'
import { findInRoll } from '@hoi-truong/shared/meeting'
import { Button } from '@mantine/core'
import {
  IconArrowBarToUp,
  IconArrowDown,
  IconArrowsSort,
  IconArrowUp,
  IconHandOff,
  IconSpeakerphone,
} from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { firstClick } from '../../../ui/firstClick.ts'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import type { RoomCommand } from '../../meeting/hooks/useRoomCommand.ts'
import { type HandMove, moveTarget } from '../queue.ts'
import classes from './Floor.module.css'
import { QueueName } from './QueueName.tsx'

const moves = [
  { move: 'top', words: 'floor.to_top', Sign: IconArrowBarToUp },
  { move: 'up', words: 'floor.up', Sign: IconArrowUp },
  { move: 'down', words: 'floor.down', Sign: IconArrowDown },
] as const satisfies { move: HandMove; words: string; Sign: unknown }[]

export interface ChairQueueProps {
  command: RoomCommand
  onCall(memberId: string): void
}

export function ChairQueue({ command, onCall }: ChairQueueProps) {
  const { t } = useWords()
  const { floor } = useMeetingState()
  const { hands } = floor
  const [arranging, setArranging] = useState(false)
  if (hands.length === 0) return <p className={classes.soft}>{t('floor.queue_empty')}</p>
  return (
    <>
      <ol className={classes.queue} data-testid="chair-queue">
        {hands.map((hand, index) => (
          <QueueLine
            key={hand.handId}
            hand={hand}
            first={index === 0}
            arranging={arranging}
            command={command}
            onCall={() => onCall(hand.memberId)}
          />
        ))}
      </ol>
      <Button
        size="md"
        variant="default"
        aria-pressed={arranging}
        leftSection={<IconArrowsSort aria-hidden />}
        onClick={() => setArranging(!arranging)}
        data-testid="queue-arrange"
      >
        {t(arranging ? 'floor.arranged' : 'floor.arrange')}
      </Button>
    </>
  )
}

interface QueueLineProps {
  hand: RaisedHand
  first: boolean
  arranging: boolean
  command: RoomCommand
  onCall(): void
}

function QueueLine({ hand, first, arranging, command, onCall }: QueueLineProps) {
  const { t } = useWords()
  const { meeting, floor } = useMeetingState()
  const { handId, memberId } = hand
  const name = findInRoll(meeting, memberId)?.name ?? ''
  const line = useRef<HTMLLIElement>(null)
  const [moved, setMoved] = useState<HandMove | null>(null)
  const place = floor.hands.indexOf(hand)
  useEffect(() => {
    if (moved === null || place === -1) return
    // A button that was pressed by keyboard goes along with its line, and may rest at the end of the way: the next one takes the focus.
    const buttons = [...(line.current?.querySelectorAll<HTMLButtonElement>('[data-move]') ?? [])]
    const pressed = buttons.find((button) => button.dataset.move === moved)
    const next = pressed?.disabled ? buttons.find((button) => !button.disabled) : pressed
    next?.focus()
    setMoved(null)
  }, [moved, place])
  const go = async (move: HandMove) => {
    const before = moveTarget(floor.hands, handId, move)
    if (before !== undefined && (await command.run('floor.moveHand', { handId, before }))) setMoved(move)
  }
  return (
    <li ref={line} className={classes.hand} data-first={first} data-testid="queue-line" data-member-id={memberId}>
      <QueueName hand={hand} />
      {!arranging && (
        <Button
          size={first ? 'lg' : 'md'}
          variant={first ? 'filled' : 'default'}
          disabled={command.busy}
          leftSection={<IconSpeakerphone aria-hidden />}
          aria-label={t('floor.act_on', { act: t('speech.give_floor'), name })}
          onClick={firstClick(onCall)}
          data-testid="queue-call"
        >
          {t('speech.give_floor')}
        </Button>
      )}
      {arranging && (
        <div className={classes.moves}>
          {moves.map(({ move, words, Sign }) => (
            <button
              key={move}
              type="button"
              className={classes.move}
              disabled={command.busy || moveTarget(floor.hands, handId, move) === undefined}
              aria-label={t('floor.act_on', { act: t(words), name })}
              onClick={() => void go(move)}
              data-move={move}
              data-testid={`queue-${move}`}
            >
              <Sign aria-hidden />
              {t(words)}
            </button>
          ))}
          <button
            type="button"
            className={classes.move}
            disabled={command.busy}
            aria-label={t('floor.act_on', { act: t('floor.take_down'), name })}
            onClick={firstClick(() => void command.run('floor.lowerHand', { handId }))}
            data-testid="queue-take-down"
          >
            <IconHandOff aria-hidden />
            {t('floor.take_down')}
          </button>
        </div>
      )}
    </li>
  )
}
