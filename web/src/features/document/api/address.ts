// Where a document is found, outside and on the server.

/** Page of the app on which it is read. */
export const readerPath = (meetingId: string, documentId: string): string =>
  `/meetings/${meetingId}/documents/${documentId}`

const listPath = (meetingId: string): string => `/meetings/${encodeURIComponent(meetingId)}/documents`

export const contentPath = (meetingId: string, documentId: string): string =>
  `${listPath(meetingId)}/${documentId}/content`

export const textPath = (meetingId: string, documentId: string): string => `${listPath(meetingId)}/${documentId}/text`

export const openingsPath = (meetingId: string): string => `${listPath(meetingId)}/openings`

export interface UploadTicket {
  meetingId: string
  /** Made here once: the same file sent again is the same document. */
  documentId: string
  itemId: string | null
  name: string
}

export function uploadPath({ meetingId, documentId, itemId, name }: UploadTicket): string {
  const query = new URLSearchParams({ documentId, name, ...(itemId === null ? {} : { itemId }) })
  return `${listPath(meetingId)}?${query}`
}
