// The queue of hands as people speak of it: whose place is which, and where a hand goes when the chair moves it by one.
import type { FloorState } from '@hoi-truong/shared/floor'

type Hands = FloorState['hands']

/** 1 for the first; null for whoever has no hand up. */
export function placeInQueue(hands: Hands, memberId: string): number | null {
  const index = hands.findIndex((hand) => hand.memberId === memberId)
  return index === -1 ? null : index + 1
}

export type HandMove = 'top' | 'up' | 'down'

/** Before which hand it goes then; null: to the end. Undefined where it stands there already. */
export function moveTarget(hands: Hands, handId: string, move: HandMove): string | null | undefined {
  const index = hands.findIndex((hand) => hand.handId === handId)
  if (index === -1) return undefined
  if (move === 'down') return index === hands.length - 1 ? undefined : (hands[index + 2]?.handId ?? null)
  if (index === 0) return undefined
  return hands[move === 'top' ? 0 : index - 1]?.handId
}
