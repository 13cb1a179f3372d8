// The code that a site shows, asked for anew before it changes, and again while nobody answers.
import type { SiteCodeReply } from '@hoi-truong/shared/protocol'
import { useEffect, useState } from 'react'
import { pause } from '../../../lib/pause.ts'
import { isPassing, type Problem, problemOf } from '../../../lib/problem.ts'
import { useMeeting } from '../../meeting/hooks/useMeeting.ts'

const RETRY_MS = 1_500
/** After the change on the server, so that the next answer is the next code. */
const AFTER_CHANGE_MS = 200

export function useSiteCode(siteId: string): { code: string | null; problem: Problem | null } {
  const { room } = useMeeting()
  const [shown, setShown] = useState<SiteCodeReply | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    const follow = async () => {
      while (!stop.signal.aborted) {
        let waitMs = RETRY_MS
        try {
          const reply = await room.siteCode(siteId)
          setShown(reply)
          setProblem(null)
          waitMs = Math.max(AFTER_CHANGE_MS, Date.parse(reply.validUntil) - room.now() + AFTER_CHANGE_MS)
        } catch (error) {
          if (!isPassing(error)) {
            setProblem(problemOf(error))
            return
          }
        }
        await pause(waitMs, stop.signal)
      }
    }
    void follow()
    return () => stop.abort()
  }, [room, siteId])
  return { code: shown?.code ?? null, problem }
}
