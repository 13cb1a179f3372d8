// The document that lies open over a page which must not be left for it, as the room's. It stands in the address: the phone's "back" then
// closes the document and not the meeting, and a reload finds it open.
import { useCallback } from 'react'
import { useLocation, useNavigate, useSearchParams } from 'react-router'

const PARAMETER = 'document'
const OPENED_HERE = 'openedDocument'

export interface OpenedDocument {
  documentId: string | null
  open(documentId: string): void
  close(): void
}

export function useOpenedDocument(): OpenedDocument {
  const [parameters] = useSearchParams()
  const { state } = useLocation() as { state: { [OPENED_HERE]?: boolean } | null }
  const navigate = useNavigate()
  const documentId = parameters.get(PARAMETER)
  const openedHere = state?.[OPENED_HERE] === true
  const open = useCallback(
    (wanted: string) =>
      void navigate({ search: `?${new URLSearchParams({ [PARAMETER]: wanted })}` }, { state: { [OPENED_HERE]: true } }),
    [navigate],
  )
  const close = useCallback(
    () => void (openedHere ? navigate(-1) : navigate({ search: '' }, { replace: true })),
    [navigate, openedHere],
  )
  return { documentId, open, close }
}
