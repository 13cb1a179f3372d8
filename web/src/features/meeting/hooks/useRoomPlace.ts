// The place in the room for as long as its page stands.
import { createContext, use, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { EnteringWish } from '../../media/devices/enteringWish.ts'
import type { MediaView } from '../../media/session/mediaView.ts'
import { RoomPlace } from '../api/roomPlace.ts'

/** @param wish with which camera and microphone, where that is known better than by what this tab has kept */
export function useRoomPlace(meetingId: string, memberId: string, wish: EnteringWish | null): RoomPlace | null {
  const [place, setPlace] = useState<RoomPlace | null>(null)
  useEffect(() => {
    const taken = new RoomPlace(meetingId, memberId)
    taken.start(wish)
    setPlace(taken)
    return () => {
      taken.stop()
      setPlace(null)
    }
  }, [meetingId, memberId, wish])
  return place
}

export const RoomPlaceContext = createContext<RoomPlace | null>(null)

export function usePlace(): RoomPlace {
  const place = use(RoomPlaceContext)
  if (!place) throw new Error('outside of a room')
  return place
}

export const useMediaView = <T>(select: (view: MediaView) => T): T => useStore(usePlace().media.view, select)
