// The member's votes from this device: they go on while their sheet is small, closed by the poll's end or covered by its result.
import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { MeetingRoom } from '../../meeting/api/meetingRoom.ts'
import { useMeeting } from '../../meeting/hooks/useMeeting.ts'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import { OwnVote, type OwnVoteState } from '../api/ownVote.ts'
import { mayVoteNow, sendVote } from '../api/sendVote.ts'
import { untilConnected } from '../api/untilConnected.ts'
import { tabStorage } from '../tabStorage.ts'

const votes = new WeakMap<MeetingRoom, Map<string, OwnVote>>()

function ownVoteOf(room: MeetingRoom, memberId: string, pollId: string): OwnVote {
  const ofRoom = votes.get(room) ?? new Map<string, OwnVote>()
  votes.set(room, ofRoom)
  const known = ofRoom.get(pollId)
  if (known) return known
  const vote = new OwnVote({
    meetingId: room.meetingId,
    pollId,
    storage: tabStorage,
    // Somebody else may sign in in the same tab.
    storageKey: `hoi-truong.vote.${memberId}.${pollId}`,
    send: (command) => sendVote(room, command),
    now: () => room.now(),
    pause: (ms, signal) => untilConnected(room, ms, signal, mayVoteNow),
  })
  ofRoom.set(pollId, vote)
  return vote
}

export function useOwnVote(pollId: string): { vote: OwnVote; state: OwnVoteState } {
  const { room, memberId } = useMeeting()
  const vote = ownVoteOf(room, memberId, pollId)
  return { vote, state: useStore(vote.store) }
}

/** To be called once on the page, by what stands as long as the page does. */
export function useKeepVoting(): void {
  const { room, memberId } = useMeeting()
  const { voting } = useMeetingState()
  const asked = voting.polls
    .filter(({ question, stage }) => question.method === 'open' && stage !== 'prepared')
    .map(({ question }) => question.pollId)
    .join()
  useEffect(() => {
    const own = asked.split(',').filter(Boolean)
    for (const pollId of own) ownVoteOf(room, memberId, pollId).start()
    return () => {
      for (const pollId of own) ownVoteOf(room, memberId, pollId).stop()
    }
  }, [room, memberId, asked])
}
