// What the HTTP API says about the accounts of a branch, and the slips that it makes.
import type { BranchAccounts, Slips } from '@hoi-truong/shared/account'
import { AppError } from '@hoi-truong/shared/errors'
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { newId } from '../../../lib/newId.ts'
import { problemOf } from '../../../lib/problem.ts'
import { session } from './session.ts'

/** Requests come in while the page is open, and another member of the committee decides them. */
const PAGE_REFRESH_MS = 10_000
const LINK_REFRESH_MS = 60_000

const keyOf = (organizationId: string) => ['accounts', organizationId] as const
const pathOf = (organizationId: string, what: string): string =>
  `/organizations/${encodeURIComponent(organizationId)}/${what}`

/** The id comes from the address: one that is not even an id is to the person a branch that is not theirs. */
const ofAddress = (error: unknown): unknown =>
  problemOf(error).code === 'REQUEST_MALFORMED' ? new AppError('FORBIDDEN') : error

function useAnswer<T>(organizationId: string, refreshMs: number, select: (accounts: BranchAccounts) => T) {
  return useQuery({
    queryKey: keyOf(organizationId),
    queryFn: ({ signal }) =>
      session
        .request<BranchAccounts>(pathOf(organizationId, 'accounts'), { signal })
        .catch((error: unknown) => Promise.reject(ofAddress(error))),
    select,
    refetchInterval: ({ state }) => (state.error ? false : refreshMs),
  })
}

const whole = (accounts: BranchAccounts) => accounts
const waiting = ({ counts }: BranchAccounts) => counts.waiting

export const useBranchAccounts = (organizationId: string) => useAnswer(organizationId, PAGE_REFRESH_MS, whole)
export const useWaitingRequests = (organizationId: string) => useAnswer(organizationId, LINK_REFRESH_MS, waiting)

const askAgain = (client: QueryClient, organizationId: string): Promise<void> =>
  client.invalidateQueries({ queryKey: keyOf(organizationId) })

export function useAskAgainForAccounts(organizationId: string): () => Promise<void> {
  const client = useQueryClient()
  return () => askAgain(client, organizationId)
}

export interface SlipsWish {
  memberIds: string[]
  /** The password that there is stops working. */
  reset: boolean
}

/**
 * Asks for slips; to be asked again with itself while nobody answers. The server tells codes once: when the answer was lost on the way,
 * a repeat is told so, and others are made.
 */
export function slipsAsker(organizationId: string, wish: SlipsWish): (signal: AbortSignal) => Promise<Slips> {
  let commandId = newId()
  const ask = (signal: AbortSignal): Promise<Slips> =>
    session.request<Slips>(pathOf(organizationId, 'account-slips'), {
      method: 'POST',
      body: { commandId, ...wish },
      signal,
    })
  return async (signal) => {
    try {
      return await ask(signal)
    } catch (error) {
      if (problemOf(error).code !== 'ACCOUNT_SLIPS_PRINTED') throw error
      commandId = newId()
      return ask(signal)
    }
  }
}
