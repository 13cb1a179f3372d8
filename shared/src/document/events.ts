// Documents (tài liệu) of a meeting: posted ahead for the members to read (DOMAIN R01, R03, R30). The log has what they are; the files
// are in the document store, found by their hash.
import { z } from 'zod'
import type { EventDraft } from '../log/index.ts'
import { meetingReasonSchema } from '../meeting/schema.ts'

const id = z.uuid().toLowerCase()

/** Known by the content, never by the name. */
export const documentTypeSchema = z.enum(['pdf', 'docx', 'png', 'jpeg', 'webp'])
export type DocumentType = z.infer<typeof documentTypeSchema>

export const documentMediaType: Record<DocumentType, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
}

/** As it is shown: the last part of whatever path the device sent, without what a file system or a terminal could take for a command. */
export const documentNameSchema = z
  .string()
  .normalize('NFC')
  .transform((name) =>
    (name.split(/[\\/]/).at(-1) ?? '')
      .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"|?*]/gu, ' ')
      .replace(/\s+/gu, ' ')
      .trim(),
  )
  .pipe(z.string().min(1).max(200))

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
