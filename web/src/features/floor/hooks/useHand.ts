// Raising and lowering a hand from its own button: what was pressed is said until the log shows it, or the server refuses.
import { handOf } from '@hoi-truong/shared/floor'
import { useState } from 'react'
import { newId } from '../../../lib/newId.ts'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import type { RoomCommand } from '../../meeting/hooks/useRoomCommand.ts'

type HandStep = 'down' | 'asking' | 'up' | 'takingDown'

export interface Hand {
  step: HandStep
  toggle(): void
}

/** @param command where a refusal is told */
export function useHand(memberId: string, command: Pick<RoomCommand, 'run'>): Hand {
  const { floor } = useMeetingState()
  const hand = handOf(floor, memberId)
  // For which hand (null: none) something was pressed; once the log shows another, that has taken effect.
  const [pressed, setPressed] = useState<{ hand: string | null } | null>(null)
  const known = hand?.handId ?? null
  const waits = pressed !== null && pressed.hand === known
  if (pressed !== null && !waits) setPressed(null)
  const toggle = async () => {
    if (waits) return
    setPressed({ hand: known })
    const done = hand
      ? await command.run('floor.lowerHand', { handId: hand.handId })
      : await command.run('floor.raiseHand', { handId: newId(), memberId })
    if (!done) setPressed(null)
  }
  const step: HandStep = hand ? (waits ? 'takingDown' : 'up') : waits ? 'asking' : 'down'
  return { step, toggle: () => void toggle() }
}
