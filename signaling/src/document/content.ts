// A stored file as an answer: never sniffed, never a page of ours whatever it contains, in parts for whoever asks for parts.
import { documentMediaType, type PostedDocument } from '@hoi-truong/shared/document'
import { AppError } from '@hoi-truong/shared/errors'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { rangeOf } from './range.ts'
import type { DocumentStore } from './store/DocumentStore.ts'

/** RFC 6266 and 8187: the name for all, in letters that every header may carry, and as it is. */
function dispositionOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/gu, (letter) => (letter === 'đ' ? 'd' : 'D'))
    .replace(/[^\w .()-]/gu, '_')
  const encoded = encodeURIComponent(name).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `inline; filename="${plain}"; filename*=UTF-8''${encoded}`
}

interface Headers {
  'if-none-match'?: string | undefined
  'if-range'?: string | undefined
  range?: string | undefined
}

/** Whether the request begins a reading: not a further part, nor a look at the headers alone. */
export const beginsReading = ({ method, headers }: FastifyRequest): boolean =>
  method === 'GET' && (headers.range === undefined || /^bytes=0-/.test(headers.range))

/** @throws AppError DOCUMENT_STORE_UNAVAILABLE */
export async function sendContent(
  store: DocumentStore,
  document: PostedDocument,
  headers: Headers,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { sha256, bytes, name, type } = document
  const etag = `"${sha256}"`
  reply
    .header('etag', etag)
    .header('accept-ranges', 'bytes')
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('content-disposition', dispositionOf(name))
    .type(documentMediaType[type])
  if (headers['if-none-match']?.includes(etag)) return reply.status(304).send()
  const stale = headers['if-range'] !== undefined && headers['if-range'] !== etag
  const range = stale ? null : rangeOf(headers.range, bytes)
  if (range === 'unsatisfiable') return reply.status(416).header('content-range', `bytes */${bytes}`).send()
  const stream = await store.open(sha256, range ?? undefined)
  if (!stream) throw new AppError('DOCUMENT_STORE_UNAVAILABLE')
  if (range) reply.status(206).header('content-range', `bytes ${range.from}-${range.to}/${bytes}`)
  return reply.header('content-length', range ? range.to - range.from + 1 : bytes).send(stream)
}
