// What the HTTP API tells about organizations and their members (/api/v1/organizations).
import { z } from 'zod'
import { roleSchema } from '../permissions/index.ts'
import { ruleSetSchema } from '../rules/index.ts'
import { membershipKindSchema, officeTermSchema, periodShape, standingSchema } from './member.ts'
import { daySchema } from './periods.ts'
import { branchTypeSchema, idSchema, memberCategorySchema, memberStatusSchema, officeSchema } from './schema.ts'

const facts = {
  name: z.string(),
  kind: z.string(),
  /** From the table of kinds: "Đảng bộ xã". */
  kindName: z.string(),
  branchType: branchTypeSchema.nullable(),
  committee: z.string().nullable(),
  parentId: idSchema.nullable(),
}

/** As it stands today, or stood last. */
const organizationLine = { organizationId: idSchema, code: z.string(), ...facts }

export const ownOrganizationSchema = z.object({ ...organizationLine, roles: z.array(roleSchema) })
export type OwnOrganization = z.infer<typeof ownOrganizationSchema>

export const organizationViewSchema = z.object({
  ...organizationLine,
  /** Every version in order of time; the days are included, null means open. */
  versions: z.array(z.object({ ...facts, parentName: z.string().nullable(), ...periodShape })),
  /** `from` is the first day on which it is no more. */
  end: z.object({ from: daySchema, mergedInto: idSchema.nullable(), mergedIntoName: z.string().nullable() }).nullable(),
  /** Those above it today, the nearest first. */
  above: z.array(z.object({ organizationId: idSchema, name: z.string() })),
  canManageMembers: z.boolean(),
})
export type OrganizationView = z.infer<typeof organizationViewSchema>

export const subtreeViewSchema = z.object({
  on: daySchema,
  /** The organization itself first (depth 0), then by depth, rank of kind and code. */
  organizations: z.array(z.object({ ...organizationLine, depth: z.int() })),
})
export type SubtreeView = z.infer<typeof subtreeViewSchema>

export const memberLineSchema = z.object({
  memberId: idSchema,
  /** Told to those who manage the list, and to the member. */
  memberNumber: z.string().nullable(),
  name: z.string(),
  title: z.string().nullable(),
  category: memberCategorySchema,
  officialFrom: daySchema.nullable(),
  office: officeSchema,
  membership: z.object({ kind: membershipKindSchema, ...periodShape }),
  status: memberStatusSchema,
  /** What the status comes from; null for `active`. */
  standing: standingSchema.nullable(),
})
export type MemberLine = z.infer<typeof memberLineSchema>

export const memberListSchema = z.object({
  on: daySchema,
  canManage: z.boolean(),
  /** In the order of the list: the branch committee first, then by given name. */
  members: z.array(memberLineSchema),
})
export type MemberList = z.infer<typeof memberListSchema>

const branchSchema = z.object({ organizationId: idSchema.nullable(), name: z.string() })

export const memberViewSchema = z.object({
  ...memberLineSchema.shape,
  on: daySchema,
  canManage: z.boolean(),
  /** In all branches of this installation, in order of time. */
  memberships: z.array(
    z.object({
      kind: membershipKindSchema,
      ...periodShape,
      branch: branchSchema,
      origin: branchSchema.nullable(),
      destination: branchSchema.nullable(),
    }),
  ),
  standings: z.array(standingSchema),
  offices: z.array(officeTermSchema),
})
export type MemberView = z.infer<typeof memberViewSchema>

export const ruleSetViewSchema = z.object({
  on: daySchema,
  ruleSet: ruleSetSchema,
  /** Where it was adopted; null: nowhere above, the default holds. */
  adoptedBy: z
    .object({ organizationId: idSchema, name: z.string(), from: daySchema, to: daySchema.nullable() })
    .nullable(),
})
export type RuleSetView = z.infer<typeof ruleSetViewSchema>
