// Which requests the page shows: those that wait, and those seen here that have been decided since.
import type { BranchAccounts } from '@hoi-truong/shared/account'

export type RequestLine = BranchAccounts['requests'][number]
export type Decision = BranchAccounts['decisions'][number]

export interface ShownRequest {
  request: RequestLine
  decision: Decision | null
  /** Whether the asking member may decide on this one: not for somebody with more rights than their own. */
  mayDecide: boolean
}

export function keepSeen(seen: readonly RequestLine[], now: readonly RequestLine[]): RequestLine[] {
  const known = new Map(seen.map((request) => [request.requestId, request]))
  for (const request of now) known.set(request.requestId, request)
  return [...known.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

export function requestsShown(seen: readonly RequestLine[], accounts: BranchAccounts): ShownRequest[] {
  const { requests, decisions, members, canDecide } = accounts
  const waiting = new Set(requests.map(({ requestId }) => requestId))
  const decided = new Map(decisions.map((decision) => [decision.requestId, decision]))
  const reachable = new Set(members.flatMap(({ memberId, manageable }) => (manageable ? memberId : [])))
  return keepSeen(seen, requests)
    .map((request) => ({
      request,
      decision: decided.get(request.requestId) ?? null,
      mayDecide: canDecide && reachable.has(request.memberId),
    }))
    .filter(({ request, decision }) => decision !== null || waiting.has(request.requestId))
}
