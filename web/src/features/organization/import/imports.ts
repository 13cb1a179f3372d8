// What the HTTP API says about imports.
import { AppError } from '@hoi-truong/shared/errors'
import type {
  ImportFaultPage,
  ImportList,
  ImportTemplate,
  ImportView,
  OrganizationView,
} from '@hoi-truong/shared/organization'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { problemOf, Unreachable } from '../../../lib/problem.ts'
import { session } from '../../account/api/session.ts'

const pathOf = (organizationId: string, rest: string): string =>
  `/organizations/${encodeURIComponent(organizationId)}${rest}`
const keyOf = (organizationId: string, ...rest: unknown[]) => ['import', organizationId, ...rest]

/** While something goes on. */
const LOOK_EVERY_MS = 1_000
const FAULTS_AT_ONCE = 50

export const isGoingOn = ({ status }: ImportView): boolean => status === 'uploaded' || status === 'applying'

/** Ids come from the address: one that is not even an id is to the person one that is not theirs. */
const ofAddress = (error: unknown): never => {
  throw problemOf(error).code === 'REQUEST_MALFORMED' ? new AppError('FORBIDDEN') : error
}

export const useImportList = (organizationId: string) =>
  useQuery({
    queryKey: keyOf(organizationId),
    queryFn: ({ signal }) =>
      session.request<ImportList>(pathOf(organizationId, '/imports'), { signal }).catch(ofAddress),
  })

export const useOrganizationName = (organizationId: string) =>
  useQuery({
    queryKey: ['organization', organizationId],
    queryFn: ({ signal }) => session.request<OrganizationView>(pathOf(organizationId, ''), { signal }),
    select: ({ name }) => name,
  })

export const useImportRun = (organizationId: string, importId: string | null) =>
  useQuery({
    queryKey: keyOf(organizationId, importId),
    queryFn: ({ signal }) =>
      session.request<ImportView>(pathOf(organizationId, `/imports/${importId}`), { signal }).catch(ofAddress),
    enabled: importId !== null,
    refetchInterval: ({ state }) => (state.data && !isGoingOn(state.data) ? false : LOOK_EVERY_MS),
    // It goes on while the tab is hidden; whoever comes back sees where it is.
    refetchIntervalInBackground: true,
  })

export const useFaults = (organizationId: string, { importId, faultCount, status }: ImportView) =>
  useInfiniteQuery({
    queryKey: keyOf(organizationId, importId, 'faults', status),
    queryFn: ({ signal, pageParam }) =>
      session.request<ImportFaultPage>(
        pathOf(organizationId, `/imports/${importId}/faults?after=${pageParam}&limit=${FAULTS_AT_ONCE}`),
        { signal },
      ),
    initialPageParam: 0,
    getNextPageParam: ({ faults, total }) => {
      const last = faults.at(-1)?.number
      return last === undefined || last >= total ? undefined : last
    },
    enabled: faultCount > 0,
  })

export const announceFiles = (organizationId: string, files: readonly File[]): Promise<ImportView> =>
  session.request<ImportView>(pathOf(organizationId, '/imports'), {
    method: 'POST',
    body: { files: files.map(({ name, size }) => ({ name: name.slice(0, 200), bytes: size })) },
  })

export const discardImport = (organizationId: string, importId: string): Promise<unknown> =>
  session.request(pathOf(organizationId, `/imports/${importId}/discard`), { method: 'POST' })

/** A file that is made for the person: put where their downloads are. @throws AppError, Unreachable */
export async function download(organizationId: string, rest: string, name: string): Promise<void> {
  const headers = { authorization: `Bearer ${await session.accessToken()}` }
  const response = await fetch(`/api/v1${pathOf(organizationId, rest)}`, { headers }).catch((cause: unknown) => {
    throw new Unreachable({ cause })
  })
  if (!response.ok) throw response.status >= 500 ? new Unreachable() : new AppError('FORBIDDEN')
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

export const downloadTemplate = (organizationId: string, name: ImportTemplate): Promise<void> =>
  download(organizationId, `/import-templates/${name}`, name)
