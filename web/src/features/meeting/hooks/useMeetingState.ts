// The followed meeting, and what the viewer is in it.
import { rollCall } from '@hoi-truong/shared/attendance'
import { meetingRolesOf } from '@hoi-truong/shared/meeting'
import type { MeetingStreamState } from '@hoi-truong/shared/streams'
import { meetingReducer } from '@hoi-truong/shared/streams'
import { useMemo } from 'react'
import { useMeeting, useRoomState } from './useMeeting.ts'
import { useServerNow } from './useServerClock.ts'

const initial = meetingReducer.initial().everyone

export function useMeetingState(): MeetingStreamState['everyone'] {
  return useRoomState((state) => state.followed?.state.everyone ?? initial)
}

export function useMeetingRoles() {
  const { memberId } = useMeeting()
  const { meeting } = useMeetingState()
  return useMemo(() => meetingRolesOf(meeting, memberId), [meeting, memberId])
}

const MINUTE_MS = 60_000

/** ISO 8601, the last full minute of the meeting: what depends on time is worked out once a minute, and minutes are counted whole. */
export function useMeetingMinute(): string {
  const { status, openedAt } = useMeetingState().meeting
  const now = useServerNow(status === 'open')
  const origin = openedAt === null ? 0 : Date.parse(openedAt)
  const minutes = Math.max(0, Math.floor((now - origin) / MINUTE_MS))
  return new Date(origin + minutes * MINUTE_MS).toISOString()
}

export function useRollCall() {
  const { meeting, attendance } = useMeetingState()
  const minute = useMeetingMinute()
  return useMemo(() => rollCall(meeting, attendance, minute), [meeting, attendance, minute])
}
