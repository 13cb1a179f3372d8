// An import as it travels: the command that accepts a checked list, the event that it makes, what the page reads.
import { z } from 'zod'
import { errorReplySchema } from '../errors/index.ts'
import { importFaultSchema, importNoteSchema } from './importFaults.ts'
import { importLineSchema } from './importLine.ts'
import { idSchema } from './schema.ts'

const tally = z.object({ new: z.int(), changed: z.int(), unchanged: z.int() })
export const importCountsSchema = z.object({ organizations: tally, members: tally })
export type ImportCounts = z.infer<typeof importCountsSchema>

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const fileName = z.string().min(1).max(200)

export interface AcceptedImport {
  importId: string
  files: { name: string; sha256: string; bytes: number }[]
  counts: ImportCounts
}

export const importCommands = {
  /** On the organization beneath which the list stands. */
  'organization.acceptImport': z.strictObject({ importId: idSchema }),
  /** On a branch, by signaling itself: the branch's lines of an accepted list. */
  'organization.mergeMembers': z.strictObject({
    fileName,
    fileHash: sha256,
    lines: z.array(importLineSchema).min(1).max(2000),
  }),
} as const

/**
 * `uploading` until all its files are here; `uploaded` waits for the dry run or is in it; `checked`, with faults or without, waits for
 * somebody to accept it; `applying`; `done`; `failed` says why.
 */
export const importStatusSchema = z.enum(['uploading', 'uploaded', 'checked', 'applying', 'done', 'failed'])
export type ImportStatus = z.infer<typeof importStatusSchema>

export const importProgressSchema = z.object({
  stage: z.enum(['reading', 'checking', 'organizations', 'members']),
  done: z.int(),
  /** Null while nobody knows. */
  total: z.int().nullable(),
})
export type ImportProgress = z.infer<typeof importProgressSchema>

export const importViewSchema = z.object({
  importId: idSchema,
  organizationId: idSchema,
  status: importStatusSchema,
  createdAt: z.iso.datetime(),
  acceptedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  uploadedBy: z.object({ name: z.string() }),
  files: z.array(z.object({ name: z.string(), bytes: z.int(), sha256: sha256.nullable() })),
  counts: importCountsSchema.nullable(),
  notes: z.array(importNoteSchema),
  faultCount: z.int(),
  faultyRows: z.int(),
  progress: importProgressSchema.nullable(),
  failure: errorReplySchema.nullable(),
})
export type ImportView = z.infer<typeof importViewSchema>

export const importListSchema = z.object({
  imports: z.array(importViewSchema),
  /** How large the files of an import may be together. */
  megabytes: z.int(),
})
export type ImportList = z.infer<typeof importListSchema>

export const importFaultPageSchema = z.object({
  /** In the order of the files; `after` of the next page is its last number. */
  faults: z.array(importFaultSchema.extend({ number: z.int() })),
  total: z.int(),
})
export type ImportFaultPage = z.infer<typeof importFaultPageSchema>

/** The files of an import as they are announced; then each is sent as it is. */
export const newImportSchema = z.strictObject({
  files: z
    .array(z.strictObject({ name: z.string().trim().min(1).max(200).normalize('NFC'), bytes: z.int().min(1) }))
    .min(1)
    .max(4),
})
export type NewImport = z.infer<typeof newImportSchema>

export const importTemplateSchema = z.enum(['mau-nhap.xlsx', 'mau-to-chuc.csv', 'mau-dang-vien.csv'])
export type ImportTemplate = z.infer<typeof importTemplateSchema>
