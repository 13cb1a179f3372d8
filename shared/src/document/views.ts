// What the HTTP API tells about documents (/api/v1/meetings/:meetingId/documents).
import { z } from 'zod'
import { documentFactsSchema } from './events.ts'

/** The answer to an upload: what was posted, and where the meeting's stream stands since. */
export const uploadReplySchema = z.object({ document: documentFactsSchema, seq: z.int() })
export type UploadReply = z.infer<typeof uploadReplySchema>

/** The text of a DOCX, in order. */
export const documentTextSchema = z.object({
  blocks: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('heading'), level: z.int().min(1).max(6), text: z.string() }),
      z.object({ kind: z.literal('paragraph'), text: z.string() }),
      z.object({ kind: z.literal('listItem'), text: z.string() }),
      z.object({ kind: z.literal('table'), rows: z.array(z.array(z.string())) }),
    ]),
  ),
})
export type DocumentText = z.infer<typeof documentTextSchema>

/** Who opened a document: for those who lead the meeting. */
export const documentOpeningsSchema = z.object({
  openings: z.array(
    z.object({
      documentId: z.uuid(),
      memberId: z.uuid(),
      name: z.string(),
      firstAt: z.iso.datetime(),
      lastAt: z.iso.datetime(),
      times: z.int(),
    }),
  ),
})
export type DocumentOpenings = z.infer<typeof documentOpeningsSchema>
