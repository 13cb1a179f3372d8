// The presenter's side for as long as a presentation is shown here.
import type { Presentation } from '@hoi-truong/shared/document'
import { useEffect, useRef, useState } from 'react'
import { useMeeting } from '../../meeting/hooks/useMeeting.ts'
import type { Pointer } from './fit.ts'
import { PageTurning } from './pageTurning.ts'

export interface TurnedPages {
  turn(page: number): void
  point(pointer: Pointer): void
  /** The others do not see yet what is shown here. */
  behind: boolean
}

/** @param presentation one and the same for as long as it is shown */
export function usePageTurning(presentation: Presentation, presents: boolean): TurnedPages {
  const { room } = useMeeting()
  const turning = useRef<PageTurning | null>(null)
  const [behind, setBehind] = useState(false)
  const [shown] = useState(presentation)
  useEffect(() => {
    if (!presents) return
    const own = new PageTurning(room, shown, setBehind)
    turning.current = own
    return () => {
      own.stop()
      turning.current = null
    }
  }, [room, presents, shown])
  return {
    turn: (page) => turning.current?.turn(page),
    point: (pointer) => turning.current?.point(pointer),
    behind,
  }
}
