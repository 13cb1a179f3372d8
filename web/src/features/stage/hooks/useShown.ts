// What is shown large besides people, newest last: a presented paper, others' screens, and the own one, which only the others look at.

import { useRef } from 'react'
import { useStore } from 'zustand'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import { useMediaView, usePlace } from '../../meeting/hooks/useRoomPlace.ts'
import { inOrderOfAppearance, type Shown } from '../layout.ts'

export function useShown(): Shown | null {
  const place = usePlace()
  const { presentation, documents } = useMeetingState()
  const remote = useMediaView((view) => view.remote)
  const sharing = useStore(place.screen.store, ({ phase }) => phase === 'on')
  const order = useRef<readonly Shown[]>([])
  const now: Shown[] = Object.entries(remote).flatMap(([memberId, { screen }]) =>
    screen && !screen.paused ? [{ id: screen.producerId, kind: 'screen', memberId }] : [],
  )
  // What was withdrawn meanwhile is no longer there to be shown.
  if (presentation && documents.some(({ documentId }) => documentId === presentation.documentId))
    now.unshift({ id: presentation.presentationId, kind: 'document', memberId: presentation.presenterId })
  if (sharing) now.push({ id: 'own', kind: 'ownScreen', memberId: place.memberId })
  order.current = inOrderOfAppearance(order.current, now)
  return order.current.at(-1) ?? null
}
