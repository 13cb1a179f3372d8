// Posting files as a browser does, for tests.
import { randomUUID } from 'node:crypto'
import type { DocumentFacts } from '@hoi-truong/shared/document'
import type { ErrorCode, ErrorParams } from '@hoi-truong/shared/errors'

export interface UploadWish {
  documentId?: string
  itemId?: string
  name?: string
}

export interface Answer {
  status: number
  code: ErrorCode | 'ok'
  params: ErrorParams
  document: DocumentFacts
  seq: number
}

interface Body {
  document: DocumentFacts
  seq: number
  error?: { code: ErrorCode; params?: ErrorParams }
}

export async function upload(
  url: string,
  token: string,
  meetingId: string,
  file: Uint8Array,
  { documentId = randomUUID(), itemId, name = 'Tài liệu.pdf' }: UploadWish = {},
): Promise<Answer> {
  const query = new URLSearchParams({ documentId, name, ...(itemId === undefined ? {} : { itemId }) })
  const response = await fetch(`${url}/api/v1/meetings/${meetingId}/documents?${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
    body: file as Uint8Array<ArrayBuffer>,
  })
  const { error, document, seq } = (await response.json()) as Body
  return { status: response.status, code: error?.code ?? 'ok', params: error?.params ?? {}, document, seq }
}

export const read = (
  url: string,
  token: string,
  meetingId: string,
  rest: string,
  headers: Record<string, string> = {},
): Promise<Response> =>
  fetch(`${url}/api/v1/meetings/${meetingId}/documents/${rest}`, {
    headers: { authorization: `Bearer ${token}`, ...headers },
  })
