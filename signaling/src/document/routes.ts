// /api/v1/meetings/:meetingId/documents: posting a file, reading it, and who has opened it.
import {
  documentOpeningsSchema,
  documentTextSchema,
  type PostedDocument,
  uploadReplySchema,
} from '@hoi-truong/shared/document'
import { AppError, errorReplySchema } from '@hoi-truong/shared/errors'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { SignedIn } from '../account/signedIn.ts'
import type { App } from '../http/app.ts'
import { requireMeetingRole } from '../log/authorize.ts'
import type { Actor } from '../log/commandDefinition.ts'
import { viewerOf } from '../log/queries.ts'
import { asMeeting } from '../log/streamCache.ts'
import { findDocument } from './commands.ts'
import { beginsReading, sendContent } from './content.ts'
import { type DocumentParts, Documents } from './Documents.ts'
import { drain } from './drain.ts'
import { Openings } from './openings.ts'
import { tooLarge } from './receiveFile.ts'
import { readText } from './text.ts'
import { UploadDoor } from './UploadDoor.ts'

export interface DocumentRouteParts extends DocumentParts {
  signedIn: SignedIn
  nodeId: string
  /** Uploads at once on this node. */
  uploads: number
}

const failure = z.object({ error: errorReplySchema })
const read = { 401: failure, 403: failure, 404: failure, 410: failure, 429: failure, 503: failure }
/** Sent as a stream, so never put into words by this. */
const file = z.unknown().describe('The bytes of the file')
const security = [{ bearer: [] }]
const id = z.uuid().toLowerCase()
const ofMeeting = z.object({ meetingId: id })
const ofDocument = z.object({ meetingId: id, documentId: id })
const tags = ['document']

export async function documentRoutes(app: App, parts: DocumentRouteParts): Promise<void> {
  const { database, cache, store, signedIn, nodeId, mostBytes } = parts
  const documents = new Documents(parts)
  const openings = new Openings(database)
  const door = new UploadDoor({ most: parts.uploads, mostOfOne: Math.ceil(parts.uploads / 4) })
  const memberOf = (memberId: string): Actor => ({ kind: 'member', memberId, connectionId: null, nodeId })

  const meetingFor = async (memberId: string, meetingId: string) => {
    const snapshot = asMeeting(await cache.read(database, meetingId))
    cache.keep(snapshot)
    await viewerOf(database, snapshot, memberId)
    return snapshot.state.everyone
  }
  /** @throws AppError DOCUMENT_UNKNOWN, DOCUMENT_WITHDRAWN, or why the meeting may not be seen */
  const documentFor = async (
    memberId: string,
    { meetingId, documentId }: z.infer<typeof ofDocument>,
  ): Promise<PostedDocument> => {
    const document = findDocument(await meetingFor(memberId, meetingId), documentId)
    if (!document) throw new AppError('DOCUMENT_UNKNOWN')
    if (document.withdrawn) throw new AppError('DOCUMENT_WITHDRAWN')
    return document
  }

  await app.register(async (plain) => {
    const scope = plain.withTypeProvider<ZodTypeProvider>()
    scope.removeAllContentTypeParsers()
    // The body is left where it is until it is known that its sender may send it.
    scope.addContentTypeParser('application/octet-stream', (_request, _body, done) => done(null))
    scope.post(
      '/api/v1/meetings/:meetingId/documents',
      {
        schema: {
          tags,
          summary: 'Post a document: the body is the file; a repeat with the same documentId gets the same answer',
          security,
          consumes: ['application/octet-stream'],
          params: ofMeeting,
          querystring: z.object({ documentId: id, itemId: id.optional(), name: z.string().max(8_000).default('') }),
          response: { 200: uploadReplySchema, ...read, 409: failure, 413: failure, 415: failure, 422: failure },
        },
      },
      async (request) => {
        try {
          const memberId = await signedIn(request)
          const actor = memberOf(memberId)
          const { itemId = null, ...query } = request.query
          const upload = { ...query, itemId, meetingId: request.params.meetingId }
          // Also what is asked of the database before is no more than the door lets in.
          return await door.pass(memberId, async () => {
            await documents.assertMayPost(actor, upload)
            if (Number(request.headers['content-length'] ?? 0) > mostBytes) throw tooLarge(mostBytes)
            return documents.post(actor, upload, request.raw)
          })
        } catch (error) {
          drain(request.raw, 4 * mostBytes)
          throw error
        }
      },
    )
  })

  app.get(
    '/api/v1/meetings/:meetingId/documents/:documentId/content',
    {
      schema: {
        tags,
        summary: 'The file as it was uploaded, whole or one range of it',
        security,
        params: ofDocument,
        response: { 200: file, 206: file, ...read },
      },
    },
    async (request, reply) => {
      const memberId = await signedIn(request)
      const document = await documentFor(memberId, request.params)
      const { meetingId, documentId } = request.params
      if (request.method === 'GET') await openings.note(meetingId, documentId, memberId, beginsReading(request))
      return sendContent(store, document, request.headers, reply)
    },
  )

  app.get(
    '/api/v1/meetings/:meetingId/documents/:documentId/text',
    {
      schema: {
        tags,
        summary: 'The text of a DOCX, for reading in the browser',
        security,
        params: ofDocument,
        response: { 200: documentTextSchema, ...read },
      },
    },
    async (request) => {
      const memberId = await signedIn(request)
      const document = await documentFor(memberId, request.params)
      if (document.type !== 'docx') throw new AppError('NOT_FOUND')
      const text = await readText(store, document.sha256)
      const { meetingId, documentId } = request.params
      if (request.method === 'GET') await openings.note(meetingId, documentId, memberId, true)
      return text
    },
  )

  app.get(
    '/api/v1/meetings/:meetingId/documents/openings',
    {
      schema: {
        tags,
        summary: 'Who has opened which document, for those who lead the meeting',
        security,
        params: ofMeeting,
        response: { 200: documentOpeningsSchema, ...read },
      },
    },
    async (request) => {
      const memberId = await signedIn(request)
      const { meetingId } = request.params
      const { meeting } = await meetingFor(memberId, meetingId)
      requireMeetingRole(meeting, memberOf(memberId), 'document.seeOpenings')
      return openings.list(meetingId)
    },
  )
}
