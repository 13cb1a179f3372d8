// What the HTTP API says about meetings.
import type { LogEntry } from '@hoi-truong/shared/log'
import type { MeetingSummary, SyncReply } from '@hoi-truong/shared/protocol'
import { useQuery } from '@tanstack/react-query'
import { session } from '../../account/api/session.ts'

/** A list on an open page must show that the chair has opened the meeting. */
const LIST_REFRESH_MS = 10_000

export function useMeetings() {
  return useQuery({
    queryKey: ['meetings'],
    queryFn: ({ signal }) => session.request<{ meetings: MeetingSummary[] }>('/meetings', { signal }),
    select: ({ meetings }) => meetings,
    refetchInterval: LIST_REFRESH_MS,
  })
}

export function useMeetingSnapshot(meetingId: string) {
  return useQuery({
    queryKey: ['meeting', meetingId],
    queryFn: ({ signal }) => session.request<SyncReply>(`/meetings/${meetingId}`, { signal }),
  })
}

export function useMeetingLog(meetingId: string, seq: number | undefined) {
  return useQuery({
    queryKey: ['meeting', meetingId, 'events', seq],
    queryFn: ({ signal }) => session.request<{ entries: LogEntry[] }>(`/meetings/${meetingId}/events`, { signal }),
    select: ({ entries }) => entries,
    enabled: seq !== undefined,
  })
}
