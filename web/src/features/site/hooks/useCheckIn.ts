// Checking in with a site's code: at once with a scanned one, tried again while nobody answers, until the server says yes or no.
import { useCallback, useEffect, useRef, useState } from 'react'
import { pause } from '../../../lib/pause.ts'
import { isPassing, type Problem, problemOf } from '../../../lib/problem.ts'
import { useMeeting } from '../../meeting/hooks/useMeeting.ts'

const RETRY_MS = 1_500

export function useCheckIn(siteId: string, scanned: string | null) {
  const { room } = useMeeting()
  const [checking, setChecking] = useState(false)
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const stop = useRef(new AbortController())

  const checkIn = useCallback(
    async (code: string) => {
      setChecking(true)
      setRefusal(null)
      const { signal } = stop.current
      while (!signal.aborted) {
        try {
          await room.command('attendance.checkInByCode', { siteId, code })
          // The page shows it as soon as the log says so.
          return
        } catch (error) {
          if (!isPassing(error)) {
            setRefusal(problemOf(error))
            setChecking(false)
            return
          }
          await pause(RETRY_MS, signal)
        }
      }
    },
    [room, siteId],
  )

  useEffect(() => {
    const leaving = new AbortController()
    stop.current = leaving
    if (scanned !== null) void checkIn(scanned)
    return () => leaving.abort()
  }, [scanned, checkIn])

  return { checking, refusal, checkIn: (code: string) => void checkIn(code) }
}
