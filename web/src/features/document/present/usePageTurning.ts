// The presenter's side: turns the page here at once and tells the others, again after each break, as a restarted server has forgotten it.
import type { Presentation, ShownPage } from '@hoi-truong/shared/document'
import { useCallback, useEffect, useRef, useState } from 'react'
import { isPassing } from '../../../lib/problem.ts'
import type { MeetingRoomState } from '../../meeting/api/meetingRoom.ts'
import { useMeeting } from '../../meeting/hooks/useMeeting.ts'
import type { Pointer } from './fit.ts'
import { PageTeller } from './pageTeller.ts'

/** By document: a presentation that a break has ended goes on where it was when it is begun again. */
const lastPages = new Map<string, number>()

export interface PageTurning {
  show(page: number, pointer: Pointer): void
  /** The others do not see yet what is shown here. */
  behind: boolean
}

export function usePageTurning({ presentationId, documentId }: Presentation, presents: boolean): PageTurning {
  const { room } = useMeeting()
  const teller = useRef<PageTeller | null>(null)
  const mine = useRef<ShownPage | null>(null)
  const [behind, setBehind] = useState(false)

  const show = useCallback(
    (page: number, pointer: Pointer) => {
      mine.current = { presentationId, page, pointer }
      lastPages.set(documentId, page)
      room.pageShown(mine.current)
      teller.current?.show(mine.current)
    },
    [room, presentationId, documentId],
  )

  useEffect(() => {
    if (!presents) return
    const { store } = room
    const own = new PageTeller({ send: (shown) => room.showPage(shown), isPassing, onBehind: setBehind })
    teller.current = own
    const begin = () => {
      const { shown } = store.getState()
      const last = lastPages.get(documentId) ?? 1
      if (shown?.presentationId === presentationId) show(shown.page, shown.pointer)
      // The first page needs no saying: everybody begins with it.
      else if (last > 1) show(last, null)
    }
    const look = (now: MeetingRoomState, before: MeetingRoomState) => {
      // What the server had kept before the break is older than what could not be said since.
      const isOlder = own.waits && mine.current !== null && now.shown?.page !== mine.current.page
      if (now.shown !== before.shown && isOlder && mine.current) room.pageShown(mine.current)
      if (now.connection === 'connected' && before.connection !== 'connected') begin()
    }
    const unsubscribe = store.subscribe(look)
    if (store.getState().connection === 'connected') begin()
    return () => {
      unsubscribe()
      own.stop()
      teller.current = null
    }
  }, [room, presents, presentationId, documentId, show])

  return { show, behind }
}
