// Who has opened which document, asked for again while the page is open.
import type { DocumentOpenings } from '@hoi-truong/shared/document'
import { useQuery } from '@tanstack/react-query'
import { session } from '../../account/api/session.ts'
import { openingsPath } from '../api/address.ts'

const REFRESH_MS = 15_000

export type Opening = DocumentOpenings['openings'][number]

export function useOpenings(meetingId: string, enabled: boolean) {
  return useQuery({
    queryKey: ['documents', meetingId, 'openings'],
    queryFn: ({ signal }) => session.request<DocumentOpenings>(openingsPath(meetingId), { signal }),
    select: ({ openings }) => openings,
    enabled,
    refetchInterval: REFRESH_MS,
  })
}
