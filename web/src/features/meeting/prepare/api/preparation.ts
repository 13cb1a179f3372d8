// What the HTTP API gives to whoever prepares a meeting.
import { AppError } from '@hoi-truong/shared/errors'
import type { MeetingKind, MeetingState } from '@hoi-truong/shared/meeting'
import type { GuestAccount, Preparation, SyncReply } from '@hoi-truong/shared/protocol'
import type { MeetingStreamState } from '@hoi-truong/shared/streams'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { problemOf } from '../../../../lib/problem.ts'
import { session } from '../../../account/api/session.ts'

export const preparationQuery = (organizationId: string, kind: MeetingKind) =>
  queryOptions({
    queryKey: ['preparation', organizationId, kind],
    queryFn: ({ signal }) =>
      session
        .request<Preparation>(`/organizations/${encodeURIComponent(organizationId)}/preparation?kind=${kind}`, {
          signal,
        })
        .catch((error: unknown) => Promise.reject(ofAddress(error))),
  })

/** The id comes from the address: one that is not even an id is to the person a branch that does not exist. */
const ofAddress = (error: unknown): unknown =>
  problemOf(error).code === 'REQUEST_MALFORMED' ? new AppError('NOT_FOUND') : error

export const usePreparation = (organizationId: string | undefined, kind: MeetingKind) =>
  useQuery({
    ...preparationQuery(organizationId ?? '', kind),
    enabled: organizationId !== undefined,
    placeholderData: keepPreviousData,
  })

export const findGuest = (organizationId: string, memberNumber: string): Promise<GuestAccount> =>
  session.request(`/organizations/${organizationId}/guests/${encodeURIComponent(memberNumber)}`)

export async function readMeeting(meetingId: string, signal?: AbortSignal): Promise<MeetingState & { now: string }> {
  const reply = await session.request<SyncReply>(`/meetings/${encodeURIComponent(meetingId)}`, { signal })
  if (reply.kind !== 'snapshot') throw new AppError('INTERNAL')
  return { ...(reply.state as MeetingStreamState).everyone.meeting, now: reply.now }
}
