// What the HTTP API says about meetings.
import { AppError } from '@hoi-truong/shared/errors'
import type { LogEntry } from '@hoi-truong/shared/log'
import type { OwnOrganization } from '@hoi-truong/shared/organization'
import type { MeetingSummary, SyncReply } from '@hoi-truong/shared/protocol'
import { useQuery } from '@tanstack/react-query'
import { problemOf } from '../../../lib/problem.ts'
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

/** The organizations on which the member holds a role, with the roles. */
export function useOwnOrganizations() {
  return useQuery({
    queryKey: ['organizations'],
    queryFn: ({ signal }) => session.request<{ organizations: OwnOrganization[] }>('/organizations', { signal }),
    select: ({ organizations }) => organizations,
    staleTime: 60_000,
  })
}

/** @param refreshMs how often it is asked for again, for a page on which others' doings are shown */
export function useMeetingSnapshot(meetingId: string, enabled = true, refreshMs: number | false = false) {
  return useQuery({
    queryKey: ['meeting', meetingId],
    queryFn: ({ signal }) =>
      session
        .request<SyncReply>(`/meetings/${encodeURIComponent(meetingId)}`, { signal })
        .catch((error: unknown) => Promise.reject(ofAddress(error))),
    enabled,
    refetchInterval: refreshMs,
    // Between the door and the record lies the meeting: what the door has read is no record.
    gcTime: 0,
  })
}

/** The id comes from the address: one that is not even an id is to the person a meeting that does not exist. */
const ofAddress = (error: unknown): unknown =>
  problemOf(error).code === 'REQUEST_MALFORMED' ? new AppError('MEETING_UNKNOWN') : error

export function useMeetingLog(meetingId: string, seq: number | undefined) {
  return useQuery({
    queryKey: ['meeting', meetingId, 'events', seq],
    queryFn: ({ signal }) => session.request<{ entries: LogEntry[] }>(`/meetings/${meetingId}/events`, { signal }),
    select: ({ entries }) => entries,
    enabled: seq !== undefined,
  })
}
