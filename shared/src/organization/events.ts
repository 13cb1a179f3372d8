// What happens to an organization outside its meetings.
import { z } from 'zod'
import type { EventDraft } from '../log/index.ts'
import { type MemberRecord, memberRecordSchema, type OrganizationRecord, organizationSchema } from './schema.ts'

export type OrganizationEvent =
  | EventDraft<'organization.registered', OrganizationRecord>
  /** An import is one event with the file's hash (DESIGN 2): the list can be checked against the file for ever. */
  | EventDraft<'organization.membersImported', { fileName: string; fileHash: string; members: MemberRecord[] }>

export const organizationCommands = {
  'organization.register': organizationSchema,
  'organization.importMembers': z.strictObject({
    fileName: z.string().min(1).max(200),
    fileHash: z.string().regex(/^[0-9a-f]{64}$/),
    members: z.array(memberRecordSchema).max(2000),
  }),
} as const
