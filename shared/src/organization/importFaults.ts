// What can be wrong with a row of a list: a closed list, each with a sentence that says what is wrong and one that says how to mend it
// (i18n, area import). A fault never carries a whole row: who reads a report knows the file.
import { z } from 'zod'

export const importFaultCodeSchema = z.enum([
  // any cell
  'DATE_WRONG',
  'TEXT_TOO_LONG',
  'TEXT_WRONG',
  // organizations
  'CODE_MISSING',
  'CODE_TWICE',
  'CODE_OUTSIDE',
  'ORGANIZATION_NAME_MISSING',
  'KIND_MISSING',
  'KIND_UNKNOWN',
  'BRANCH_TYPE_MISSING',
  'BRANCH_TYPE_UNKNOWN',
  'BRANCH_TYPE_NOT_BRANCH',
  'PARENT_MISSING',
  'PARENT_UNKNOWN',
  'PARENT_CYCLE',
  'PARENT_IS_BRANCH',
  'PARENT_LATER',
  'ORGANIZATION_DATE_MISSING',
  'CHANGE_DATE_NOT_LATER',
  'ORGANIZATION_ENDED',
  'ROOT_CHANGED',
  // members
  'NUMBER_MISSING',
  'NUMBER_WRONG',
  'NUMBER_TWICE',
  'MEMBER_NAME_MISSING',
  'BRANCH_MISSING',
  'BRANCH_UNKNOWN',
  'BRANCH_NOT_BRANCH',
  'MEMBER_ELSEWHERE',
  'MEMBER_ELSEWHERE_OUTSIDE',
  'MEMBER_LEFT',
  'CATEGORY_MISSING',
  'CATEGORY_UNKNOWN',
  'OFFICIAL_DATE_OF_PROBATIONARY',
  'OFFICE_UNKNOWN',
  'OFFICE_OF_PROBATIONARY',
  'OFFICE_DATE_EARLY',
  'TWO_SECRETARIES',
  'SECRETARY_KNOWN',
  'STANDING_UNKNOWN',
  'STANDING_MISSING',
  'STANDING_FIELD_MISSING',
  'STANDING_OVERLAPS',
  'GROUND_SHORT',
  'PERIOD_WRONG',
])
export type ImportFaultCode = z.infer<typeof importFaultCodeSchema>

export const importFaultSchema = z.object({
  file: z.string(),
  /** Null for a CSV file. */
  sheet: z.string().nullable(),
  /** As the spreadsheet program counts, headings included. */
  row: z.int(),
  /** The heading as the template has it; null when it is the whole row. */
  column: z.string().nullable(),
  code: importFaultCodeSchema,
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type ImportFault = z.infer<typeof importFaultSchema>

/** Said, and not in the way. */
export const importNoteSchema = z.object({
  file: z.string(),
  sheet: z.string().nullable(),
  code: z.enum(['COLUMN_UNKNOWN', 'SHEET_LEFT_OUT', 'EXAMPLE_LEFT_OUT', 'OFFICE_ENDS_TODAY']),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type ImportNote = z.infer<typeof importNoteSchema>
