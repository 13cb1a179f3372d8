// What the HTTP API says about a branch, its members and its rules.
import { AppError } from '@hoi-truong/shared/errors'
import type { MemberList, MemberView, OrganizationView, RuleSetView } from '@hoi-truong/shared/organization'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { problemOf } from '../../../lib/problem.ts'
import { session } from '../../account/api/session.ts'

const keyOf = (organizationId: string) => ['organization', organizationId] as const

/** Ids come from the address: one that is not even an id is to the person a branch that is not theirs. */
const ofAddress = (error: unknown): unknown =>
  problemOf(error).code === 'REQUEST_MALFORMED' ? new AppError('FORBIDDEN') : error

function useAnswer<T>(organizationId: string, ...rest: string[]) {
  return useQuery({
    queryKey: [...keyOf(organizationId), ...rest],
    queryFn: ({ signal }) =>
      session
        .request<T>(['/organizations', organizationId, ...rest].map(encodePart).join('/'), { signal })
        .catch((error: unknown) => Promise.reject(ofAddress(error))),
  })
}

const encodePart = (part: string, index: number): string => (index === 0 ? part : encodeURIComponent(part))

export const useOrganization = (organizationId: string) => useAnswer<OrganizationView>(organizationId)
export const useMemberList = (organizationId: string) => useAnswer<MemberList>(organizationId, 'members')
export const useMember = (organizationId: string, memberId: string) =>
  useAnswer<MemberView>(organizationId, 'members', memberId)
export const useRuleSet = (organizationId: string) => useAnswer<RuleSetView>(organizationId, 'rule-set')

/** After a change everything about the branch is asked for anew. */
export function useAskAgain(organizationId: string): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: keyOf(organizationId) })
}
