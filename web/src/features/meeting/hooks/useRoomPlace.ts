// The place in the room for as long as its page stands.
import { createContext, use, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { MediaView } from '../../media/session/mediaView.ts'
import type { MeetingRoomState } from '../api/meetingRoom.ts'
import { RoomPlace } from '../api/roomPlace.ts'

export function useRoomPlace(meetingId: string, memberId: string): RoomPlace | null {
  const [place, setPlace] = useState<RoomPlace | null>(null)
  useEffect(() => {
    const taken = new RoomPlace(meetingId, memberId)
    taken.start()
    setPlace(taken)
    return () => {
      taken.stop()
      setPlace(null)
    }
  }, [meetingId, memberId])
  return place
}

export const RoomPlaceContext = createContext<RoomPlace | null>(null)

export function usePlace(): RoomPlace {
  const place = use(RoomPlaceContext)
  if (!place) throw new Error('outside of a room')
  return place
}

export const useRoomState = <T>(select: (state: MeetingRoomState) => T): T => useStore(usePlace().room.store, select)

export const useMediaView = <T>(select: (view: MediaView) => T): T => useStore(usePlace().media.view, select)
