// A member's record in a branch: what they are, since when and until when. Nothing is overwritten; a question names its day.
import { z } from 'zod'
import { roleSchema } from '../permissions/index.ts'
import { daySchema, isInForce, type Period } from './periods.ts'
import {
  idSchema,
  type MemberCategory,
  type MemberStatus,
  memberCategorySchema,
  memberNumberSchema,
  nameSchema,
  type Office,
  officeSchema,
} from './schema.ts'

export const periodShape = { from: daySchema.nullable(), to: daySchema.nullable() }

export const standingKindSchema = z.enum(['exempt', 'away', 'specialDuty', 'suspended'])
export type StandingKind = z.infer<typeof standingKindSchema>

export const decisionSchema = z.strictObject({ number: z.string().trim().min(1).max(60), date: daySchema })
export const groundSchema = z.string().trim().min(3).max(300).normalize('NFC')

/** Miễn sinh hoạt, tạm thời nơi khác, nhiệm vụ đặc biệt, đình chỉ: for how long, by which decision or where. */
export const standingSchema = z.strictObject({
  kind: standingKindSchema,
  decision: decisionSchema.nullable(),
  ground: groundSchema.nullable(),
  place: nameSchema.nullable(),
  ...periodShape,
})
export type Standing = z.infer<typeof standingSchema>

/** Offices that are held for a term; being a member is none. */
export const heldOfficeSchema = officeSchema.exclude(['member'])
export type HeldOffice = z.infer<typeof heldOfficeSchema>
export const officeTermSchema = z.strictObject({ office: heldOfficeSchema, ...periodShape })
export type OfficeTerm = z.infer<typeof officeTermSchema>

/** Roles that are assigned; the others follow from membership and office. */
export const assignedRoleSchema = z.strictObject({
  role: roleSchema.exclude(['member', 'branchSecretary', 'deputySecretary', 'committeeMember']),
  organizationId: idSchema,
  ...periodShape,
})
export type AssignedRole = z.infer<typeof assignedRoleSchema>

export const membershipKindSchema = z.enum(['regular', 'temporary'])
export type MembershipKind = z.infer<typeof membershipKindSchema>

/** Another branch; `organizationId` null where it has no record in this installation. */
export interface OtherBranch {
  organizationId: string | null
  name: string
}

export interface Membership extends Period {
  kind: MembershipKind
  origin: OtherBranch | null
  destination: OtherBranch | null
}

export interface MemberRecord {
  memberId: string
  memberNumber: string
  name: string
  category: MemberCategory
  /** Ngày chính thức; null while probationary, or where it is not known. */
  officialFrom: string | null
  /** What the person is called in a meeting when it is no office of the branch: "Đảng ủy viên xã Minh Họa, phụ trách chi bộ". */
  title: string | null
  memberships: readonly Membership[]
  standings: readonly Standing[]
  offices: readonly OfficeTerm[]
  roles: readonly AssignedRole[]
}

const openPeriod = { from: null, to: null }

/** A line of an imported list. */
export const importedMemberSchema = z.strictObject({
  memberId: idSchema,
  memberNumber: memberNumberSchema,
  name: nameSchema,
  category: memberCategorySchema,
  officialFrom: daySchema.nullable().default(null),
  title: nameSchema.nullable().default(null),
  membership: z
    .strictObject({ kind: membershipKindSchema, ...periodShape })
    .default({ kind: 'regular', ...openPeriod }),
  standings: z.array(standingSchema).max(50).default([]),
  offices: z.array(officeTermSchema).max(50).default([]),
  roles: z.array(assignedRoleSchema).max(20).default([]),
})
export type ImportedMember = z.infer<typeof importedMemberSchema>
export type ImportedMemberInput = z.input<typeof importedMemberSchema>

/** Who is several things at once is called the first of these. */
const precedence = ['suspended', 'exempt', 'away', 'specialDuty'] as const satisfies StandingKind[]

export const membershipOn = (member: Pick<MemberRecord, 'memberships'>, day: string): Membership | undefined =>
  member.memberships.find((membership) => isInForce(membership, day))

export function standingOn(member: Pick<MemberRecord, 'standings'>, day: string): Standing | undefined {
  const inForce = member.standings.filter((standing) => isInForce(standing, day))
  return precedence.flatMap((kind) => inForce.find((standing) => standing.kind === kind) ?? [])[0]
}

export const statusOn = (member: Pick<MemberRecord, 'standings'>, day: string): MemberStatus =>
  standingOn(member, day)?.kind ?? 'active'

export const officeOn = (member: Pick<MemberRecord, 'offices'>, day: string): Office =>
  member.offices.find((term) => isInForce(term, day))?.office ?? 'member'

export const categoryOn = (member: Pick<MemberRecord, 'category' | 'officialFrom'>, day: string): MemberCategory =>
  member.category === 'official' && (member.officialFrom === null || member.officialFrom <= day)
    ? 'official'
    : 'probationary'
