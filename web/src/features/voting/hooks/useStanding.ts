// Where a poll stands for this member, as the server knows it: asked where this page cannot know by itself. At the opening nobody asks, so that
// two thousand who see it begin do not ask all at once.
import type { Poll, PollProgress, PollStanding } from '@hoi-truong/shared/voting'
import { useEffect, useRef, useState } from 'react'
import { Backoff } from '../../../lib/backoff.ts'
import { isPassing } from '../../../lib/problem.ts'
import { useMeeting, useRoomState } from '../../meeting/hooks/useMeeting.ts'
import { useMediaView } from '../../meeting/hooks/useRoomPlace.ts'
import { untilConnected } from '../api/untilConnected.ts'
import { useOwnVote } from './useOwnVotes.ts'
import { usePollView } from './usePollView.ts'

export interface Standing {
  /** Asked, and nobody has answered yet. */
  asking: boolean
  standing: PollStanding | null
  progress: Pick<PollProgress, 'voted' | 'of' | 'tallies'>
  /** Asks again: what the standing says has been overtaken. */
  again(): void
}

/** How often this page came back to the person's eyes: another device may have voted meanwhile. */
function useReturns(): number {
  const [returns, setReturns] = useState(0)
  useEffect(() => {
    const seen = () => document.visibilityState === 'visible' && setReturns((times) => times + 1)
    document.addEventListener('visibilitychange', seen)
    return () => document.removeEventListener('visibilitychange', seen)
  }, [])
  return returns
}

/**
 * The member is in the room with another device or tab, and may vote there: then each figure that comes, and coming back here, is a reason to ask.
 * Only the few with two devices do, so this is no flood.
 */
function useOtherDevice(news: unknown, again: () => void): void {
  const replaced = useMediaView(({ stopped }) => stopped === 'PEER_REPLACED')
  const wasReplaced = useRef(replaced)
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each figure that comes
  useEffect(() => {
    if (replaced || wasReplaced.current) again()
    wasReplaced.current = replaced
  }, [replaced, news])
}

export function useStanding(poll: Poll): Standing {
  const { pollId } = poll.question
  const { room } = useMeeting()
  const { view } = usePollView()
  const { vote } = useOwnVote(pollId)
  const connected = useRoomState(({ connection }) => connection === 'connected')
  const pushed = useRoomState(({ pollProgress }) => pollProgress[pollId])
  const returns = useReturns()
  const [times, setTimes] = useState(0)
  const [standing, setStanding] = useState<PollStanding | null>(null)
  const [progress, setProgress] = useState<PollProgress | undefined>(pushed)
  const open = poll.stage === 'open'
  // Whoever saw it begin knows that nobody had voted; after a break they do not.
  const [knows, setKnows] = useState(() => view.begun.has(pollId))
  const [asking, setAsking] = useState(!knows && open)
  if (!connected && knows) setKnows(false)
  const asks = open && connected && (!knows || returns > 0 || times > 0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: each return to the page and each wish asks again
  useEffect(() => {
    if (!asks) return
    const stop = new AbortController()
    const { signal } = stop
    const backoff = new Backoff()
    const ask = async () => {
      while (!signal.aborted) {
        try {
          const tell = vote.asks()
          const answer = await room.pollStanding(pollId)
          if (signal.aborted) return
          tell(answer.own.choices)
          setStanding(answer)
          setProgress(answer)
          break
        } catch (error) {
          if (!isPassing(error)) break
          await untilConnected(room, backoff.next(), signal)
        }
      }
      if (!signal.aborted) setAsking(false)
    }
    void ask()
    return () => stop.abort()
  }, [asks, room, pollId, vote, returns, times])

  useEffect(() => {
    if (pushed) setProgress(pushed)
  }, [pushed])
  const again = () => setTimes((before) => before + 1)
  useOtherDevice(pushed, again)
  return {
    asking,
    standing,
    progress: progress ?? { voted: 0, of: poll.frozen?.electorate.length ?? 0, tallies: null },
    again,
  }
}
