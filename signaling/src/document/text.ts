// The text of a DOCX, made at its inspection and kept beside it.
import { text as readAll } from 'node:stream/consumers'
import { type DocumentText, documentTextSchema } from '@hoi-truong/shared/document'
import { AppError } from '@hoi-truong/shared/errors'
import type { DocumentStore } from './store/DocumentStore.ts'

/** @throws AppError DOCUMENT_STORE_UNAVAILABLE */
export async function readText(store: DocumentStore, sha256: string): Promise<DocumentText> {
  const stream = await store.open(`${sha256}.text`)
  if (!stream) throw new AppError('DOCUMENT_STORE_UNAVAILABLE')
  return documentTextSchema.parse(JSON.parse(await readAll(stream)))
}
