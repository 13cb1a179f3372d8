// Where the presenter is, as this device has heard.
import { useEffect, useState } from 'react'
import { useRoomState } from '../../meeting/hooks/useMeeting.ts'
import type { Pointer } from './fit.ts'

/** Its end may have been lost on the way. */
const POINTER_LIFE_MS = 6_000

export function useShownPage(presentationId: string): { page: number | null; pointer: Pointer } {
  const last = useRoomState(({ shown }) => (shown?.presentationId === presentationId ? shown : null))
  const [over, setOver] = useState<typeof last>(null)
  useEffect(() => {
    if (!last?.pointer) return
    const timer = setTimeout(() => setOver(last), Math.max(0, last.at + POINTER_LIFE_MS - Date.now()))
    return () => clearTimeout(timer)
  }, [last])
  return { page: last?.page ?? null, pointer: last === over ? null : (last?.pointer ?? null) }
}
