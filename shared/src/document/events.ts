// Documents (tài liệu) of a meeting: posted ahead for the members to read (DOMAIN R01, R03, R30). The log has what they are; the files
// are in the document store, found by their hash.
import { z } from 'zod'
import type { EventDraft } from '../log/index.ts'
import { meetingReasonSchema } from '../meeting/schema.ts'
import { documentTypeSchema } from './types.ts'

const id = z.uuid().toLowerCase()

/**
 * As it is shown: what a device sends has been made harmless before (documentNameFor). Not checked again here, as an older browser may
 * know other characters than the server. Two hundred characters, of which some count twice here.
 */
const documentNameSchema = z.string().min(1).max(400)

/** Of one meeting, those taken back included: a room's state is bounded. */
export const MOST_DOCUMENTS = 200

export const documentFactsSchema = z.strictObject({
  documentId: id,
  /** The item it belongs to; null: the meeting as a whole. */
  itemId: id.nullable(),
  name: documentNameSchema,
  type: documentTypeSchema,
  bytes: z.int().positive(),
  /** Hex, of the file as it was uploaded. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Of a PDF. */
  pages: z.int().positive().nullable(),
})
export type DocumentFacts = z.infer<typeof documentFactsSchema>

export type DocumentEvent =
  | EventDraft<'document.posted', DocumentFacts>
  /** Gỡ tài liệu: no longer to be read, its line stays. */
  | EventDraft<'document.withdrawn', { documentId: string; reason: string }>

export const documentCommands = {
  /** By the server, on behalf of whoever uploaded it: the file is checked and stored before. */
  'document.post': documentFactsSchema,
  'document.withdraw': z.strictObject({ documentId: id, reason: meetingReasonSchema }),
} as const
