// The meeting that a page follows, in the room or from outside of it, and who is looking on.
import { createContext, use } from 'react'
import { useStore } from 'zustand'
import type { MeetingRoom, MeetingRoomState } from '../api/meetingRoom.ts'

export interface FollowedMeeting {
  readonly room: MeetingRoom
  readonly memberId: string
}

export const MeetingContext = createContext<FollowedMeeting | null>(null)

export function useMeeting(): FollowedMeeting {
  const meeting = use(MeetingContext)
  if (!meeting) throw new Error('outside of a meeting')
  return meeting
}

export const useRoomState = <T>(select: (state: MeetingRoomState) => T): T => useStore(useMeeting().room.store, select)
