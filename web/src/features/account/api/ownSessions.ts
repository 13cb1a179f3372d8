// One's own sessions and password.
import type { OwnSessions } from '@hoi-truong/shared/account'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { problemOf } from '../../../lib/problem.ts'
import { session } from './session.ts'

const KEY = ['own-sessions'] as const

export function useOwnSessions() {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => session.request<OwnSessions>('/me/sessions', { signal }),
    select: ({ sessions }) => sessions,
    refetchInterval: ({ state }) => (state.error ? false : 30_000),
  })
}

export function useAskAgainForSessions(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: KEY })
}

/** One that is over already is what was wished for. */
export const endSession = (sessionId: string, signal: AbortSignal): Promise<unknown> =>
  session
    .request(`/me/sessions/${sessionId}`, { method: 'DELETE', signal })
    .catch((error: unknown) => (problemOf(error).code === 'NOT_FOUND' ? null : Promise.reject(error)))

export const endOtherSessions = (signal: AbortSignal): Promise<unknown> =>
  session.request('/me/sessions/end-others', { method: 'POST', signal })

export const changePassword = (body: { current: string; password: string }, signal: AbortSignal): Promise<unknown> =>
  session.request('/me/password', { method: 'POST', body, signal })
