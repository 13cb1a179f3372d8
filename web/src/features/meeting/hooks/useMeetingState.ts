// The followed meeting, and what the viewer is in it.
import { rollCall } from '@hoi-truong/shared/attendance'
import { meetingRolesOf } from '@hoi-truong/shared/meeting'
import type { MeetingStreamState } from '@hoi-truong/shared/streams'
import { meetingReducer } from '@hoi-truong/shared/streams'
import { useMemo } from 'react'
import { useMeeting, useRoomState } from './useMeeting.ts'
import { useServerMinute } from './useServerClock.ts'

const initial = meetingReducer.initial().everyone

export function useMeetingState(): MeetingStreamState['everyone'] {
  return useRoomState((state) => state.followed?.state.everyone ?? initial)
}

export function useMeetingRoles() {
  const { memberId } = useMeeting()
  const { meeting } = useMeetingState()
  return useMemo(() => meetingRolesOf(meeting, memberId), [meeting, memberId])
}

export function useRollCall() {
  const { meeting, attendance } = useMeetingState()
  // Only times in the room depend on the clock; nobody reads them to the second here.
  const minute = useServerMinute(meeting.status === 'open')
  return useMemo(() => rollCall(meeting, attendance, minute), [meeting, attendance, minute])
}
