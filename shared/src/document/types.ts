// Which documents there are, and how they are called outside.
import { z } from 'zod'

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

/** The first is the one that is added where none fits. */
export const documentExtensions: Record<DocumentType, readonly [string, ...string[]]> = {
  pdf: ['.pdf'],
  docx: ['.docx'],
  png: ['.png'],
  jpeg: ['.jpg', '.jpeg'],
  webp: ['.webp'],
}
