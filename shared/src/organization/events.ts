// What happens to an organization outside its meetings.
import { z } from 'zod'
import type { EventDraft } from '../log/index.ts'
import { type RuleSet, ruleSetSchema } from '../rules/index.ts'
import { type AcceptedImport, importCommands } from './importViews.ts'
import { type ImportedMember, importedMemberSchema } from './member.ts'
import { type MemberEvent, memberCommands } from './memberCommands.ts'
import { daySchema } from './periods.ts'
import {
  type OrganizationChange,
  type OrganizationEnd,
  type OrganizationRecord,
  organizationChangeSchema,
  organizationEndSchema,
  organizationSchema,
} from './schema.ts'

/** A rule set in force for an organization and all beneath it that have none of their own. */
export interface RuleSetAdoption {
  ruleSet: RuleSet
  from: string
  to: string | null
}

export type OrganizationEvent =
  | EventDraft<'organization.registered', OrganizationRecord>
  | EventDraft<'organization.changed', OrganizationChange>
  | EventDraft<'organization.ended', OrganizationEnd>
  /** An import is one event with the file's hash (DESIGN 2): the list can be checked against the file for ever. */
  | EventDraft<'organization.membersImported', { fileName: string; fileHash: string; members: ImportedMember[] }>
  /** Accepted, for all beneath; each branch's stream then gets its own. */
  | EventDraft<'organization.imported', AcceptedImport>
  | EventDraft<'ruleSet.adopted', RuleSetAdoption>
  | MemberEvent

export const organizationCommands = {
  'organization.register': organizationSchema,
  /** New facts from a day on; what it was before stays on record. */
  'organization.change': organizationChangeSchema,
  'organization.end': organizationEndSchema,
  'organization.importMembers': z.strictObject({
    fileName: z.string().min(1).max(200),
    fileHash: z.string().regex(/^[0-9a-f]{64}$/),
    members: z.array(importedMemberSchema).max(2000),
  }),
  ...importCommands,
  ...memberCommands,
  'ruleSet.adopt': z.strictObject({ ruleSet: ruleSetSchema, from: daySchema, to: daySchema.nullable() }),
} as const
