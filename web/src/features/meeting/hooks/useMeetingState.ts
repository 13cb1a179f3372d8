// The followed meeting, and what the viewer is in it.
import { rollCall } from '@hoi-truong/shared/attendance'
import { meetingRolesOf } from '@hoi-truong/shared/meeting'
import type { MeetingStreamState } from '@hoi-truong/shared/streams'
import { meetingReducer } from '@hoi-truong/shared/streams'
import { useMemo } from 'react'
import { useNow } from '../../../lib/useNow.ts'
import { usePlace, useRoomState } from './useRoomPlace.ts'

const initial = meetingReducer.initial().everyone

export function useMeetingState(): MeetingStreamState['everyone'] {
  return useRoomState((state) => state.followed?.state.everyone ?? initial)
}

export function useMeetingRoles() {
  const { memberId } = usePlace()
  const { meeting } = useMeetingState()
  return useMemo(() => meetingRolesOf(meeting, memberId), [meeting, memberId])
}

export function useRollCall() {
  const { meeting, attendance } = useMeetingState()
  const offset = useRoomState((state) => state.clockOffsetMs)
  // Only times in the room depend on the clock; nobody reads them to the second here.
  const minute = Math.floor((useNow(meeting.status === 'open') + offset) / 60_000)
  return useMemo(
    () => rollCall(meeting, attendance, new Date(minute * 60_000).toISOString()),
    [meeting, attendance, minute],
  )
}
