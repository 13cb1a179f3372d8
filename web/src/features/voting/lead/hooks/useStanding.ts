// Where a running poll stands, as far as this member may know it.
import type { PollStanding } from '@hoi-truong/shared/voting'
import { useEffect, useRef, useState } from 'react'
import { pause } from '../../../../lib/pause.ts'
import type { Problem } from '../../../../lib/problem.ts'
import { useMeeting } from '../../../meeting/hooks/useMeeting.ts'
import { StandingFollower } from '../standingFollower.ts'

interface Standing {
  /** Null until the first answer. */
  standing: PollStanding | null
  problem: Problem | null
  /** Looks again at once, after this member has entered something. */
  again(): void
}

export function useStanding(pollId: string): Standing {
  const { room } = useMeeting()
  const [standing, setStanding] = useState<PollStanding | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const follower = useRef<StandingFollower | null>(null)
  useEffect(() => {
    setStanding(null)
    setProblem(null)
    const follows = new StandingFollower({
      ask: () => room.pollStanding(pollId),
      told: setStanding,
      refused: setProblem,
      pause,
    })
    follower.current = follows
    void follows.run()
    const unsubscribe = room.store.subscribe((now, before) => {
      const moved =
        now.pollProgress[pollId] !== before.pollProgress[pollId] ||
        // Who comes to a site or leaves it changes how many may vote there.
        now.followed?.state.everyone.attendance !== before.followed?.state.everyone.attendance ||
        now.connection !== before.connection
      if (moved) follows.moved()
    })
    return () => {
      unsubscribe()
      follows.stop()
    }
  }, [room, pollId])
  return { standing, problem, again: () => follower.current?.again() }
}
